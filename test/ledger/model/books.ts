import type { Model } from "./model.ts";
import { compareState } from "./model.ts";
import type { World } from "./world.ts";

/**
 * At the end of a run the books are read as a whole: added up from zero by the ledger's own check and by a sum of our own,
 * counted against the reference model, and falsified behind the triggers' back, which the check has to notice.
 */
export async function checkBooks(model: Model, world: World, number: number): Promise<void> {
  await endEverything(model, world);
  const problems = [...(await openAndCompare(model, world)), ...(await sumsToZero(world)), ...(await countOnce(model, world))];
  const { differences } = await world.check();
  problems.push(...differences.map((one) => `check: ${JSON.stringify(one)}`), ...(await noticesFalsehood(model, world, number)));
  if (problems.length > 0) throw new Error(`At the end of the run: ${problems.join("; ")}`);
}

/** Nothing stays held: the sweep ends what nobody ended, within one round. */
async function endEverything(model: Model, world: World): Promise<void> {
  const deadlines = [...model.reference.holds.values()].map((hold) => hold.deadline);
  const until = Math.max(model.reference.clock.now, ...deadlines);
  model.reference.clock.now = until;
  world.clock.moveTo(new Date(until));
  await world.sweep();
  model.reference.sweep();
}

async function openAndCompare(model: Model, world: World): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, customer } of model.budgets) {
    const [found, expected] = [await world.budget(id), model.reference.budget(id)];
    if (found !== expected) problems.push(`${id}: ${found}, expected ${expected}`);
    const account = `customer/${customer}/support-cost`;
    const spent = await world.supportCost(customer);
    if (spent !== model.reference.accounts.get(account)?.balance) problems.push(`${account}: ${spent} by its postings`);
  }
  if ((await world.nextDeadline()) !== undefined) problems.push("a hold is still open after all deadlines");
  return [...problems, ...(await compareState(model, world))];
}

/** Conservation, added up here and not by the ledger. */
async function sumsToZero(world: World): Promise<string[]> {
  const sums = await world.db.query<{ currency: string; sum: string }>("select currency, sum(amount)::text as sum from postings group by currency");
  const stale = await world.db.query<{ id: string }>(
    `select a.id from accounts a
     left join (select account, sum(amount) as sum from postings group by account) p on p.account = a.id
     left join (select account, sum(amount) as sum from holds where id not in (select hold from hold_ends) group by account) h on h.account = a.id
     where a.balance <> coalesce(p.sum, 0) or a.held <> coalesce(h.sum, 0)`,
  );
  return [
    ...sums.filter((one) => one.sum !== "0").map((one) => `all postings in ${one.currency} sum to ${one.sum}`),
    ...stale.map((one) => `${one.id}: not the sum of its postings and holds`),
  ];
}

/** Exactly once: as many transfers and holds as the reference model has, however often they were asked for. */
async function countOnce(model: Model, world: World): Promise<string[]> {
  const [found] = await world.db.query<{ transfers: bigint; holds: bigint }>(
    `select (select count(*) from transfers where key like $1 or customer like $1 or facts->>'account' like '%' || $1) as transfers,
      (select count(*) from holds where key like $1) as holds`,
    [`${world.run}%`],
  );
  const problems: string[] = [];
  if (Number(found?.transfers) !== model.reference.count()) problems.push(`${found?.transfers} transfers, expected ${model.reference.count()}`);
  if (Number(found?.holds) !== model.reference.holds.size) problems.push(`${found?.holds} holds, expected ${model.reference.holds.size}`);
  return problems;
}

type Falsehood = { does: string; undoes: string; noticed: string };

/** What a superuser with the triggers off could do; each is undone again. */
function falsehoods(account: string): Falsehood[] {
  const update = (what: string, table: string, where: string) => `update ${table} set ${what} where ${where}`;
  const last = "id = (select max(id) from postings)";
  const its = `id = '${account}'`;
  return [
    { does: update("balance = balance + 7", "accounts", its), undoes: update("balance = balance - 7", "accounts", its), noticed: "balance" },
    { does: update("held = held + 7", "accounts", its), undoes: update("held = held - 7", "accounts", its), noticed: "held" },
    { does: update("held = held + 1000000000", "accounts", its), undoes: update("held = held - 1000000000", "accounts", its), noticed: "overdrawn" },
    { does: update("amount = amount + 1", "postings", last), undoes: update("amount = amount - 1", "postings", last), noticed: "posting" },
    { does: update("amount = amount - 1", "postings", last), undoes: update("amount = amount + 1", "postings", last), noticed: "transfer" },
  ];
}

async function noticesFalsehood(model: Model, world: World, number: number): Promise<string[]> {
  const account = model.budgets[0]?.id ?? "";
  const all = falsehoods(account);
  const one = all[number % (2 * all.length)]; // every other run is left in peace
  if (!one) return [];
  const [row] = await world.db.query<{ count: bigint }>("select count(*) as count from postings");
  if (row?.count === 0n) return [];
  await withoutTriggers(world, one.does);
  const { differences } = await world.check();
  await withoutTriggers(world, one.undoes);
  return differences.some((difference) => difference.kind === one.noticed) ? [] : [`the check did not notice: ${one.does}`];
}

async function withoutTriggers(world: World, sql: string): Promise<void> {
  for (const text of ["set session_replication_role = replica", sql, "set session_replication_role = origin"]) await world.db.query(text);
}
