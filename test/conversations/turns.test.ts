import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createInbox, createOutbox, createThreads, createTurns, type Answer, type Turn } from "../../src/conversations/index.ts";
import type { Database } from "../../src/platform/database.ts";
import { manualClock } from "../../src/platform/clock.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { memoryLive } from "../../src/platform/live.ts";
import { createLog } from "../../src/platform/log.ts";
import { openTestDatabase } from "../support/database.ts";

// The durable turn is what everything stands on: one turn at a time, one outcome per message, nothing said by who came late.

let db: Database;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  db = await openTestDatabase();
  desk = await openDesk(db);
});
afterEach(async () => {
  await db.close();
});

async function openDesk(db: Database) {
  const clock = manualClock(new Date("2026-03-02T09:00:00Z"));
  const ids = randomIds();
  const log = createLog("silent");
  const live = memoryLive();
  const said: string[] = [];
  const abandoned: string[] = [];
  let answer: (turn: Turn) => Promise<Answer> = async (turn) => plain(turn);
  const outbox = createOutbox({
    db,
    clock,
    ids,
    log,
    deliver: async (_channel, envelope) => {
      if (envelope.kind === "reply") said.push(envelope.item.text);
      return { state: "delivered" };
    },
  });
  const make = (process: string) =>
    createTurns({
      db,
      clock,
      ids,
      log,
      live,
      outbox,
      process,
      leaseMs: 15_000,
      answer: (turn) => answer(turn),
      abandon: async (turn) => void abandoned.push(turn),
      applyLate: (writes) => applyWrites(db, writes),
    });
  const turns = make("one");
  const threads = createThreads({ db, clock, ids, outbox, interrupt: turns.interrupt });
  const inboxOf = (process: string, behindMs: number) => {
    const own = { kind: clock.kind, now: () => new Date(clock.now().getTime() - behindMs) };
    return createInbox({ db, clock: own, ids, process, leaseMs: 15_000, episodes: () => ({ joinHours: 72, closeDays: 14 }) });
  };
  const [inbox, late] = [inboxOf("one", 0), inboxOf("two", 3_000)];
  await db.query("insert into customers (id, name, plan, payer, created_at) values ('c1', 'Acme', 'standard', 'p', $1)", [clock.now()]);
  await db.query("insert into contacts (id, customer, name, created_at) values ('k1', 'c1', 'Ana', $1)", [clock.now()]);
  for (const id of ["v1", "v2"])
    await db.query("insert into conversations (id, channel, thread, customer, contact, created_at, last_at) values ($1, 'web', $1, 'c1', 'k1', $2, $2)", [
      id,
      clock.now(),
    ]);
  return {
    clock,
    turns,
    threads,
    inbox,
    outbox,
    said,
    abandoned,
    make,
    answers: (with_: typeof answer) => void (answer = with_),
    /** `by`: the process that takes it in; the clock of the late one is three seconds behind */
    write: (conversation: string, id: string, text: string, topic = "other", by: "punctual" | "late" = "punctual") =>
      (by === "late" ? late : inbox).accept({
        conversation,
        channel: "web",
        publicId: id,
        externalId: `${conversation}/${id}`,
        text,
        cause: { topic, errorCode: null, productVersion: null },
        joins: true,
      }),
  };
}

function plain(turn: Turn, text = `re: ${turn.covers.map((message) => message.text).join(" + ")}`): Answer {
  return {
    reply: { text, modelText: text, sources: [], name: "Marla", disclosed: true },
    outcome: "replied",
    model: "built-in",
    prompt: null,
    rulebook: "v1",
    drafts: 1,
    discards: 0,
    writes: [],
    late: [],
  };
}

describe("a message", () => {
  test("is leased with all that its turn needs, answered once, and covered", async () => {
    const received = await desk.write("v1", "a", "Hello");
    expect(received).toMatchObject({ seq: 1, repeated: false, mode: "avatar" });
    expect(received.claimed?.messages.map((message) => message.text)).toEqual(["Hello"]);

    await desk.turns.start(received.claimed as NonNullable<typeof received.claimed>);
    await desk.outbox.idle();

    expect(desk.said).toEqual(["re: Hello"]);
    expect(await desk.threads.items({ conversation: "v1", customer: "c1" }, 0, 10)).toMatchObject([
      { seq: 1, id: "a", from: "contact" },
      { seq: 2, from: "avatar", inReplyTo: ["a"] },
    ]);
    expect(await db.query("select outcome, reply is not null as said from outcomes")).toEqual([{ outcome: "replied", said: true }]);
    expect(await db.query("select state from outbox")).toEqual([{ state: "delivered" }]);
  });

  test("that comes again is the same message, and with another text it is told apart", async () => {
    const first = await desk.write("v1", "a", "Hello");
    expect(await desk.write("v1", "a", "Hello")).toMatchObject({ id: first.id, seq: 1, repeated: true, differs: false, claimed: null });
    expect(await desk.write("v1", "a", "Bye")).toMatchObject({ repeated: true, differs: true });
    const twins = await Promise.all([desk.write("v1", "b", "x"), desk.write("v1", "b", "x"), desk.write("v1", "b", "x")]);
    expect(twins.map((twin) => twin.seq)).toEqual([2, 2, 2]);
    expect(twins.filter((twin) => !twin.repeated)).toHaveLength(1);
  });

  test("that arrives while a turn runs waits for the next turn, joined with its neighbours", async () => {
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    desk.answers(async (turn) => {
      if (turn.covers[0]?.text === "one") await gate;
      return plain(turn);
    });
    const first = await desk.write("v1", "1", "one");
    const turn = desk.turns.start(first.claimed as NonNullable<typeof first.claimed>);
    expect((await desk.write("v1", "2", "two")).claimed).toBeNull();
    expect((await desk.write("v1", "3", "three")).claimed).toBeNull();
    release();
    await turn;
    await desk.outbox.idle();
    expect(desk.said).toEqual(["re: one", "re: two + three"]);
    expect((await desk.threads.items({ conversation: "v1", customer: "c1" }, 0, 10)).at(-1)?.inReplyTo).toEqual(["2", "3"]);
  });

  test("that waits when a question falls due is not answered by the question's answer: the next turn has it", async () => {
    desk.answers(async (turn) => (turn.cause.kind === "question" ? plain(turn, "about the question") : plain(turn)));
    await desk.write("v1", "a", "Hello");
    desk.clock.moveTo(new Date("2026-03-02T09:01:00Z")); // whoever had it died
    await desk.turns.wake("v1", { kind: "question", question: "q1" });
    await desk.outbox.idle();
    expect(desk.said).toEqual(["about the question", "re: Hello"]);
    expect((await desk.threads.items({ conversation: "v1", customer: "c1" }, 0, 10)).map(({ inReplyTo }) => inReplyTo)).toEqual([[], [], ["a"]]);
  });
});

describe("whoever comes late", () => {
  test("says nothing: a person took over, and the message is that person's", async () => {
    desk.answers(async (turn) => {
      await desk.threads.setMode("v1", { mode: "human", staff: "s1", name: "Ana Perez" });
      return plain(turn);
    });
    const received = await desk.write("v1", "a", "Hello");
    await desk.turns.start(received.claimed as NonNullable<typeof received.claimed>);
    await desk.outbox.idle();
    expect(desk.said).toEqual([]);
    expect(await db.query("select outcome from outcomes")).toEqual([{ outcome: "human" }]);
    expect(await db.query("select outcome from turns")).toEqual([{ outcome: "superseded" }]);
    expect(await desk.write("v1", "b", "Still there?")).toMatchObject({ mode: "human", claimed: null });
  });

  test("says nothing: the lease ran out and another process answered", async () => {
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const received = await desk.write("v1", "a", "Hello");
    desk.answers(async (turn) => {
      await gate;
      return plain(turn, "late");
    });
    const late = desk.turns.start(received.claimed as NonNullable<typeof received.claimed>);
    await Promise.resolve();
    desk.clock.moveTo(new Date("2026-03-02T09:01:00Z"));
    desk.answers(async (turn) => plain(turn, "in time"));
    expect(await desk.make("two").poll()).toBe(1);
    release();
    await late;
    await desk.outbox.idle();
    expect(desk.said).toEqual(["in time"]);
    expect(desk.abandoned[0]).toBe(received.claimed?.turn);
    expect(await db.query("select count(*)::int as n from outcomes")).toEqual([{ n: 1 }]);
    // Whoever took over had thought it dead; it knows better, and its row says so.
    expect(await db.query("select outcome, ended_at from turns where id = $1", [received.claimed?.turn])).toMatchObject([{ outcome: "superseded" }]);
  });
});

describe("what a person took over and hands back", () => {
  const takeOver = (name: string) => desk.threads.setMode("v1", { mode: "human", staff: name, name });
  const handBack = () => desk.threads.setMode("v1", { mode: "avatar", takesUp: true });
  const outcomes = () =>
    db.query<{ public_id: string; outcome: string }>("select m.public_id, o.outcome from outcomes o join messages m on m.id = o.message order by m.seq");

  // The simulation found it (seed 129 of its day): one of three messages stayed a person's, and each turn that covered them failed, for ever.
  test("is all answered, whichever process took it in, and however its clock is set", async () => {
    await desk.write("v1", "a", "one");
    await takeOver("Ben");
    await desk.write("v1", "b", "two");
    await desk.write("v1", "c", "three", "other", "late");
    await desk.write("v1", "d", "four");
    await handBack();
    expect(await desk.turns.poll()).toBe(1);
    await desk.turns.idle();
    await desk.outbox.idle();
    expect(desk.said).toEqual(["re: one + two + three + four"]);
    expect(await outcomes()).toEqual(["a", "b", "c", "d"].map((public_id) => ({ public_id, outcome: "replied" })));
  });

  test("by one to another is still what the first one took over; what was dealt with before stays so", async () => {
    await takeOver("Ben");
    await desk.write("v1", "a", "dealt with on the phone");
    await desk.threads.setMode("v1", { mode: "avatar" });
    await takeOver("Ben");
    await desk.write("v1", "b", "and this?");
    await takeOver("Cleo");
    await desk.write("v1", "c", "hello?");
    await handBack();
    await desk.turns.poll();
    await desk.turns.idle();
    await desk.outbox.idle();
    expect(desk.said).toEqual(["re: and this? + hello?"]);
    expect(await outcomes()).toEqual([
      { public_id: "a", outcome: "human" },
      { public_id: "b", outcome: "replied" },
      { public_id: "c", outcome: "replied" },
    ]);
  });
});

describe("a turn that throws", () => {
  test("keeps the message: it is answered when the lease has run out", async () => {
    desk.answers(async () => {
      throw new Error("broken");
    });
    const received = await desk.write("v1", "a", "Hello");
    await desk.turns.start(received.claimed as NonNullable<typeof received.claimed>);
    expect(desk.said).toEqual([]);
    desk.answers(async (turn) => plain(turn));
    desk.clock.moveTo(new Date("2026-03-02T09:01:00Z"));
    await desk.turns.poll();
    await desk.outbox.idle();
    expect(desk.said).toEqual(["re: Hello"]);
    // Both are there to be read: the one that broke, from the message to the takeover, and the one that answered.
    const times = (from: string, to: string) => ({ started_at: new Date(`2026-03-02T${from}Z`), ended_at: new Date(`2026-03-02T${to}Z`) });
    expect(await db.query("select outcome, cause, covers, reply is null as silent, started_at, ended_at from turns order by started_at")).toEqual([
      { outcome: "crashed", cause: "message", covers: ["a"], silent: true, ...times("09:00:00", "09:01:00") },
      { outcome: "replied", cause: "message", covers: ["a"], silent: false, ...times("09:01:00", "09:01:00") },
    ]);
  });

  test("again and again leaves a row for each time", async () => {
    desk.answers(async () => {
      throw new Error("broken");
    });
    const received = await desk.write("v1", "a", "Hello");
    await desk.turns.start(received.claimed as NonNullable<typeof received.claimed>);
    for (const minute of ["01", "02"]) {
      desk.clock.moveTo(new Date(`2026-03-02T09:${minute}:00Z`));
      await desk.turns.poll();
    }
    expect(await db.query("select outcome, to_char(started_at at time zone 'UTC', 'HH24:MI') as began from turns order by started_at")).toEqual([
      { outcome: "crashed", began: "09:00" },
      { outcome: "crashed", began: "09:01" },
    ]);
  });

  test("at a question's date frees the conversation, and leaves its row as well", async () => {
    desk.answers(async () => {
      throw new Error("broken");
    });
    await desk.turns.wake("v1", { kind: "question", question: "q1" });
    const [leased] = await db.query<{ turn: string; fence: bigint }>("select turn, fence from conversations where id = 'v1'");
    desk.clock.moveTo(new Date("2026-03-02T09:01:00Z"));
    await desk.turns.poll();
    expect(await db.query("select turn, fence from conversations where id = 'v1'")).toEqual([{ turn: null, fence: (leased?.fence ?? 0n) + 1n }]);
    expect(await db.query("select id, outcome, cause, covers, fence from turns")).toEqual([
      { id: leased?.turn, outcome: "crashed", cause: "question", covers: [], fence: leased?.fence },
    ]);
    expect(desk.abandoned).toEqual([leased?.turn]);
  });
});

describe("an episode", () => {
  test("is one matter with its follow-ups, and joins other conversations of the customer by topic", async () => {
    await desk.write("v1", "a", "Backup?", "backup");
    await desk.write("v1", "b", "And restore?", "restore");
    await desk.write("v2", "a", "Backup again", "backup");
    expect(await db.query("select topic, count(*)::int as n from interactions group by topic")).toEqual([{ topic: "backup", n: 3 }]);
    desk.clock.moveTo(new Date("2026-03-20T09:00:00Z"));
    await desk.write("v1", "c", "Backup, weeks later", "backup");
    expect(await db.query("select count(*)::int as n from episodes")).toEqual([{ n: 2 }]);
  });
});
