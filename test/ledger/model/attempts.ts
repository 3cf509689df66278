import type { World } from "./world.ts";

/** One way to falsify the books in SQL, and how the database refuses it. `left`: what the account could still give. */
type Attempt = { answer: string; make(world: World, account: string, left: bigint): Promise<string> };

let made = 0;
const text = (answer: string, sql: string): Attempt => ({ answer, make: (world) => world.statement(sql) });

/** A whole transfer by hand, balanced or not. */
function byHand(world: World, lines: [account: string, amount: bigint, currency: string][]): Promise<string> {
  const id = `${world.run}/by-hand${++made}`;
  return world.statement(
    `with t as (insert into transfers (id, key, kind, cause, at) values ($1, $1, 'model', 'by-hand', $2) returning id)
     insert into postings (transfer, account, amount, currency, seal) select t.id, p.account, p.amount, p.currency, ''
     from t, jsonb_to_recordset($3::jsonb) as p(account text, amount bigint, currency text)`,
    [id, world.clock.now(), JSON.stringify(lines.map(([account, amount, currency]) => ({ account, amount: String(amount), currency })))],
  );
}

function holdByHand(world: World, account: string, amount: bigint, currency: string): Promise<string> {
  return world.statement(`insert into holds (id, key, account, amount, currency, kind, deadline, at) values ($1, $1, $2, $3, $4, 'staff', $5, $5)`, [
    `${world.run}/by-hand${++made}`,
    account,
    amount,
    currency,
    world.clock.now(),
  ]);
}

export const attempts: Attempt[] = [
  {
    answer: "overdrawn",
    make: (world, account, left) =>
      byHand(world, [
        [account, -left - 1n, "EUR"],
        ["company/grants", left + 1n, "EUR"],
      ]),
  },
  { answer: "overdrawn", make: (world, account, left) => holdByHand(world, account, left + 1n, "EUR") },
  { answer: "not an amount", make: (world, account) => holdByHand(world, account, -1n, "EUR") },
  { answer: "another currency", make: (world, account) => holdByHand(world, account, 0n, "USD") },
  {
    answer: "another currency",
    make: (world, account) =>
      byHand(world, [
        [account, 5n, "USD"],
        ["company/grants", -5n, "USD"],
      ]),
  },
  { answer: "unbalanced", make: (world, account) => byHand(world, [[account, 5n, "EUR"]]) },
  {
    answer: "unbalanced",
    make: (world, account) =>
      byHand(world, [
        [account, 5n, "EUR"],
        ["company/grants", -4n, "EUR"],
      ]),
  },
  { answer: "by hand", make: (world, account) => world.statement("update accounts set balance = balance + 1 where id = $1", [account]) },
  { answer: "by hand", make: (world, account) => world.statement("update accounts set held = held + 1 where id = $1", [account]) },
  { answer: "by hand", make: (world, account) => world.statement("update accounts set capped = false where id = $1", [account]) },
  { answer: "by hand", make: (world) => world.statement("insert into accounts (id, currency, balance) values ($1, 'EUR', 5)", [`${world.run}/rich`]) },
  ...["transfers", "postings", "holds", "hold_ends", "accounts"].map((table) => text("never changes", `delete from ${table}`)),
  ...["transfers", "postings", "holds", "hold_ends", "accounts"].map((table) => text("never changes", `truncate ${table} cascade`)),
  text("never changes", "update postings set amount = amount + 1"),
  text("never changes", "update transfers set key = key || '!'"),
  text("never changes", "update holds set amount = 0"),
  text("never changes", "update hold_ends set outcome = 'voided'"),
];
