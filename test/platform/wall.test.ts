import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manualClock } from "../../src/platform/clock.ts";
import { openPostgres, type Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { raiseWall, walled } from "../../src/platform/wall.ts";
import { createMemories } from "../../src/avatar/index.ts";
import { createOverview, createQuestions, createReminders, createThreads } from "../../src/conversations/index.ts";
import { openTestDatabase } from "../support/database.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { fill, MARKED, WHO, type Who } from "./wall-rows.ts";

// The first wall is that each read names its customer. A read that forgets to is a mistake that nobody sees: the tests of one customer
// pass. So it is planted here, on both databases, and has to be told nothing.

let server: TestPostgres | undefined;
afterAll(() => server?.stop());

const clock = manualClock(new Date("2026-03-02T09:00:00Z"));

async function openFresh(kind: "pglite" | "postgres"): Promise<Database> {
  if (kind === "pglite") return openTestDatabase();
  server ??= await startPostgres({ durable: false });
  const db = await openPostgres(server.url);
  await migrate(db, "migrations");
  return db;
}

describe.each(["pglite", "postgres"] as const)("behind the wall, on %s", (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openFresh(kind);
    await fill(db, clock.now());
  }, 120_000);
  afterAll(() => db?.close());

  const unkeyed = (scope: string, table: string) =>
    walled(db, scope, (own) => own.query<{ row: string }>(`select t::text as row from ${table} t`)).then((rows) => rows.map(({ row }) => row));

  test.each(Object.keys(MARKED))("a read of %s that forgets whose it is gets the rows of one customer", async (table) => {
    for (const who of WHO) {
      const rows = await unkeyed(who.customer, table);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toContain(who.mark);
    }
    expect((await db.query(`select 1 from ${table}`)).length).toBeGreaterThanOrEqual(WHO.length);
  });

  test("without a scope, and of a customer whom nobody knows, nothing is in sight", async () => {
    for (const table of Object.keys(MARKED)) {
      for (const scope of ["", "cus_nobody", "%", "' or true --"]) expect(await unkeyed(scope, table)).toEqual([]);
    }
    const silent = db.transaction(async (tx) => {
      await tx.query("set local role standin_reader");
      return tx.query("select 1 from memories");
    });
    expect(await silent).toEqual([]);
  });

  test("every table that the reader may read has its wall, and no other can be read", async () => {
    const tables = await db.query<{ name: string; walls: number; secured: boolean }>(
      `select c.relname as name, c.relrowsecurity as secured, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as walls
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege('standin_reader', c.oid, 'select')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(MARKED).sort());
    for (const table of tables) expect(table).toMatchObject({ secured: true, walls: 1 });
  });

  test("nothing is written, whatever is asked", async () => {
    const [ana] = WHO as [Who];
    const writing = ["update memories set fact = 'x'", "delete from notes", "insert into settings (key, value) values ('x', '1')", "drop table moods"];
    for (const sql of writing) await expect(walled(db, ana.customer, (own) => own.query(sql))).rejects.toMatchObject({ code: /^(25006|42501)$/ });
    // The role itself may not either, in a transaction that could.
    for (const sql of writing) {
      const asReader = db.transaction(async (tx) => {
        await tx.query("set local role standin_reader");
        await tx.query(sql);
      });
      await expect(asReader).rejects.toMatchObject({ code: "42501" });
    }
    for (const table of ["settings", "staff", "staff_sessions", "chat_sessions"])
      await expect(unkeyed(ana.customer, table)).rejects.toThrow("permission denied");
  });

  test("whoever borrows the connection next is who they were, after success and after failure", async () => {
    const whoami = () =>
      db.transaction(async (tx) => {
        const [row] = await tx.query<{ role: string; own: string; scope: string | null }>(
          "select current_user::text as role, session_user::text as own, current_setting('standin.scope', true) as scope",
        );
        await tx.query("update memories set fact = fact where false");
        return row;
      });
    const before = await whoami();
    expect(before?.role).toBe(before?.own);
    const reads = Array.from({ length: 40 }, (_, i) => {
      const { customer } = WHO[i % WHO.length] as Who;
      return walled(db, customer, (own) => own.query(i % 5 === 0 ? "select 1 / 0" : "select 1")).catch(() => undefined);
    });
    await Promise.all(reads);
    for (const now of await Promise.all(Array.from({ length: 12 }, whoami))) {
      expect(now).toMatchObject({ role: before?.role, own: before?.own });
      expect(now?.scope ?? "").toBe("");
    }
    expect((await db.query("select 1 from memories")).length).toBe(WHO.length);
  });

  test("the house's own reads by id know nothing of another customer's row", async () => {
    const rooms = { db, clock, ids: randomIds() };
    const threads = createThreads({ ...rooms, outbox: {} as Parameters<typeof createThreads>[0]["outbox"], interrupt: () => undefined });
    const [memories, reminders, overview, questions] = [createMemories(rooms), createReminders(rooms), createOverview(rooms), createQuestions(rooms)];
    for (const owner of WHO) {
      for (const asking of WHO) {
        const { customer } = asking;
        const [contact, conversation] = [`con_${owner.mark}`, `cv_${owner.mark}`];
        const read = [
          await memories.find(customer, `mem_${owner.mark}`).then((note) => (note ? [note] : [])),
          await threads.items({ customer, conversation }, 0, 10),
          await threads.stream({ customer, conversation }, 0, 10),
          await reminders.of(customer, conversation),
          await reminders.waitingFor(customer, contact),
          await overview.notes(customer, conversation),
          await questions.openOf(customer, contact),
        ];
        expect(read.map((rows) => rows.length)).toEqual(read.map(() => (owner === asking ? 1 : 0)));
      }
    }
  });

  test("whatever is asked in whatever order, side by side, each is told of their own", async () => {
    const table = fc.constantFrom(...Object.keys(MARKED));
    const asking = fc.record({ who: fc.nat(WHO.length - 1), one: table, other: table, wanted: fc.nat(WHO.length - 1), open: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 1, maxLength: 8 }), async (all) => {
        const told = await Promise.all(
          all.map(async ({ who, one, other, wanted, open }) => {
            const mine = WHO[who] as Who;
            const foreign = (WHO[wanted] as Who).mark;
            const sql = open
              ? `select concat(a, ' ', b) as row from ${one} a cross join ${other} b`
              : `select t::text as row from ${one} t where t::text like '%${foreign}%'`;
            return { mine, sql, rows: await walled(db, mine.customer, (own) => own.query<{ row: string }>(sql)) };
          }),
        );
        for (const { mine, rows } of told) for (const { row } of rows) for (const who of WHO) if (who !== mine) expect(row).not.toContain(who.mark);
        for (const { rows, sql } of told) if (sql.includes("cross join")) expect(rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

// Roles belong to a server: not every database user may make one, and a database that moves leaves them behind.
describe("where the role cannot be made", () => {
  test("the start says in one line who has to do what, and then it works", async () => {
    server ??= await startPostgres({ durable: false });
    const admin = await openPostgres(await server.createDatabase("moved"));
    await admin.query("create role tenant login");
    await admin.query("grant all on database moved to tenant; grant all on schema public to tenant");
    const url = new URL((await server.createDatabase("elsewhere")).replace("elsewhere", "moved"));
    url.username = "tenant";
    const db = await openPostgres(url.href);
    try {
      const refusal = await migrate(db, "migrations").catch((error: Error) => error.message);
      expect(refusal).toMatch(/the database user tenant may not .* run: create role standin_reader nologin; grant standin_reader to tenant;$/);
      expect(refusal).not.toContain("\n");
      await admin.query("grant standin_reader to tenant");
      await migrate(db, "migrations");
      await fill(db, clock.now());
      expect((await walled(db, "cus_ana", (own) => own.query("select 1 from memories"))).length).toBe(1);

      await admin.query("revoke standin_reader from tenant");
      await expect(raiseWall(db)).rejects.toMatchObject({ code: "wall_missing", message: expect.stringContaining("grant standin_reader to tenant") });
      await admin.query("grant standin_reader to tenant");
      await db.query("revoke select on memories from standin_reader");
      await raiseWall(db);
      expect((await walled(db, "cus_ana", (own) => own.query("select 1 from memories"))).length).toBe(1);
    } finally {
      await db.close();
      await admin.close();
    }
  });
});
