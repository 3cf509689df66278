import { DatabaseError, watched } from "./database.ts";
import { createDuty } from "./duty.ts";
import type { HouseProcess } from "./house-process.ts";
import { startProcess, type Common } from "./process.ts";
import type { Owner } from "./scheduler.ts";

/** Nobody waits for ever: a page or a chat service gives up on a call after so long, and asks again. */
const CALL_MS = 20_000;
const ROUND_MS = 1_000; // as the clockwork's
const RENEW_MS = 5_000; // a third of a lease
const PATIENT_ROUNDS = 40; // so long two clocks may differ about what is due
const MOST_PATIENCE = 30; // who starts a process in vain tries less and less often, down to every ten minutes
const FILES_MS = 60_000; // what could not be read is tried again
const RARE_MS = 3_600_000; // work that no round does is looked at less and less, down to this

/** What the house has to do next by itself, as its rows say. */
type Due = { why: string; at: Date };

/** A call that nobody answered in time; it may have done its work. */
export class NoAnswer extends Error {}

/** The processes of a story, and how people reach them. */
export function createWorld(common: Common, processes: number) {
  const { scheduler, faults, ground, lots } = common;
  const operator: Owner = { name: "operator", alive: true };
  const houses: HouseProcess[] = [];
  const leaving = new Set<HouseProcess>();
  const replaced = new Set<HouseProcess>();
  let started = 0;
  let lastRound = -Infinity;
  let lastRenewal = -Infinity;
  const stalled = new Map<HouseProcess, number>();
  let idle = 0;
  let lastWhat = "";
  const next = new Map<string, Due>();
  const duty = createDuty<HouseProcess>();

  /** Alone: nothing else goes on while a process starts, and nobody has a transaction open. Who does not come up is started again. */
  async function start(tries = 1): Promise<void> {
    const name = `process ${++started}`;
    const house = await scheduler.task(
      operator,
      `${name} is started`,
      () => startProcess(common, name),
      () => ground.holder !== undefined,
    );
    if (house) {
      duty.begins(house, scheduler.now());
      return void houses.push(house);
    }
    await scheduler.wait(operator, lots.of(`${name} is noticed`).whole(200, 40_000) * Math.min(tries, MOST_PATIENCE), "notices").done;
    return start(tries + 1);
  }

  /** Somebody who is there now, or as soon as there is one; whoever asks waits no longer than for an answer. */
  async function reach(who: Owner): Promise<HouseProcess> {
    for (const until = scheduler.now() + CALL_MS; scheduler.now() < until;) {
      const up = houses.filter((house) => house.alive && !leaving.has(house));
      if (up.length > 0) return faults.luck(`${who.name} reaches`).oneOf(up);
      await scheduler.wait(who, 1_000, "tries again").done;
    }
    return silence();
  }

  /** The network between somebody and the house: a request may come late or not at all, and its answer may get lost. */
  async function wayIn<Result>(who: Owner, what: (house: HouseProcess) => Promise<Result>): Promise<Result> {
    const fault = faults.wayIn(who.name);
    if (fault) scheduler.note(`${who.name}'s request: ${fault.kind}`);
    if (fault?.kind === "late") await scheduler.wait(who, fault.ms, "is on the way").done;
    const answer = fault?.kind === "lost" ? silence() : what(await reach(who));
    return fault?.kind === "answer lost" ? answer.then(silence) : answer;
  }

  /** A call from outside: it ends in an answer, an error, or silence. */
  async function call<Result>(who: Owner, what: (house: HouseProcess) => Promise<Result>, patienceMs = CALL_MS): Promise<Result> {
    const patience = scheduler.wait(who, patienceMs, "gives up waiting");
    const answer = wayIn(who, what);
    answer.catch(() => undefined);
    const givenUp = patience.done.then(() => Promise.reject(new NoAnswer()));
    givenUp.catch(() => undefined);
    try {
      return await Promise.race([answer, givenUp]);
    } finally {
      patience.cancel();
    }
  }

  /** Who has died is started again, after a while. */
  function tend(): void {
    for (const dead of houses.filter((house) => !house.alive && !replaced.has(house))) {
      replaced.add(dead);
      duty.ends(dead, scheduler.now());
      void scheduler.wait(operator, lots.of(`${dead.name} is noticed`).whole(200, 40_000), "notices").done.then(() => start());
    }
  }

  /** SIGTERM and a new one, as at an update. */
  async function update(): Promise<void> {
    const up = houses.filter((house) => house.alive && !leaving.has(house));
    if (up.length === 0) return;
    const old = faults.luck("who is updated").oneOf(up);
    leaving.add(old);
    duty.ends(old, scheduler.now());
    await old.stop();
  }

  /** A process that is there and does nothing for a while: its leases end, and it does not know. */
  function stalls(house: HouseProcess): boolean {
    const until = stalled.get(house) ?? 0;
    if (until > scheduler.now()) return true;
    if (!faults.stall(house.name)) return false;
    const own = faults.luck(`${house.name} sleeps`);
    const wakes = scheduler.now() + own.whole(5_000, 60_000);
    stalled.set(house, wakes);
    duty.ends(house, scheduler.now());
    if (!leaving.has(house)) duty.begins(house, wakes);
    scheduler.note(`${house.name} stalls`);
    // As a virtual machine that was put to sleep: whoever looks after its clock sets it anew, forward or back.
    if (own.happens(0.5)) house.setClock();
    return true;
  }

  async function readBy(house: HouseProcess): Promise<void> {
    for (let read = false; !read && house.alive;) {
      const attempt = () =>
        house.repeatAlone("owner's files").then(
          () => true,
          (error: unknown) => {
            if (error instanceof DatabaseError) return false;
            throw error;
          },
        );
      read = await scheduler.task(operator, `${house.name} reads the owner's files`, attempt, () => ground.holder !== undefined);
      if (!read) await scheduler.wait(operator, FILES_MS, "waits for the database").done;
    }
  }

  /** When the house has something to do by itself; does it when the time has come. */
  async function due(): Promise<number | undefined> {
    tend();
    const up = houses.filter((house) => house.alive);
    if (up.length === 0) return undefined;
    const now = scheduler.now();
    const times: number[] = [];
    if (up.some((house) => house.app.rooms.turns.running() > 0)) {
      if (lastRenewal + RENEW_MS <= now) {
        lastRenewal = now;
        for (const house of up) if (!stalls(house)) house.repeat("renew leases");
      }
      times.push(lastRenewal + RENEW_MS);
    }
    const row = await nextDue();
    if (row) {
      // What is due is due by the clock of whoever does it.
      const ahead = Math.max(...up.map((house) => house.ahead()));
      const at = Math.max(row.at.getTime() - ahead, lastRound + pauseAfter(idle));
      if (at <= now) {
        lastRound = now;
        const what = `${row.why} of ${row.at.getTime()}`;
        idle = what === lastWhat ? idle + 1 : 0;
        lastWhat = what;
        const work = SWEPT.has(row.why) ? "sweep" : "round";
        scheduler.note(`a ${work}, for ${row.why}`);
        for (const house of up) if (!stalls(house) || faults.luck(`${house.name} goes on`).happens(0.5)) house.repeat(work);
        times.push(now);
      } else times.push(at);
    }
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async function nextDue(): Promise<Due | undefined> {
    const { changed } = ground;
    ground.changed = new Set();
    for (const { name, of, sql } of DUE) {
      if (changed && of.every((table) => !changed.has(table))) continue;
      const [row] = await watched(ground).query<Due>(sql, [], `simulation_next_${name}`);
      if (row) next.set(name, row);
      else next.delete(name);
    }
    // Of those at the same moment, the first by name: the order must not depend on who was asked.
    return [...next.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.why < b.why ? -1 : 1))[0];
  }

  return {
    houses,
    duty,
    nextDue,
    up: () => houses.filter((house) => house.alive && !leaving.has(house)),
    call,
    update,
    start,
    due,
    async open() {
      for (let i = 0; i < processes; i++) void start();
      while (houses.length < processes) await scheduler.run(scheduler.now() + ROUND_MS, due);
    },
    /** Something has changed outside: what nobody could do for long may be possible now. */
    wake: () => void (idle = 0),
    /** All that reads the owner's files reads them now, or as soon as it can. */
    async readFiles(): Promise<void> {
      for (const house of houses.filter((one) => one.alive)) await readBy(house);
    },
  };
}

function pauseAfter(idleRounds: number): number {
  return idleRounds <= PATIENT_ROUNDS ? ROUND_MS : Math.min(RARE_MS, ROUND_MS * 2 ** (idleRounds - PATIENT_ROUNDS));
}

const SWEPT = new Set(["a deadline", "a hold of nobody"]);

function silence(): Promise<never> {
  return new Promise(() => undefined);
}

export type World = ReturnType<typeof createWorld>;

// Whatever a round or a sweep would find: work that waits, and the leases, dates and deadlines that bring some. `of`: the tables it stands in.
const DUE = [
  { name: "timers", of: ["timers"], sql: due("('a timer', (select min(greatest(due_at, coalesce(lease_until, due_at))) from timers where done_at is null))") },
  {
    name: "outbox",
    of: ["outbox"],
    sql: due("('a delivery', (select min(greatest(next_at, coalesce(lease_until, next_at))) from outbox where state = 'pending'))"),
  },
  {
    name: "turns",
    of: ["conversations", "holds", "hold_ends", "turns", "escalations"],
    sql: due(`('a lease', (select min(lease_until) from conversations where turn is not null)),
  ('a message that waits', (select min(last_at) from conversations where turn is null and inbound_seq > covered_seq and mode = 'avatar')),
  ('a deadline', (select min(deadline) from open_holds)),
  ('a hold of nobody', (select min(greatest(h.at, c.last_at)) + interval '60 seconds' from open_holds o join holds h on h.id = o.hold join conversations c on c.id = h.conversation
     where h.turn is not null and c.turn is distinct from h.turn and case
       when h.kind in ('model', 'tool') then not exists (select 1 from turns t where t.id = h.turn and t.outcome in ('replied', 'fallback'))
       else not exists (select 1 from escalations e where e.hold = h.id) end))`),
  },
];

function due(values: string): string {
  return `select why, at from (values ${values}) as due (why, at) where at is not null order by at, why limit 1`;
}
