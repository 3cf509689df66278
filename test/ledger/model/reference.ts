/**
 * The ledger as it should be, in plain words: what PRODUCT promises 4 and 5 and the design of budgets say, with no table, no
 * trigger and no lazy step. The real one is held against it after every command. Pure: nothing comes in but what is given.
 */
export type Terms = { amount: bigint; carryOver: number };
export type Ask = { key: string; account: string; amount: bigint; currency: string; kind: "model" | "staff"; customer: string; deadline: number };
export type Line = { account: string; amount: bigint };
export type Hold = Ask & { open: boolean };
export type Grants = { since: number; terms: (month: number) => Terms };
type Account = { capped: boolean; balance: bigint; grants?: Grants; month?: number; granted: Map<number, bigint>; spent: Map<number, bigint> };

const CURRENCY = "EUR";

/** A month of the calendar as a number that counts on. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function createReference(start: number) {
  const accounts = new Map<string, Account>();
  const holds = new Map<string, Hold>();
  const booked = new Map<string, Line[]>();
  const clock = { now: start };
  let transfers = 0;

  function open(name: string, capped: boolean, grants?: Grants): void {
    accounts.set(name, { capped, balance: 0n, granted: new Map(), spent: new Map(), ...(grants && { grants }) });
  }
  const account = (name: string): Account => accounts.get(name) ?? fail(name);
  const heldOn = (name: string): bigint => [...holds.values()].reduce((sum, hold) => (hold.open && hold.account === name ? sum + hold.amount : sum), 0n);
  const leftOn = (name: string): bigint => account(name).balance - heldOn(name);

  /** Books a transfer once under its key, all lines or none; no capped account falls below what is held on it. */
  function book(key: string, lines: Line[], at = clock.now, isSpending = true): "booked" | "already booked" | "overdrawn" {
    if (booked.has(key)) return "already booked";
    const moved = lines.filter((line) => line.amount !== 0n);
    if (moved.some((line) => account(line.account).capped && leftOn(line.account) + line.amount < 0n)) return "overdrawn";
    if (moved.length === 0) return "booked"; // a transfer of nothing is none
    for (const { account: name, amount } of moved) {
      const one = account(name);
      one.balance += amount;
      if (isSpending) add(one.spent, monthOf(at), -amount);
    }
    booked.set(key, moved);
    transfers++;
    return "booked";
  }

  /** Who asks for a budget finds all that its months have put there: one month after the other, under the terms of each. */
  function touch(name: string, at = clock.now): void {
    const one = account(name);
    if (!one.grants || !isBehind(name, at)) return;
    sweep(at); // work that is past its deadline keeps no money from expiring
    for (let month = one.month === undefined ? monthOf(one.grants.since) : one.month + 1; month <= monthOf(at); month++) {
      const { amount, carryOver } = one.grants.terms(month);
      // What was spent came from the oldest grants, so what exceeds those that still last has expired. Held money waits.
      let lasting = 0n;
      for (const [of, granted] of one.granted) if (of >= month - carryOver) lasting += granted;
      const free = leftOn(name);
      const over = one.balance - lasting;
      const expired = over < free ? over : free;
      if (expired > 0n) book(`expiry/${name}/${month}`, move(name, -expired), at, false);
      grant(`grant/${name}/${month}`, name, amount, month);
      one.month = month;
    }
  }
  /** Months have begun for which nothing was granted yet. */
  const isBehind = (name: string, at = clock.now): boolean => account(name).grants !== undefined && (account(name).month ?? 0) < monthOf(at);

  function grant(key: string, name: string, amount: bigint, month: number) {
    const answer = book(key, move(name, amount), clock.now, false);
    if (answer === "booked") add(account(name).granted, month, amount);
    return answer;
  }

  /** Sets money aside. The same key is the same hold for ever; a refusal says what is left, and leaves the key free. */
  function take(ask: Ask, at = clock.now): string {
    const known = holds.get(ask.key);
    if (known) return (["account", "amount", "currency", "kind", "customer"] as const).every((name) => known[name] === ask[name]) ? "taken" : "another body";
    if (!accounts.has(ask.account)) return "unknown account";
    touch(ask.account, at);
    if (ask.amount < 0n) return "not an amount";
    if (account(ask.account).capped && ask.amount > leftOn(ask.account)) return `refused, ${leftOn(ask.account)} left`;
    if (ask.currency !== CURRENCY) return "another currency";
    holds.set(ask.key, { ...ask, open: true });
    return "taken";
  }

  /** min(actual, held) on the budget; an excess goes there, too, if it is still covered, else to the company's overrun. */
  function settle(key: string, actual: bigint, excess: Ask): string {
    const hold = holds.get(key) ?? fail(key);
    const isCovered = excess.amount > 0n && take(excess) === "taken";
    if (isCovered) end(excess.key);
    if (!end(key)) return "already ended";
    const within = actual < hold.amount ? actual : hold.amount;
    book(`cost/${key}`, cost(hold, within));
    if (excess.amount > 0n) book(`cost/${excess.key}`, cost(hold, excess.amount, isCovered ? hold.account : "company/overrun"));
    return `settled ${within} and ${excess.amount > 0n ? excess.amount : 0n} ${isCovered ? "on the budget" : "on the company"}`;
  }

  /** Ends a hold, once, whoever comes first. */
  function end(key: string): boolean {
    const hold = holds.get(key) ?? fail(key);
    const wasOpen = hold.open;
    hold.open = false;
    return wasOpen;
  }

  /** Work that died: void for the customer, and a model's step, which may have been paid, is the company's fault at its ceiling. */
  function abandon(key: string): void {
    const hold = holds.get(key) ?? fail(key);
    if (end(key) && hold.kind === "model") book(`fault/${key}`, cost(hold, hold.amount, "company/faults"));
  }

  const late = (at = clock.now): Hold[] => [...holds.values()].filter((hold) => hold.open && hold.deadline <= at);
  function sweep(at = clock.now): number {
    const found = late(at);
    for (const hold of found) abandon(hold.key);
    return found.length;
  }

  function budget(name: string): string {
    if (!accounts.has(name)) return "unknown account";
    touch(name);
    const spent = account(name).spent.get(monthOf(clock.now)) ?? 0n;
    return `granted ${account(name).balance + spent}, held ${heldOn(name)}, spent ${spent}, left ${leftOn(name)}`;
  }

  return {
    clock,
    accounts,
    holds,
    booked,
    open,
    book,
    touch,
    isBehind,
    grant,
    take,
    settle,
    end,
    abandon,
    late,
    sweep,
    budget,
    heldOn,
    leftOn,
    count: () => transfers,
  };
}

export type Reference = ReturnType<typeof createReference>;

/** A cost that a budget pays also raises what the customer costs us; one that the company bears does not. */
export function cost(of: { customer: string; kind: string; account: string }, amount: bigint, payer = of.account): Line[] {
  const vendor = { account: of.kind === "model" ? "vendor/model" : "staff/time", amount: -amount };
  if (["company/goodwill", "company/faults", "company/overrun"].includes(payer)) return [{ account: payer, amount }, vendor];
  return [{ account: `customer/${of.customer}/support-cost`, amount }, vendor, ...move(payer, -amount)];
}

function move(account: string, amount: bigint): Line[] {
  return [
    { account, amount },
    { account: "company/grants", amount: -amount },
  ];
}
function add(to: Map<number, bigint>, month: number, amount: bigint): void {
  to.set(month, (to.get(month) ?? 0n) + amount);
}
function fail(name: string): never {
  throw new Error(`The reference model knows no ${name}.`);
}
