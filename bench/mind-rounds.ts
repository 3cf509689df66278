import { setTimeout as sleep } from "node:timers/promises";
import type { Client, Crowd, Turn } from "./clients.ts";
import { gather, grow, load, quantile } from "./load.ts";
import type { Heard, Pace } from "./model-server.ts";
import { cpuOf } from "./processes.ts";
import type { Measured } from "./servers.ts";
import { openLine } from "./wire.ts";

/** The rounds of bench/mind.ts: one client, all sides in turn, so that a machine that is slower for some seconds is slower for all of them. */

/** One who answers. `crowd(true)`: its questions have the model call a tool first. */
export type Side = { name: string; server: Measured; hasTool: boolean; mind: boolean; crowd(lookItUp: boolean): Crowd };

/** What is asked at which pace of the model: `rounds` conversations of ten turns with each side. */
export type Way = { name: string; pace: Pace; lookItUp: boolean; rounds: number };

export type Plan = { warmSeconds: number; ways: Way[]; growth: number; growthSeconds: number };

/** As from a fast vendor: a third of a second to the first of 50 tokens, half a second until the last. */
const REAL: Pace = { firstMs: 300, pieces: 25, eachMs: 20 };
const AT_ONCE: Pace = { firstMs: 0, pieces: 1, eachMs: 0 };
const plan = (rounds: [atOnce: number, real: number, tool: number]): Way[] => [
  { name: "the model answers at once", pace: AT_ONCE, lookItUp: false, rounds: rounds[0] },
  {
    name: `the model takes ${REAL.firstMs} ms to its first token and ${REAL.eachMs * (REAL.pieces - 1)} ms for the rest`,
    pace: REAL,
    lookItUp: false,
    rounds: rounds[1],
  },
  { name: "the model answers at once, and calls one tool before", pace: AT_ONCE, lookItUp: true, rounds: rounds[2] },
];

export const FULL: Plan = { warmSeconds: 15, ways: plan([40, 12, 20]), growth: 1_000, growthSeconds: 240 };
export const QUICK: Plan = { warmSeconds: 1, ways: plan([2, 1, 1]), growth: 100, growthSeconds: 15 };

const TURNS_EACH = 10;
const SETTLE_MS = 3_000;

/** Medians of a turn's stretches, in ms: until it was acknowledged, until the model was asked, from the model's first byte to ours, from its end to ours. */
export type Stretches = { accepted: number | undefined; asked: number; first: number; end: number };

export type Measure = {
  name: string;
  turns: number;
  first50: number;
  first95: number;
  end50: number;
  end95: number;
  cpu: number | undefined;
  stretches: Stretches;
};

/** The tokens (bytes by four) of the prompts of one long conversation, and of the notes that are made beside it. */
export type Grown = {
  name: string;
  turns: number;
  at: { turn: number; tokens: number; ms: number | undefined }[];
  most: number;
  notes: number;
  notesTokens: number;
};

export type Compared = { ways: { way: Way; rows: Measure[] }[]; grown: Grown[]; faults: string[] };

type Book = { side: Side; turns: Turn[]; heard: Heard[][]; cpu: number };

export async function compare(
  sides: Side[],
  modelPort: number,
  { warmSeconds, ways, growth, growthSeconds }: Plan,
  say: (what: string) => void,
): Promise<Compared> {
  const faults: string[] = [];
  const model = await openModel(modelPort);
  await model.pace(AT_ONCE);
  for (const side of sides) {
    say(`warming up ${side.name}`);
    const crew = await gather(side.crowd(false), 1, TURNS_EACH);
    const { failures } = await load(crew.askers, warmSeconds);
    crew.close();
    faults.push(...failures.map((failure) => `${side.name}: ${failure}`));
  }
  const measured: Compared["ways"] = [];
  for (const way of ways) {
    say(way.name);
    await model.pace(way.pace);
    const books = sides.filter((side) => !way.lookItUp || side.hasTool).map((side): Book => ({ side, turns: [], heard: [], cpu: 0 }));
    for (let round = 0; round < way.rounds; round++) for (const book of books) await talk(book, way, model);
    for (const { side, heard } of books) faults.push(...misheard(side, heard, way));
    measured.push({ way, rows: books.map(measureOf) });
  }
  await model.pace(AT_ONCE);
  const grown: Grown[] = [];
  for (const side of sides) {
    say(`a conversation of ${growth} turns with ${side.name}`);
    // What was still being noted of the talks before is not this one's.
    await sleep(SETTLE_MS);
    await model.heard();
    const long = await grow(side.crowd(false), growth, growthSeconds);
    if (long.turns < growth) faults.push(`${side.name}: the long conversation ended after ${long.turns} turns: ${long.error ?? "out of time"}`);
    grown.push(grownOf(side.name, long, await model.heard()));
  }
  model.close();
  return { ways: measured, grown, faults };
}

/** One conversation of ten turns. What the model hears beside a turn (its notes) is not the turn's. */
async function talk(book: Book, way: Way, model: { heard(): Promise<Heard[]> }): Promise<void> {
  const client: Client = await book.side.crowd(way.lookItUp)(TURNS_EACH);
  await model.heard();
  const before = cpuOf(book.side.server.process.pid) ?? Number.NaN;
  try {
    for (let turn = 0; turn < TURNS_EACH; turn++) {
      book.turns.push(await client.turn());
      book.heard.push((await model.heard()).filter(({ kind }) => kind === "turn"));
    }
  } finally {
    client.close();
  }
  book.cpu += (cpuOf(book.side.server.process.pid) ?? Number.NaN) - before;
}

function misheard({ name, mind }: Side, heard: Heard[][], way: Way): string[] {
  const wanted = way.lookItUp ? 2 : 1;
  const wrong = heard.filter((calls) => calls.length !== wanted).length;
  const ignorant = mind ? heard.filter((calls) => calls.some(({ knows }) => !knows)).length : 0;
  return [
    ...(wrong > 0 ? [`${name}: ${wrong} of ${heard.length} turns did not make ${wanted} calls of the model`] : []),
    ...(ignorant > 0 ? [`${name}: ${ignorant} of ${heard.length} prompts held nothing of what the contact had told`] : []),
  ];
}

function measureOf({ side, turns, heard, cpu }: Book): Measure {
  const firsts = turns.map(({ firstMs }) => firstMs);
  const ends = turns.map(({ ms }) => ms);
  const stretch = (of: (turn: Turn, calls: Heard[]) => number) => quantile(turns.map((turn, i) => of(turn, heard[i] ?? [])).filter(Number.isFinite), 0.5);
  const accepted = turns.flatMap(({ acceptedMs }) => acceptedMs ?? []);
  return {
    name: side.name,
    turns: turns.length,
    first50: quantile(firsts, 0.5),
    first95: quantile(firsts, 0.95),
    end50: quantile(ends, 0.5),
    end95: quantile(ends, 0.95),
    cpu: Number.isNaN(cpu) ? undefined : cpu / turns.length,
    stretches: {
      accepted: accepted.length > 0 ? quantile(accepted, 0.5) : undefined,
      asked: stretch(({ sentAt }, calls) => (calls[0]?.at ?? Number.NaN) - sentAt),
      first: stretch(({ sentAt, firstMs }, calls) => sentAt + firstMs - (calls.at(-1)?.first ?? Number.NaN)),
      end: stretch(({ sentAt, ms }, calls) => sentAt + ms - (calls.at(-1)?.end ?? Number.NaN)),
    },
  };
}

const PLACES = [1, 10, 100, 1_000];

function grownOf(name: string, long: { turns: number; at: { turn: number; ms: number }[] }, heard: Heard[]): Grown {
  const sizes = heard.filter(({ kind }) => kind === "turn").map(({ bytes }) => Math.ceil(bytes / 4));
  const notes = heard.filter(({ kind }) => kind === "summary").map(({ bytes }) => Math.ceil(bytes / 4));
  return {
    name,
    turns: long.turns,
    at: PLACES.filter((turn) => turn <= sizes.length).map((turn) => ({ turn, tokens: sizes[turn - 1] ?? 0, ms: long.at.find((one) => one.turn === turn)?.ms })),
    most: Math.max(0, ...sizes),
    notes: notes.length,
    notesTokens: notes.reduce((sum, tokens) => sum + tokens, 0),
  };
}

async function openModel(port: number) {
  const line = await openLine(port);
  return {
    async pace(pace: Pace): Promise<void> {
      await line.ask({ method: "PUT", path: "/pace", body: pace });
    },
    /** What was asked since the last time. */
    heard: async () => JSON.parse((await line.ask({ method: "GET", path: "/journal" })).body) as Heard[],
    close: () => line.close(),
  };
}
