import { openEmbedded, openPostgres, type Database } from "../src/platform/database.ts";
import { migrate } from "../src/platform/migrate.ts";
import { walled } from "../src/platform/wall.ts";
import { startPostgres } from "../test/support/postgres.ts";

// What the second wall costs: the same read of a customer's facts with and without it, on both databases, one after the other and side
// by side. `node bench/wall.ts` prints the table of docs/decisions/0020-second-wall.md. Rounds alternate, so that neither is always first.

const CUSTOMERS = 200;
const FACTS_EACH = 50;
const ROUNDS = 5;
const READS = 400; // in a round
const FACTS = "select id, fact from memories where customer = $1 order by noted_at desc, id desc";
const AT = new Date("2026-03-02T09:00:00Z");

async function fill(db: Database): Promise<void> {
  await db.query(
    "insert into customers (id, name, plan, payer, created_at) select 'cus_' || i, 'Customer ' || i, 'standard', 'p', $1 from generate_series(1, $2::int) i",
    [AT, CUSTOMERS],
  );
  await db.query("insert into contacts (id, customer, created_at) select 'con_' || i, 'cus_' || i, $1 from generate_series(1, $2::int) i", [AT, CUSTOMERS]);
  await db.query(
    `insert into memories (id, customer, contact, fact, confidence, noted_at, expires_at)
     select 'mem_' || i || '_' || n, 'cus_' || i, 'con_' || i, 'The server number ' || n || ' runs Debian and writes its log to a disk of its own', 'said', $1, $1::timestamptz + interval '1 year'
     from generate_series(1, $2::int) i, generate_series(1, $3::int) n`,
    [AT, CUSTOMERS, FACTS_EACH],
  );
  await db.query("vacuum analyze");
}

type Read = (customer: string) => Promise<unknown[]>;

/** Milliseconds of each read, `beside` of them at a time. */
async function round(read: Read, beside: number): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const reader = async () => {
    while (next < READS) {
      const customer = `cus_${(next++ % CUSTOMERS) + 1}`;
      const start = performance.now();
      const rows = await read(customer);
      took.push(performance.now() - start);
      if (rows.length !== FACTS_EACH) throw new Error(`${customer} has ${FACTS_EACH} facts, and ${rows.length} were read`);
    }
  };
  await Promise.all(Array.from({ length: beside }, reader));
  return took;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

async function compare(name: string, db: Database): Promise<void> {
  const ways: [string, Read][] = [
    ["without", (customer) => db.query(FACTS, [customer])],
    ["walled", (customer) => walled(db, customer, (own) => own.query(FACTS, [customer]))],
  ];
  for (const beside of [1, 20]) {
    const took = new Map<string, number[]>();
    for (let i = 0; i <= ROUNDS; i++) {
      for (const [way, read] of i % 2 === 0 ? ways : ways.toReversed()) {
        const ms = await round(read, beside);
        if (i > 0) took.set(way, [...(took.get(way) ?? []), ...ms]); // the first round warms
      }
    }
    for (const [way] of ways) {
      const sorted = (took.get(way) ?? []).toSorted((a, b) => a - b);
      console.log(`| ${name} | ${beside} | ${way} | ${at(sorted, 0.5)} | ${at(sorted, 0.99)} |`);
    }
  }
}

console.log("| database | readers | | p50 ms | p99 ms |\n|---|---|---|---|---|");
const embedded = await openEmbedded("memory");
await migrate(embedded, "migrations");
await fill(embedded);
await compare("PGlite", embedded);
await embedded.close();

const server = await startPostgres();
const db = await openPostgres(server.url);
await migrate(db, "migrations");
await fill(db);
await compare(server.about.split(",")[0] ?? "PostgreSQL", db);
await db.close();
await server.stop();
