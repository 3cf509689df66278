import {
  cost as costWrites,
  createLedger,
  endHold,
  openAccount,
  supportCost,
  transfer,
  transferId,
  type Calendar,
  type GrantRule,
  type Ledger,
  type OpenHold,
} from "../../../src/ledger/index.ts";
import { manualClock } from "../../../src/platform/clock.ts";
import { applyWrites, type Write } from "../../../src/platform/commit.ts";
import type { Database } from "../../../src/platform/database.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { createLog } from "../../../src/platform/log.ts";
import { breakable, Crash, type Breakage } from "./breakable.ts";
import { monthOf, type Ask, type Grants, type Hold, type Line } from "./reference.ts";

/** How far the clock of a second process stays behind. */
export const LAG_MS = 120_000;
export const COMPANY = ["company/grants", "company/goodwill", "company/overrun", "company/faults", "vendor/model", "staff/time"];

/** Months in UTC: the owner's time zone is the calendar's own matter. */
export const calendar: Calendar & { period(month: number): string } = {
  period: (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
  periodOf: (at) => at.toISOString().slice(0, 7),
  bounds: (period) => ({ from: new Date(`${period}-01T00:00:00Z`), to: new Date(`${calendar.next(period)}-01T00:00:00Z`) }),
  next: (period) => calendar.period(monthOf(Date.parse(`${period}-01T00:00:00Z`)) + 1),
};

/** What the refusals of database and ledger mean, in the reference model's words. */
const MEANING: Record<string, string> = {
  "23505": "already",
  "23514": "not an amount",
  P0L01: "never changes",
  P0L02: "unbalanced",
  P0L03: "another currency",
  P0L04: "by hand",
  P0L05: "overdrawn",
  ledger_key_reused: "another body",
};

export type World = Awaited<ReturnType<typeof openWorld>>;
export type BudgetAccount = { id: string; customer: string; grants?: Grants };

/** The real ledger on a real database for one run, with accounts of its own, asked in the reference model's words. */
export async function openWorld(given: { db: Database; run: string; start: number; budgets: BudgetAccount[] }) {
  const { run, budgets } = given;
  const { db, ...breaking } = breakable(given.db);
  const clock = manualClock(new Date(given.start));
  const behind = { kind: "manual" as const, now: () => new Date(clock.now().getTime() - LAG_MS) };
  const ids = randomIds();
  const log = createLog("silent");
  const ruleOf = async (account: string): Promise<GrantRule | undefined> => {
    const found = budgets.find((one) => one.id === account);
    return found?.grants && ruleFrom(found, found.grants);
  };
  const begin = (at: typeof behind): Ledger => createLedger({ db, clock: at, ids, log, calendar, ruleOf });
  let ledger = begin(clock);
  let laggard = begin(behind);
  const holds = new Map<string, OpenHold>();

  await ledger.openBooks("EUR");
  await applyWrites(
    db,
    budgets.flatMap(({ id, customer }) => [openAccount(id, "EUR", true), openAccount(supportCost(customer), "EUR", false)]),
  );
  const watched = [...COMPANY, ...new Set(budgets.flatMap(({ id, customer }) => [id, supportCost(customer)]))];
  // The company's accounts are shared by all runs: what counts is what this one moves.
  const before = new Map((await readAccounts()).map((row) => [row.id, row.balance]));

  /** A new process on the same data: whatever the old one had in memory is gone. */
  function restart(): void {
    breaking.mend();
    ledger = begin(clock);
    laggard = begin(behind);
  }

  function readAccounts(): Promise<{ id: string; balance: bigint; held: bigint; period: string | null }[]> {
    return given.db.query("select id, balance, held, period from accounts where id = any($1)", [watched], "model_accounts");
  }

  /** What each account has moved by in this run, and what is held on it. */
  async function state(): Promise<Map<string, { balance: bigint; held: bigint; period: string | null }>> {
    return new Map((await readAccounts()).map(({ id, balance, held, period }) => [id, { balance: balance - (before.get(id) ?? 0n), held, period }]));
  }

  async function take({ deadline, ...ask }: Ask, by: "process" | "laggard" = "process"): Promise<string> {
    const request = { ...ask, conversation: `${run}/v`, turn: ask.key, deadline: new Date(deadline), facts: { run } };
    return inWords(async () => {
      const answer = await (by === "process" ? ledger : laggard).takeHold(request);
      if (!answer.ok) return (await isCovered(ask.account, ask.amount)) ? "refused, although the postings cover it" : `refused, ${answer.left} left`;
      const known = holds.get(ask.key);
      if (known && known.id !== answer.id) return "taken as a second hold";
      holds.set(ask.key, known ?? { ...request, id: answer.id, at: clock.now() });
      return "taken";
    });
  }

  /** A refusal is right only if what was posted and what is open, added up from nothing, refuses too. */
  async function isCovered(account: string, amount: bigint): Promise<boolean> {
    const [row] = await given.db.query<{ left: bigint }>(
      `select ((select coalesce(sum(amount), 0) from postings where account = $1)
        - (select coalesce(sum(h.amount), 0) from holds h left join hold_ends e on e.hold = h.id where h.account = $1 and e.hold is null))::bigint as left`,
      [account],
      "model_left",
    );
    return (row?.left ?? 0n) >= amount;
  }

  const holdOf = (key: string): OpenHold => holds.get(key) ?? raise(`no hold was answered for ${key}`);
  const costOf = (key: string, amount: bigint, hold: Pick<Hold, "customer" | "kind" | "account">, payer = hold.account): Write[] =>
    costWrites({
      key: `${run}/${key}`,
      kind: hold.kind,
      cause: "model-test",
      customer: hold.customer,
      amount,
      currency: "EUR",
      payer,
      vendor: hold.kind === "model" ? "vendor/model" : "staff/time",
      at: clock.now(),
    });
  /** The same in one commit: all of it, or nothing. */
  const commit = (writes: Write[], done: string, already: string): Promise<string> =>
    inWords(async () => {
      await applyWrites(db, writes);
      return done;
    }, already);
  const ended = (key: string, outcome: "settled" | "voided", transferKey?: string): Write =>
    endHold(holdOf(key).id, outcome, clock.now(), { transfer: transferKey === undefined ? null : transferId(`${run}/${transferKey}`) });

  /** As the service settles: cost and end of the hold stand or fall together, with an excess that was held for first. */
  async function settle(hold: Hold, actual: bigint, excess: Ask): Promise<string> {
    const within = actual < hold.amount ? actual : hold.amount;
    const isOver = excess.amount > 0n;
    const isHeld = isOver && (await take(excess)) === "taken";
    const writes = [...costOf(`cost/${hold.key}`, within, hold), ended(hold.key, "settled", within > 0n ? `cost/${hold.key}` : undefined)];
    if (isOver) writes.push(...costOf(`cost/${excess.key}`, excess.amount, hold, isHeld ? hold.account : "company/overrun"));
    if (isHeld) writes.push(ended(excess.key, "settled", `cost/${excess.key}`));
    const done = `settled ${within} and ${isOver ? excess.amount : 0n} ${isHeld ? "on the budget" : "on the company"}`;
    const answer = await commit(writes, done, "already ended");
    if (answer === "already ended" && isHeld) await commit([ended(excess.key, "voided")], "", "");
    return answer;
  }

  const book = (key: string, lines: Line[], more: { kind: string; at?: number; period?: string; reverses?: string }): Promise<string> => {
    const { kind, at = clock.now().getTime(), period, reverses } = more;
    const facts = period === undefined ? {} : { period };
    const corrects = reverses === undefined ? {} : { reverses: transferId(`${run}/${reverses}`) };
    const row = { key: `${run}/${key}`, kind, cause: "model-test", customer: run, at: new Date(at), currency: "EUR", lines, facts, ...corrects };
    return commit(transfer(row), "booked", "already booked");
  };

  return {
    run,
    db: given.db,
    clock,
    watched,
    holds,
    restart,
    state,
    take,
    settle,
    book,
    spend: (key: string, amount: bigint, hold: Pick<Hold, "customer" | "kind" | "account">) => commit(costOf(key, amount, hold), "booked", "already booked"),
    voided: (key: string) => commit([ended(key, "voided")], "voided", "already ended"),
    abandon: (keys: string[]) => ledger.abandon(keys.map(holdOf), "crash"),
    sweep: () => ledger.sweep(),
    nextDeadline: async () => (await ledger.nextDeadline())?.getTime(),
    budget: (account: string) =>
      inWords(async () => {
        const { granted, held, spent, left } = await ledger.budgetOf(account);
        return `granted ${granted}, held ${held}, spent ${spent}, left ${left}`;
      }),
    check: () => ledger.check(),
    supportCost: async (customer: string) => {
      const [row] = await given.db.query<{ sum: bigint }>("select coalesce(sum(amount), 0)::bigint as sum from postings where account = $1", [
        supportCost(customer),
      ]);
      return row?.sum;
    },
    statement: (sql: string, values: unknown[] = []) =>
      inWords(async () => {
        await given.db.query(sql, values);
        return "accepted";
      }),
    /** Does `act` with one query failing on the way; a process that dies of it starts again. Whoever got no answer asks again. */
    async surviving<T>(breakage: Breakage | undefined, act: () => Promise<T>): Promise<{ answer: T; wasBroken: boolean }> {
      breaking.begin();
      if (breakage) breaking.arm(breakage);
      try {
        return { answer: await act(), wasBroken: breaking.hasBroken() };
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        if (breakage?.dies) restart();
        breaking.mend();
        return { answer: await act(), wasBroken: true };
      } finally {
        breaking.mend();
      }
    },
  };
}

function ruleFrom({ id, customer }: BudgetAccount, { since, terms }: Grants): GrantRule {
  return {
    key: id,
    customer,
    currency: "EUR",
    since: new Date(since),
    grant: async (from) => terms(monthOf(from.getTime())),
  };
}

async function inWords(act: () => Promise<string>, already = "already"): Promise<string> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Crash) throw error;
    const { code, message } = error as { code?: string; message: string };
    if (code === "23505") return already;
    if (code !== undefined && MEANING[code]) return MEANING[code];
    if (message.endsWith("does not exist.")) return "unknown account";
    throw error;
  }
}

function raise(text: string): never {
  throw new Error(text);
}
