import { gather, grow, load, summed, type Growth, type Level, type Slice } from "./load.ts";
import { cpuOf, cpuOfFamily, rssOf } from "./processes.ts";
import type { Measured } from "./servers.ts";

/** How long things take and how much is asked. A level is measured in `slices` stretches of `seconds`, in turn with the other servers. */
export type Plan = { levels: number[]; slices: number; seconds: number; warmSeconds: number; warmTurns: number; growth: number; growthSeconds: number };

export const FULL: Plan = { levels: [1, 20, 200], slices: 4, seconds: 2, warmSeconds: 3, warmTurns: 2_000, growth: 1000, growthSeconds: 40 };
export const QUICK: Plan = { levels: [1, 20, 200], slices: 2, seconds: 1, warmSeconds: 1.5, warmTurns: 0, growth: 110, growthSeconds: 10 };

/** As the floor's and ours alike: a conversation of ten turns, then a new one. */
const TURNS_EACH = 10;
const MOST_WARM_UPS = 4;
const WARM_CLIENTS = 20;

/** CPU in ms per turn; undefined where it cannot be read. */
export type MeasuredLevel = Level & { cpu: number | undefined; databaseCpu: number | undefined };

export type Result = {
  name: string;
  levels: MeasuredLevel[];
  growth: Growth;
  rssMb: number | undefined;
  turns: number;
  calls: number;
  /** what went wrong, in sentences */
  faults: string[];
};

/** One row of the table: a server, and the PostgreSQL whose work belongs to it. Two rows may be the same server. */
export type Entry = { name: string; server: Measured; databasePid?: number };

/**
 * Puts the servers through their paces side by side: each level goes round them slice by slice, so that a machine that is slower for some
 * seconds is slower for all of them. `say` hears what is being measured.
 */
export async function measure(entries: Entry[], plan: Plan, calls: () => Promise<number>, say: (what: string) => void): Promise<Result[]> {
  const books: Book[] = entries.map((entry) => ({ entry, levels: [], faults: [], turns: 0, calls: 0 }));

  /** Runs `work` and books the model's calls meanwhile on this server. */
  async function booked<T>(book: Book, work: () => Promise<T>): Promise<T> {
    const before = await calls();
    const result = await work();
    book.calls += (await calls()) - before;
    return result;
  }
  function note(book: Book, { clients, turns, errors, firstError }: Level): void {
    book.turns += turns;
    if (errors > 0) book.faults.push(`${errors} of ${clients} clients failed, the first: ${firstError}`);
  }

  for (const server of new Set(entries.map((entry) => entry.server))) {
    const book = books.find(({ entry }) => entry.server === server) as Book;
    say(`warming up ${book.entry.name}`);
    for (const level of await booked(book, () => warmUp(server, plan))) note(book, level);
  }
  for (const clients of plan.levels) {
    say(`${clients} ${clients === 1 ? "client" : "clients"}`);
    await measureLevel(books, clients, plan, booked);
    for (const book of books) note(book, book.levels.at(-1) as Level);
  }
  const results: Result[] = [];
  for (const book of books) {
    say(`a long conversation with ${book.entry.name}`);
    results.push(await finish(book, plan, booked));
  }
  return results;
}

/** What has been measured of one entry so far. */
type Book = { entry: Entry; levels: MeasuredLevel[]; faults: string[]; turns: number; calls: number };

type Booked = <T>(book: Book, work: () => Promise<T>) => Promise<T>;

/** One level of load, slice by slice round all servers; each keeps its clients from slice to slice. */
async function measureLevel(books: Book[], clients: number, plan: Plan, booked: Booked): Promise<void> {
  const crews = [];
  for (const book of books) crews.push({ book, ...(await gather(book.entry.server.crowd, clients, TURNS_EACH)), slices: [] as Slice[], own: 0, database: 0 });
  for (let slice = 0; slice < plan.slices; slice++) {
    for (const crew of crews) {
      const used = reading(crew.book.entry.server.process.pid, crew.book.entry.databasePid);
      crew.slices.push(await booked(crew.book, () => load(crew.askers, plan.seconds)));
      const { own, database } = used();
      crew.own += own ?? Number.NaN;
      crew.database += database ?? Number.NaN;
    }
  }
  for (const { book, slices, own, database, close } of crews) {
    close();
    const level = summed(clients, slices);
    book.levels.push({ ...level, cpu: known(own / level.turns), databaseCpu: known(database / level.turns) });
  }
}

async function finish(book: Book, plan: Plan, booked: Booked): Promise<Result> {
  const { entry, levels, faults } = book;
  const rssMb = rssOf(entry.server.process.pid);
  const growth = await booked(book, () => grow(entry.server.crowd, plan.growth, plan.growthSeconds));
  if (growth.error !== undefined || growth.turns < plan.growth)
    faults.push(`the long conversation ended after ${growth.turns} turns: ${growth.error ?? "out of time"}`);
  const turns = book.turns + growth.turns;
  if (book.calls !== turns) faults.push(`${turns} turns made ${book.calls} calls of the model for a reply`);
  const broken = await entry.server.verify();
  if (broken !== undefined) faults.push(broken);
  return { name: entry.name, levels, growth, rssMb, turns, calls: book.calls, faults };
}

/** Until the code is compiled, which takes turns, not seconds; but not for ever on a slow machine. */
async function warmUp(server: Measured, plan: Plan): Promise<Level[]> {
  const levels: Level[] = [];
  const turns = () => levels.reduce((sum, level) => sum + level.turns, 0);
  do {
    const crew = await gather(server.crowd, WARM_CLIENTS, TURNS_EACH);
    levels.push(summed(WARM_CLIENTS, [await load(crew.askers, plan.warmSeconds)]));
    crew.close();
  } while (turns() < plan.warmTurns && levels.length < MOST_WARM_UPS && levels.every((level) => level.errors === 0));
  return levels;
}

function reading(pid: number, databasePid: number | undefined): () => { own: number | undefined; database: number | undefined } {
  const ownBefore = cpuOf(pid);
  const databaseBefore = databasePid === undefined ? undefined : cpuOfFamily(databasePid);
  return () => {
    const own = cpuOf(pid);
    const database = databasePid === undefined ? undefined : cpuOfFamily(databasePid);
    return { own: minus(own, ownBefore), database: minus(database, databaseBefore) };
  };
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
