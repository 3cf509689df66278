import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openChat, sendMessage, watchChat, type Watch } from "../support/chat-client.ts";
import { HOST_SECRET, KEY, startService, type ServiceProcess } from "./child.ts";
import { checkRound, type Guest, type Said } from "./kill-checks.ts";
import { openTalker, type Talker } from "./kill-model.ts";
import type { Point, Trap } from "./points.ts";
import { chance, type Chance } from "./random.ts";

/** Where a process is killed. The first four are the promise's own; the others look for what was not thought of. */
export const phases = ["inbox", "model", "answer", "committed"] as const;
const further = ["hold", "mark", "takeover", "any"] as const;
export type Kind = (typeof phases)[number] | (typeof further)[number];

export const meaning: Record<Kind, string> = {
  inbox: "before the inbox commit",
  model: "in the model call",
  answer: "after the answer, before the turn's commit",
  committed: "after the turn's commit, before delivery",
  hold: "after the hold, before the model is asked",
  mark: "after delivery, before it is noted",
  takeover: "after the answer, and again while that turn is taken over",
  any: "at no chosen moment",
};

export type KillReport = {
  seed: number;
  kills: Partial<Record<Kind, number>>;
  /** of the last round, empty when all is well */
  violations: string[];
  /** what led there, for whoever has to find out why */
  story: string[];
  figures: Record<string, number>;
};

const REACH_MS = 60_000; // a trap that is not reached by then is a fault of these tests, or of the service
const ANSWERED_MS = 60_000; // after a restart everything is answered by then

type World = {
  service: ServiceProcess;
  env: Record<string, string>;
  talker: Talker;
  random: Chance;
  old: Guest[];
  figures: Record<string, number>;
};

/** Kills the whole service `rounds` times on one data directory, each time with customers writing, and checks what is left. Stops at the first violation. */
export async function runKills(given: { rounds: number; seed: number; say?: (line: string) => void; kinds?: readonly Kind[] }): Promise<KillReport> {
  const { rounds, seed, say = () => undefined } = given;
  const kinds = given.kinds ?? (rounds >= 40 ? [...phases, ...further] : phases);
  const directory = mkdtempSync(join(tmpdir(), "standin-faults-"));
  const random = chance(seed);
  const talker = await openTalker(random);
  // A summary that is killed while a model writes it holds its money for ten minutes, longer than anybody waits here; the simulation waits for those.
  const policies = join(directory, "policies.yaml");
  const book = readFileSync("policies.yaml", "utf8");
  if (!book.includes("\n  summaries: model")) throw new Error("policies.yaml does not say any more who writes summaries: the fault test has to");
  writeFileSync(policies, book.replace("\n  summaries: model", "\n  summaries: rules"));
  const env = {
    DATA_DIR: directory,
    POLICIES_FILE: policies,
    NODE_COMPILE_CACHE: join(directory, "compiled"),
    OPENAI_BASE_URL: talker.url,
    OPENAI_API_KEY: "stub",
    MODEL: "gpt-4o-mini",
  };
  const report: KillReport = {
    seed,
    kills: {},
    violations: [],
    story: [],
    figures: { messages: 0, resent: 0, repeated: 0, "given up": 0, restarts: 0, "restart ms": 0 },
  };
  const world: World = { service: await startService(env), env, talker, random, old: [], figures: report.figures };
  try {
    await addCustomer(world.service.url);
    for (let round = 0; round < rounds && report.violations.length === 0; round++) {
      const kind = kinds[round % kinds.length] as Kind;
      const began = performance.now();
      const done = await killOnce(world, round, kind);
      report.kills[kind] = (report.kills[kind] ?? 0) + 1;
      report.violations = done.violations;
      report.story = done.story;
      say(
        `${String(round + 1).padStart(4)}/${rounds}  ${meaning[kind].padEnd(58)} ${done.story[0] ?? ""}  ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
    }
    const { restarts = 0, "restart ms": ms = 0 } = report.figures;
    if (restarts > 0) report.figures["restart ms"] = Math.round(ms / restarts);
    Object.assign(report.figures, await talker.figures(world.service));
    if (report.violations.length === 0) await world.service.stop();
  } catch (error) {
    report.violations.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    report.story.push(...world.service.log());
  }
  await world.service.kill();
  await talker.close();
  if (report.violations.length === 0) rmSync(directory, { recursive: true, force: true });
  else report.story.push(`the data directory is kept: ${directory}`);
  return report;
}

async function killOnce(world: World, round: number, kind: Kind): Promise<{ violations: string[]; story: string[] }> {
  const { random, talker } = world;
  const guests = await invite(world, round);
  const watched = random.oneOf(guests);
  const seen: number[] = [];
  const watch = await follow(world, watched);
  const { reached } = kind === "model" ? { reached: talker.trap(random.whole(1, 3)) } : await setTrap(world, kind);
  const talking = talk(world, guests);
  const inTime = await Promise.race([reached.then(() => true), sleep(REACH_MS, false)]);
  // What is written while the rest stands still belongs to the story, too.
  if (inTime && kind !== "any") await sleep(random.whole(0, 120));
  await world.service.kill();
  talking.stop();
  await talking.ended;
  seen.push(...collect(watch));
  talker.release();
  if (!inTime) return { violations: [`the point "${kind}" was not reached within ${REACH_MS / 1000} s`], story: ["", ...world.service.log()] };
  if (kind === "takeover") await killAgain(world);
  await restart(world);
  const again = await follow(world, watched, Math.max(0, ...seen));
  await resend(world, guests, kind);
  await settled(world.service);
  const violations = await checkRound(world.service, guests, talker);
  const last = await lastSeq(world.service, watched);
  await again.wait((event) => Number(event.id) >= last, 5_000);
  seen.push(...collect(again));
  if (seen.join() !== Array.from({ length: last }, (_none, index) => index + 1).join())
    violations.push(`whoever watched ${watched.conversation} over the restart saw the numbers ${seen.join(" ")} of 1 to ${last}`);
  const said = guests.flatMap((guest) => guest.said);
  const fresh = said.filter((one) => one.round === round);
  return {
    violations,
    story: [`${fresh.filter((one) => one.acknowledged !== undefined).length} of ${fresh.length} messages accepted`, ...story(world, guests, violations)],
  };
}

function story(world: World, guests: Guest[], violations: string[]): string[] {
  if (violations.length === 0) return [];
  const messages = guests.flatMap((guest) => guest.said.map((one) => `${guest.conversation} ${one.id} ${one.mark} ${one.story.join(", ")}`));
  return [...messages, ...world.service.log()];
}

/** Two guests who come again and again, and three new ones. */
async function invite(world: World, round: number): Promise<Guest[]> {
  const { url } = world.service;
  const open = async (name: string, customer?: string): Promise<Guest> => {
    const chat = await openChat(url, HOST_SECRET, customer ? { sub: name, customer, name } : undefined);
    return { ...chat, said: [] };
  };
  if (world.old.length === 0) world.old = [await open("old"), await open("old-ada", "acme")];
  const fresh = await Promise.all([1, 2, 3].map((number) => open(`ada-${round}-${number}`, "acme")));
  for (const guest of world.old) guest.round = round;
  return [...world.old, ...fresh].map((guest) => Object.assign(guest, { round }));
}

/** Everybody writes: bursts, single messages, a request for a person now and then; until the service is gone. */
function talk(world: World, guests: Guest[]): { stop(): void; ended: Promise<unknown> } {
  const { random } = world;
  let gone = false;
  async function one(guest: Guest): Promise<void> {
    // Its pace keeps everybody under the limit of 30 messages in 10 seconds.
    for (let number = 0; !gone && number < 20; number++) {
      const burst = random.happens(0.3) ? random.whole(2, 4) : 1;
      await Promise.all(Array.from({ length: burst }, () => say(world, guest, newMessage(world, guest))));
      await sleep(random.whole(20, number < 3 ? 150 : 3_000));
    }
  }
  return {
    stop: () => void (gone = true),
    ended: Promise.all(guests.map((guest) => one(guest))),
  };
}

function newMessage({ random }: World, guest: Guest): Said {
  const mark = Array.from({ length: 7 }, () => random.oneOf([..."bcdfghjklmnpqrstvwxz"])).join("");
  const words = random.happens(0.1)
    ? "I want to talk to a human, please"
    : random.oneOf(["How do I restore a backup", "Does the replica need the same version", "What does the licence allow", "How do I upgrade"]);
  const said: Said = {
    id: `${guest.round}-${guest.said.length + 1}`,
    mark,
    text: `${words}? It is matter ${mark}.`,
    round: guest.round ?? 0,
    sent: 0,
    acknowledged: undefined,
    refused: undefined,
    absent: false,
    story: [],
  };
  guest.said.push(said);
  return said;
}

async function say(world: World, guest: Guest, said: Said): Promise<void> {
  said.sent++;
  const answer = await sendMessage(world.service.url, guest.session, said);
  said.story.push(answer ? `${answer.status} seq ${answer.seq}` : "no answer");
  if (!answer) return;
  world.figures["messages"] = (world.figures["messages"] ?? 0) + (said.acknowledged === undefined && answer.status === 202 ? 1 : 0);
  if (answer.status !== 202) said.refused = `${answer.status} ${answer.detail}`;
  else if (said.acknowledged !== undefined && said.acknowledged !== answer.seq) said.refused = `seq ${said.acknowledged} became ${answer.seq}`;
  else said.acknowledged = answer.seq;
}

/** As a real client does: what had no answer is sent again with its id, mostly; and now and then what had one. */
async function resend(world: World, guests: Guest[], kind: Kind): Promise<void> {
  const { random, figures } = world;
  const jobs = guests.flatMap((guest) => guest.said.filter((one) => one.round === guest.round).map((said) => ({ guest, said })));
  await Promise.all(
    jobs.map(async ({ guest, said }) => {
      const lost = said.acknowledged === undefined;
      const again = random.happens(lost ? 0.8 : 0.3);
      const count = lost ? (again ? "resent" : "given up") : "repeated";
      if (lost || again) figures[count] = (figures[count] ?? 0) + 1;
      // What was stopped before its commit, and given up, was never there.
      said.absent = kind === "inbox" && lost && !again;
      if (again) await say(world, guest, said);
    }),
  );
}

async function setTrap(world: World, kind: Exclude<Kind, "model">): Promise<{ reached: Promise<unknown> }> {
  const { random, service } = world;
  if (kind === "any" && random.happens(0.5)) return { reached: sleep(random.whole(50, 1_500)) };
  await service.arm(trapFor(kind, random));
  return { reached: service.reached() };
}

function trapFor(kind: Exclude<Kind, "model">, random: Chance): Trap {
  // In the middle of a statement: the process is killed while the database writes.
  if (kind === "any") return { point: random.oneOf<Point>(["inbox", "answer", "hold", "mark"]), nth: random.whole(1, 4), through: true };
  return { point: kind === "takeover" ? "answer" : kind, nth: random.whole(1, 3) };
}

/** Up again, and killed once more while it clears up after the first time. */
async function killAgain(world: World): Promise<void> {
  world.service = await startService(world.env, { point: "takeover", nth: 1 });
  const inTime = await Promise.race([world.service.reached().then(() => true), sleep(REACH_MS, false)]);
  if (!inTime) throw new Error(`nobody took the dead turn over within ${REACH_MS / 1000} s`);
  await world.service.kill();
}

async function restart(world: World): Promise<void> {
  world.service = await startService(world.env);
  world.figures["restarts"] = (world.figures["restarts"] ?? 0) + 1;
  world.figures["restart ms"] = (world.figures["restart ms"] ?? 0) + Math.round(world.service.startMs);
}

async function settled(service: ServiceProcess): Promise<void> {
  for (const until = performance.now() + ANSWERED_MS; performance.now() < until; await sleep(100)) {
    const [left] = await service.query<{ n: bigint }>(
      `select (select count(*) from conversations where turn is not null or inbound_seq > covered_seq) + (select count(*) from outbox where state = 'pending') as n`,
    );
    if (left?.n === 0n) return;
  }
}

async function follow(world: World, guest: Guest, after = 0): Promise<Watch> {
  return watchChat(world.service.url, guest.session, after);
}

function collect(watch: Watch): number[] {
  watch.close();
  return watch.events.filter((event) => event.event === "message").map((event) => Number(event.id));
}

async function lastSeq(service: ServiceProcess, guest: Guest): Promise<number> {
  const [row] = await service.query<{ last: bigint }>("select last_seq as last from conversations where id = $1", [guest.conversation]);
  return Number(row?.last ?? 0n);
}

async function addCustomer(url: string): Promise<void> {
  const body = {
    externalId: "acme",
    name: "Acme Tools",
    plan: "premium",
    contract: { fee: { amount: "200000.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
  };
  const response = await fetch(`${url}/api/staff/customers`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`the customer could not be made: ${response.status} ${await response.text()}`);
}
