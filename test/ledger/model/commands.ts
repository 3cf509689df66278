import fc from "fast-check";
import { compareState, type Model } from "./model.ts";
import { attempts } from "./attempts.ts";
import { monthOf, type Ask, type Hold } from "./reference.ts";
import type { Breakage } from "./breakable.ts";
import { LAG_MS, type World } from "./world.ts";

/**
 * What can happen to a ledger, as commands for fast-check. Each asks the reference model and the real ledger the same thing
 * and compares the answers; after each, the accounts are compared as well.
 */
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HUGE = 1_000_000_000_000;

type Asked<Given> = { given: Given; model: Model; world: World; breakage: Breakage | undefined };
/** `once`: asked again after a broken connection, it may say that it was done already; then only the accounts tell. */
type Behaviour<Given> = { expect(asked: Asked<Given>): string | Promise<string>; find(asked: Asked<Given>): Promise<string>; once?: boolean };

class Command<Given> implements fc.AsyncCommand<Model, World> {
  private readonly name: string;
  private readonly given: Given;
  private readonly breakage: Breakage | undefined;
  private readonly prepare: (asked: Asked<Given>) => Behaviour<Given>;

  constructor(name: string, given: Given, breakage: Breakage | undefined, prepare: (asked: Asked<Given>) => Behaviour<Given>) {
    this.name = name;
    this.given = given;
    this.breakage = breakage;
    this.prepare = prepare;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, world: World): Promise<void> {
    const asked = { given: this.given, model, world, breakage: this.breakage };
    const behaviour = this.prepare(asked);
    const { answer: found, wasBroken } = await world.surviving(this.breakage, () => behaviour.find(asked));
    const expected = await behaviour.expect(asked);
    const isTold = behaviour.once !== true || !wasBroken;
    if (isTold && found !== expected) throw new Error(`${String(this)}: answered "${found}", expected "${expected}"`);
    const differences = await compareState(model, world);
    if (differences.length > 0) throw new Error(`${String(this)}: ${differences.join("; ")}`);
    executed.commands++;
  }
  toString(): string {
    const { at, answerLost, dies } = this.breakage ?? {};
    const broken = this.breakage ? `, query ${at} ${answerLost ? "loses its answer" : "never comes"}${dies ? " and the process dies" : ""}` : "";
    return `${this.name}(${JSON.stringify(this.given)}${broken})`;
  }
}

/** How many commands have been executed and compared in this process. */
export const executed = { commands: 0 };

const breakage: fc.Arbitrary<Breakage | undefined> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ at: fc.integer({ min: 1, max: 6 }), answerLost: fc.boolean(), dies: fc.boolean() }) },
);

function command<Given>(
  weight: number,
  name: string,
  given: { [Key in keyof Given]: fc.Arbitrary<Given[Key]> },
  prepare: (asked: Asked<Given>) => Behaviour<Given>,
): { weight: number; arbitrary: fc.Arbitrary<fc.AsyncCommand<Model, World>> } {
  const arbitrary = fc.tuple(fc.record(given) as fc.Arbitrary<Given>, breakage).map(([values, broken]) => new Command(name, values, broken, prepare));
  return { weight, arbitrary };
}

const place = fc.oneof(
  { weight: 20, arbitrary: fc.nat(2) }, // budgets that something is granted to
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 4 }) }, // one without a grant; goodwill, which has no limit
  { weight: 1, arbitrary: fc.constant(5) }, // unknown
);
const budget = fc.nat(3);
const amount = fc.oneof({ weight: 5, arbitrary: fc.nat(60) }, { weight: 3, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constantFrom(HUGE, -1) });
const some = fc.nat(9_999);
const seldom = fc.nat(7).map((n) => n === 7);
const nothing = "there was nothing to do it to";

const kind = fc.constantFrom("model" as const, "staff" as const);
const minutes = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 50 * 24 * 60 }));

const take = command(20, "take", { place, amount, kind, minutes, isForeign: seldom, isLate: seldom }, (asked) => {
  const { given, model } = asked;
  const deadline = model.reference.clock.now + given.minutes * MINUTE_MS;
  const ask = model.askFor(model.place(given.place), BigInt(given.amount), { kind: given.kind, deadline, currency: given.isForeign ? "USD" : "EUR" });
  return {
    find: ({ world }) => world.take(ask, given.isLate ? "laggard" : "process"),
    expect: () => model.reference.take(ask, given.isLate ? model.reference.clock.now - LAG_MS : undefined),
  };
});

const change = fc.constantFrom("nothing", "amount", "account", "kind", "currency", "customer");
const again = command(8, "again", { hold: some, change, times: fc.nat(14).map((n) => (n === 14 ? 10 : 1)), restarts: fc.boolean() }, ({ given, model }) => {
  const known = model.hold(given.hold);
  const ask = known && changed(known, given.change);
  return {
    async find({ world }) {
      if (!ask) return nothing;
      const answers = new Set<string>();
      for (let i = 0; i < given.times; i++) {
        if (given.restarts && i % 3 === 0) world.restart();
        answers.add(await world.take(ask));
      }
      return [...answers].join();
    },
    expect: () => (ask ? model.reference.take(ask) : nothing),
  };
});

function changed({ open: _open, ...hold }: Hold, what: string): Ask {
  if (what === "amount") return { ...hold, amount: hold.amount + 1n };
  if (what === "account") return { ...hold, account: hold.account === "company/goodwill" ? "company/overrun" : "company/goodwill" };
  if (what === "kind") return { ...hold, kind: hold.kind === "model" ? "staff" : "model" };
  if (what === "currency") return { ...hold, currency: "USD" };
  return what === "customer" ? { ...hold, customer: "somebody" } : hold;
}

const settle = command(16, "settle", { hold: some, actual: fc.constantFrom("nothing", "below", "at", "above"), by: fc.nat(80), twice: seldom }, (asked) => {
  const { given, model } = asked;
  const hold = model.hold(given.hold);
  const by = BigInt(given.by) + 1n;
  const less = hold && hold.amount > by ? hold.amount - by : 0n;
  const actual = !hold || given.actual === "nothing" ? 0n : given.actual === "below" ? less : given.actual === "at" ? hold.amount : hold.amount + by;
  const excess = hold && model.askFor({ id: hold.account, customer: hold.customer }, actual > hold.amount ? actual - hold.amount : 0n);
  const times = given.twice ? 2 : 1;
  return {
    once: true,
    find: ({ world }) => repeated(times, () => (hold && excess ? world.settle({ ...hold }, actual, excess) : Promise.resolve(nothing))),
    async expect() {
      if (!hold || !excess) return repeated(times, async () => nothing);
      const wasOpen = hold.open;
      const key = `cost/${hold.key}`;
      const answers = await repeated(times, async () => model.reference.settle(hold.key, actual, excess));
      if (wasOpen && model.reference.booked.has(key)) model.remember(key, model.reference.booked.get(key) ?? []);
      return answers;
    },
  };
});

const end = command(9, "end", { hold: some, way: fc.constantFrom("void", "abandon"), twice: seldom }, ({ given, model }) => {
  const hold = model.hold(given.hold);
  const times = given.twice ? 2 : 1;
  return {
    once: true,
    find: ({ world }) =>
      repeated(times, async () => {
        if (!hold) return nothing;
        if (given.way === "void") return world.voided(hold.key);
        await world.abandon([hold.key]);
        return "abandoned";
      }),
    expect: () =>
      repeated(times, async () => {
        if (!hold) return nothing;
        if (given.way === "void") return model.reference.end(hold.key) ? "voided" : "already ended";
        model.reference.abandon(hold.key);
        return "abandoned";
      }),
  };
});

const sweep = command(8, "sweep", {}, ({ model }) => ({
  once: true,
  find: async ({ world }) => `${await world.sweep()} ended, the next at ${await world.nextDeadline()}`,
  expect() {
    const count = model.reference.sweep();
    const open = [...model.reference.holds.values()].filter((hold) => hold.open).map((hold) => hold.deadline);
    return `${count} ended, the next at ${open.length > 0 ? Math.min(...open) : undefined}`;
  },
}));

/** The clock goes on while the service works: what is past its deadline is swept within a minute. */
const pass = command(8, "pass", { minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }), isSwept: fc.boolean() }, ({ given, model }) => {
  const until = model.reference.clock.now + given.minutes * MINUTE_MS;
  return {
    async find({ world }) {
      world.clock.moveTo(new Date(until));
      if (given.isSwept) await world.sweep();
      return "passed";
    },
    expect() {
      model.reference.clock.now = until;
      if (given.isSwept) model.reference.sweep();
      return "passed";
    },
  };
});

/** To the very turn of a month, or a second beside it: where one process has the old month and another the new one. */
const turn = command(2, "turn", { offset: fc.constantFrom(-1_000, 0, 1_000, 60_000) }, ({ given, model }) => {
  const month = monthOf(model.reference.clock.now + 1_000) + 1;
  const until = Date.UTC(Math.floor(month / 12), month % 12) + given.offset;
  return {
    async find({ world }) {
      world.clock.moveTo(new Date(until));
      return "turned";
    },
    expect() {
      model.reference.clock.now = until;
      return "turned";
    },
  };
});

/** Nothing runs for weeks, over one or two ends of a month; whoever comes first finds what running through would have left. */
const stand = command(1, "stand", { days: fc.integer({ min: 28, max: 62 }), sweepsFirst: fc.boolean() }, ({ given, model }) => {
  const until = model.reference.clock.now + given.days * DAY_MS;
  return {
    async find({ world }) {
      world.clock.moveTo(new Date(until));
      world.restart();
      if (given.sweepsFirst) await world.sweep();
      for (const { id } of model.budgets) await world.budget(id);
      await world.sweep();
      return "stood";
    },
    expect() {
      model.runThrough(until);
      return "stood";
    },
  };
});

/** A cost without a hold: who books one asks the budget first, as everybody does who shows it. */
const spend = command(7, "spend", { place: fc.nat(4), amount: fc.nat(150), kind, isAgain: fc.boolean(), booking: some }, ({ given, model }) => {
  const { id, customer } = model.place(given.place);
  const key = (given.isAgain && model.booking(given.booking)?.key) || `cost/${model.nextKey("c")}`;
  const of = { customer, kind: given.kind, account: id };
  const isBehind = model.reference.isBehind(id);
  return {
    once: true,
    find: async ({ world }) => {
      if (isBehind) await world.budget(id);
      return world.spend(key, BigInt(given.amount), of);
    },
    expect() {
      model.reference.touch(id);
      const lines = model.costLines(of, BigInt(given.amount));
      // A transfer of nothing books nothing, whatever its key.
      const answer = given.amount === 0 ? "booked" : model.reference.book(key, lines);
      if (answer === "booked" && given.amount > 0) model.remember(key, lines);
      return answer;
    },
  };
});

const reverse = command(5, "reverse", { booking: some, twice: seldom }, ({ given, model }) => {
  const booking = model.booking(given.booking);
  const lines = (booking?.lines ?? []).map((line) => ({ ...line, amount: -line.amount }));
  const touched = lines.map((line) => line.account).filter((name) => model.budgets.some(({ id }) => id === name));
  const behind = touched.filter((name) => model.reference.isBehind(name));
  const key = `reverse/${booking?.key}`;
  return {
    once: true,
    async find({ world }) {
      if (!booking) return nothing;
      for (const name of behind) await world.budget(name);
      return repeated(given.twice ? 2 : 1, () => world.book(key, lines, { kind: "correction", reverses: booking.key }));
    },
    expect() {
      if (!booking) return nothing;
      for (const name of touched) model.reference.touch(name);
      return repeated(given.twice ? 2 : 1, async () => model.reference.book(key, lines));
    },
  };
});

/** What is found out later: a correction, or a further grant, dated in a month that has gone. */
const backdate = command(5, "backdate", { budget, isGrant: fc.boolean(), amount: fc.integer({ min: -60, max: 60 }), months: fc.nat(3) }, ({ given, model }) => {
  const { id } = model.place(given.budget);
  const month = monthOf(model.reference.clock.now) - given.months;
  const isBehind = model.reference.isBehind(id);
  const at = Math.min(model.reference.clock.now, Date.UTC(Math.floor(month / 12), month % 12, 20));
  const of = BigInt(given.isGrant ? Math.abs(given.amount) + 1 : given.amount || 1);
  const lines = [
    { account: id, amount: of },
    { account: given.isGrant ? "company/grants" : "company/goodwill", amount: -of },
  ];
  const key = model.nextKey(given.isGrant ? "grant" : "correction");
  return {
    once: true,
    async find({ world }) {
      if (isBehind) await world.budget(id);
      const period = new Date(at).toISOString().slice(0, 7);
      return world.book(key, lines, given.isGrant ? { kind: "grant", at, period } : { kind: "correction", at });
    },
    expect() {
      model.reference.touch(id);
      if (given.isGrant) return model.reference.grant(key, id, of, month);
      const answer = model.reference.book(key, lines, at);
      if (answer === "booked") model.remember(key, lines);
      return answer;
    },
  };
});

const look = command(6, "look", { place }, ({ given, model }) => {
  const { id } = model.place(given.place);
  const isBudget = model.budgets.some((one) => one.id === id);
  return {
    find: async ({ world }) => (isBudget || id.endsWith("unknown") ? world.budget(id) : nothing),
    expect: () => (isBudget || id.endsWith("unknown") ? model.reference.budget(id) : nothing),
  };
});

const restart = command(3, "restart", {}, () => ({
  async find({ world }) {
    world.restart();
    return "restarted";
  },
  expect: () => "restarted",
}));

/** Many at the same moment on one account: as many are admitted as fit, in the order in which they came. */
const crowd = command(
  3,
  "crowd",
  { budget: fc.nat(2), amounts: fc.array(fc.nat(150), { minLength: 2, maxLength: 9 }), twin: fc.option(fc.boolean()) },
  ({ given, model, breakage: broken }) => {
    const to = model.place(given.budget);
    // Where a month is opened or a query breaks on the way, the order is nobody's promise: then all want the same.
    const isOrdered = !broken && !model.reference.isBehind(to.id);
    const asks = given.amounts.map((one) => model.askFor(to, BigInt(isOrdered ? one : (given.amounts[0] ?? 0))));
    const [first] = asks;
    if (first && isOrdered && given.twin !== null) asks.push({ ...first, amount: first.amount + (given.twin ? 1n : 0n) });
    let inOrder = asks;
    return {
      async find({ world }) {
        const settled = await Promise.allSettled(asks.map((ask) => world.take(ask)));
        const answers = settled.map((one) => (one.status === "fulfilled" ? withoutRest(one.value) : rethrow(one.reason)));
        const isTaken = new Map(asks.map((ask, i) => [ask, answers[i] === "taken" ? 0 : 1]));
        if (isOrdered) return answers.join();
        inOrder = asks.toSorted((a, b) => (isTaken.get(a) ?? 0) - (isTaken.get(b) ?? 0));
        return answers.toSorted((a, b) => (a === "taken" ? 0 : 1) - (b === "taken" ? 0 : 1)).join();
      },
      expect: () => inOrder.map((ask) => withoutRest(model.reference.take(ask))).join(),
    };
  },
);

/** Somebody with a database client: the books refuse to be falsified, whoever writes. */
const falsify = command(6, "falsify", { budget, attempt: some }, ({ given, model }) => {
  const { id } = model.place(given.budget);
  const attempt = attempts[given.attempt % attempts.length] as (typeof attempts)[number];
  return {
    find: ({ world }) => attempt.make(world, id, model.reference.leftOn(id)),
    expect: () => attempt.answer,
  };
});

export const anyCommand: fc.Arbitrary<fc.AsyncCommand<Model, World>> = fc.oneof(
  take,
  again,
  settle,
  end,
  sweep,
  pass,
  turn,
  stand,
  spend,
  reverse,
  backdate,
  look,
  restart,
  crowd,
  falsify,
);

async function repeated(times: number, act: () => Promise<string>): Promise<string> {
  const answers: string[] = [];
  for (let i = 0; i < times; i++) answers.push(await act());
  return answers.join(", then ");
}

/** What was left is told at some moment of a crowd: nobody promises at which. */
function withoutRest(answer: string): string {
  return answer.split(",")[0] ?? answer;
}

function rethrow(error: unknown): never {
  throw error;
}
