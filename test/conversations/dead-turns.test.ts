import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { HoldRequest } from "../../src/ledger/index.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// A process may die at any point of a turn. What it leaves must not stay a riddle for staff, nor money set aside for nobody: the
// turn has its row, each step that may have been paid its attempt, and holds that nobody can end any more are ended.

const AT = "2026-03-02T09:00:00Z";
const after = (seconds: number) => new Date(Date.parse(AT) + seconds * 1_000);

let house: House;
let model: StubModel;
let ana: Guest;
let customer: string;
let hang: Promise<unknown> | undefined;

beforeEach(async () => {
  hang = undefined;
  model = await startStubModel(() => ({ ...(hang ? { before: () => hang as Promise<unknown> } : {}), pieces: ["Have a look at the page [backup-hot]."] }));
  // A long lease, so that a turn that stands still does not notice by itself that it has lost it.
  const env = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", LEASE_MS: "600000" };
  house = await openHouse(env);
  const contract = { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  ({ id: customer } = await house.staff<{ id: string }>("POST", "/customers", { externalId: "acme", name: "Acme Rockets", plan: "premium", contract }));
  ana = await house.guest({ sub: "ana", customer: "acme", name: "Ana Perez" });
});
afterEach(async () => {
  await house.close();
  await model.close();
});

type View = { turns: { id: string; outcome: string; covers: string[]; reply: string | null; costs: { payer: string; facts: object }[] }[]; costs: object[] };
const view = (conversation = ana.conversation) => house.staff<View>("GET", `/conversations/${conversation}`);
const attempts = () =>
  house.db.query("select a.turn, status, estimated, a.amount = h.amount as at_ceiling from attempts a join holds h on h.id = a.hold order by a.turn");
const held = async () => (await house.staff<{ budget: { held: string } }>("GET", "/customers/acme")).budget.held;
const openHolds = async () => (await house.db.query<{ hold: string }>("select hold from open_holds")).map(({ hold }) => hold);

describe("a turn whose process stopped while the model wrote", () => {
  test("is shown to staff as crashed, with what it may have cost and at which rate; should it wake up after all, it tells its own end", async () => {
    const gate = Promise.withResolvers<void>();
    hang = gate.promise;
    await ana.send("How do I back up a running server?");
    await expect.poll(() => model.journal.length).toBe(1);
    const [dead] = await house.db.query<{ turn: string }>("select turn from conversations where id = $1", [ana.conversation]);

    // Its lease runs out while it stands still, and another turn answers.
    hang = undefined;
    house.clock.moveTo(after(601));
    await house.app.rooms.turns.poll();
    await expect.poll(async () => (await view()).turns.length).toBe(2);

    const { turns, costs } = await view();
    expect(turns).toMatchObject([
      {
        id: dead?.turn,
        outcome: "crashed",
        covers: ["m1"],
        reply: null,
        costs: [{ payer: "company/faults", facts: { estimated: true, exchange: { from: "USD", rate: "0.92" } } }],
      },
      { outcome: "replied", covers: ["m1"] },
    ]);
    expect(costs).toEqual([]);
    expect(await attempts()).toMatchObject([
      { turn: dead?.turn, status: "crashed", estimated: true, at_ceiling: true },
      { turn: turns[1]?.id, status: "ok" },
    ]);
    expect(await house.db.query("select cause, started_at, ended_at from turns where id = $1", [dead?.turn])).toEqual([
      { cause: "message", started_at: after(0), ended_at: after(601) },
    ]);

    gate.resolve();
    await house.settle();
    expect((await view()).turns.map(({ outcome }) => outcome)).toEqual(["superseded", "replied"]);
    expect(await attempts()).toHaveLength(2);
  });
});

describe("a hold that nobody ends any more", () => {
  /** What a turn had set aside before its process was killed. */
  async function leftBehind(more: Partial<HoldRequest>): Promise<string> {
    const hold = await house.app.rooms.ledger.takeHold({
      key: `turn/${more.turn}/1`,
      account: `customer/${customer}/budget`,
      amount: 2_000_000n,
      currency: "EUR",
      kind: "model",
      customer,
      conversation: ana.conversation,
      deadline: after(14 * 86_400),
      facts: { model: "gpt-4o-mini", step: 1 },
      ...more,
    });
    if (!hold.ok) throw new Error("the budget has no room");
    return hold.id;
  }

  test("of a model's step: its turn lost the conversation to a person and died; after a minute it is the company's loss", async () => {
    await leftBehind({ turn: "turn_killed" });
    await house.advance(after(59));
    expect(await held()).toBe("2.000000");

    await house.advance(after(60));
    expect(await held()).toBe("0.000000");
    expect(await house.db.query("select balance from accounts where id = 'company/faults'")).toEqual([{ balance: 2_000_000n }]);
    expect(await attempts()).toMatchObject([{ turn: "turn_killed", status: "crashed", estimated: true, at_ceiling: true }]);
    expect((await view()).turns).toMatchObject([{ id: "turn_killed", outcome: "crashed", covers: [], costs: [{ payer: "company/faults" }] }]);
  });

  test("is left alone while something happens: the turn may have lost its conversation just now, and still book what it paid", async () => {
    await leftBehind({ turn: "turn_slow" });
    await house.advance(after(50));
    await ana.says("Is anybody there?");
    await house.advance(after(100));
    expect(await openHolds()).toHaveLength(1);
    await house.advance(after(111));
    expect(await openHolds()).toEqual([]);
  });

  test("is left alone while its turn has the conversation, however long that takes", async () => {
    const hold = await leftBehind({ turn: "turn_at_work" });
    await house.db.query("update conversations set turn = 'turn_at_work', lease_until = $2 where id = $1", [ana.conversation, after(3_600)]);
    await house.advance(after(1_800));
    expect(await openHolds()).toEqual([hold]);
    // The lease runs out: now the turn is dead, and cleared up after at once.
    await house.advance(after(3_601));
    expect(await openHolds()).toEqual([]);
    expect((await view()).turns).toMatchObject([{ id: "turn_at_work", outcome: "crashed" }]);
  });

  test("for a person whom no escalation brought in is given back, whether its turn died or answered without it; one in use stays", async () => {
    await ana.says("How do I back up a running server?");
    const [answered] = await house.db.query<{ id: string }>("select id from turns");
    await leftBehind({ turn: "turn_killed", kind: "staff", key: "escalation/esc_never" });
    await leftBehind({ turn: answered?.id ?? "", kind: "staff", key: "escalation/esc_left_out" });
    const bo = await house.guest({ sub: "bo", customer: "acme", name: "Bo Lind" });
    await bo.says("I want to talk to a human, please");
    const [escalation] = await house.db.query<{ hold: string }>("select hold from escalations");
    expect(await openHolds()).toHaveLength(3);

    await house.advance(after(61));
    expect(await openHolds()).toEqual([escalation?.hold]);
    expect(await house.db.query("select outcome, reason from hold_ends where reason = 'no escalation'")).toHaveLength(2);
    // Nobody was paid: nothing is booked.
    expect(await house.db.query("select balance from accounts where id = 'company/faults'")).toEqual([{ balance: 0n }]);
  });
});
