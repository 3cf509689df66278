import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createStaffAccounts, type StaffAccounts } from "../../src/escalations/staff.ts";
import { manualClock } from "../../src/platform/clock.ts";
import { openEmbedded, type Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { T0 } from "./fake-rooms.ts";

const KEYS = ["first-key-000000000000", " second-key-00000000000 ", ""];
let db: Database;
let clock: ReturnType<typeof manualClock>;
let accounts: StaffAccounts;

beforeAll(async () => {
  db = await openEmbedded("memory");
  await migrate(db, "migrations");
}, 60_000);
afterAll(() => db.close());
beforeEach(async () => {
  await db.query("delete from staff_sessions");
  await db.query("delete from staff");
  clock = manualClock(T0);
  accounts = createStaffAccounts({ db, clock, ids: randomIds(), apiKeys: KEYS, cost: { N: 2 ** 12, r: 8, p: 1 } });
});

describe("the first owner", () => {
  test("is made once, with a password that is told once and works", async () => {
    const made = await accounts.ensureFirstOwner();
    expect(made).toEqual({ email: "owner@localhost", password: expect.stringMatching(/^(\w{4}-){4}\w{4}$/) as string });
    expect(await accounts.ensureFirstOwner()).toEqual({ email: "owner@localhost" });
    expect((await accounts.login("Owner@localhost ", made.password as string))?.staff).toMatchObject({
      role: "owner",
      name: "Owner",
      email: "owner@localhost",
    });
  });

  test("may be named by the settings, also later, to get back in", async () => {
    expect(await accounts.ensureFirstOwner("Olga@example.test", "a good password")).toEqual({ email: "olga@example.test" });
    const opened = await accounts.login("olga@example.test", "a good password");
    expect(await accounts.ensureFirstOwner("olga@example.test", "a good password")).toEqual({ email: "olga@example.test" });
    expect(await accounts.session(opened?.token as string)).toBeDefined();
    expect(await accounts.ensureFirstOwner("olga@example.test", "another password")).toEqual({ email: "olga@example.test" });
    expect(await accounts.session(opened?.token as string)).toBeUndefined();
    expect(await accounts.login("olga@example.test", "a good password")).toBeUndefined();
    expect(await accounts.login("olga@example.test", "another password")).toBeDefined();
  });

  test("is one, although two processes start at once", async () => {
    const made = await Promise.all([accounts.ensureFirstOwner(), accounts.ensureFirstOwner()]);
    expect(made.filter(({ password }) => password !== undefined)).toHaveLength(1);
  });
});

describe("a login", () => {
  beforeEach(() => accounts.ensureFirstOwner("olga@example.test", "pässword"));

  test("takes the same password typed on another keyboard, and no other", async () => {
    expect(await accounts.login("olga@example.test", "pa\u0308ssword")).toBeDefined();
    for (const password of ["", "passwort", "pässword "]) expect(await accounts.login("olga@example.test", password)).toBeUndefined();
    expect(await accounts.login("nobody@example.test", "pässword")).toBeUndefined();
  });

  test("takes as long for a stranger as for a wrong password", async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await accounts.login(email, "wrong");
      return performance.now() - start;
    };
    // The quickest of several, turn by turn: whatever else the machine does slows single ones down.
    let [known, unknown] = [Infinity, Infinity];
    for (let i = 0; i < 6; i++) [known, unknown] = [Math.min(known, await time("olga@example.test")), Math.min(unknown, await time("nobody@example.test"))];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  test("costs a guesser 32 MiB and three passes, unless a test says less", async () => {
    await createStaffAccounts({ db, clock, ids: randomIds() }).add({ email: "ada@example.test", name: "Ada", role: "agent", password: "x" });
    const [row] = await db.query<{ password: string }>("select password from staff where email = 'ada@example.test'");
    expect(row?.password).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await accounts.login("ada@example.test", "x")).toBeDefined();
  });

  test("opens a session of seven days, of which the database knows the hash only", async () => {
    const opened = await accounts.login("olga@example.test", "pässword");
    const token = opened?.token as string;
    expect(opened?.expiresAt).toEqual(new Date(T0.getTime() + 7 * 24 * 3600_000));
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const stored = JSON.stringify([await db.query("select * from staff_sessions"), await db.query("select * from staff")]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain("pässword");
    expect(stored).toMatch(/"scrypt\$4096\$8\$1\$[\w-]{22}\$[\w-]{43}"/);
    expect(await accounts.session(token)).toMatchObject({ email: "olga@example.test", role: "owner" });
    expect(await accounts.session(`${token}x`)).toBeUndefined();
    clock.moveTo(new Date(T0.getTime() + 7 * 24 * 3600_000));
    expect(await accounts.session(token)).toBeUndefined();
  });

  test("ends at logout, and another one stays", async () => {
    const [first, second] = [await accounts.login("olga@example.test", "pässword"), await accounts.login("olga@example.test", "pässword")];
    await accounts.logout(first?.token as string);
    expect(await accounts.session(first?.token as string)).toBeUndefined();
    expect(await accounts.session(second?.token as string)).toBeDefined();
  });

  test("of an agent is an agent's", async () => {
    await accounts.add({ email: "ada@example.test", name: "Ada", role: "agent", password: "secret of Ada" });
    expect((await accounts.login("ada@example.test", "secret of Ada"))?.staff).toMatchObject({ name: "Ada", role: "agent" });
    await expect(accounts.add({ email: "ADA@example.test", name: "A", role: "owner", password: "x" })).rejects.toMatchObject({ code: "email_taken" });
  });
});

test("each API key is a person of its own, an owner", () => {
  const [first, second] = [accounts.keyHolder("first-key-000000000000"), accounts.keyHolder("second-key-00000000000")];
  expect(first).toMatchObject({ role: "owner", email: null });
  expect(second?.id).not.toBe(first?.id);
  expect(JSON.stringify(first)).not.toContain("first-key");
  for (const key of ["", " ", "first-key-00000000000", "first-key-0000000000000"]) expect(accounts.keyHolder(key)).toBeUndefined();
});
