import { expect, test } from "vitest";
import type { Database } from "../../src/platform/database.ts";
import { openTestDatabase } from "../support/database.ts";
import type { Breakage } from "./model/breakable.ts";
import { budgetsOf, START } from "./model/model.ts";
import type { Ask, Hold } from "./model/reference.ts";
import { openWorld, type World } from "./model/world.ts";

// Random commands break somewhere; here nothing is left to chance: each thing that the ledger does is broken at each of its statements in
// turn, before it and after it, with the process dead or alive. Afterwards what is settled stands once, and no hold outlives its deadline.

const HOUR = 3_600_000;
const SWEPT_WITHIN_MS = 60_000;
const LEAST_POINTS = 50;
const TERMS = [{ amount: 1_000n, carryOver: 1 }];
const FEBRUARY = Date.parse("2026-02-01T00:00:05Z");

/** What may happen at a statement. Whoever got no answer asks again, or is gone for ever. */
const WAYS = [
  { way: "never comes", answerLost: false, dies: false, asksAgain: true },
  { way: "never comes, as the process dies", answerLost: false, dies: true, asksAgain: true },
  { way: "never comes, and nobody asks again", answerLost: false, dies: true, asksAgain: false },
  { way: "loses its answer", answerLost: true, dies: false, asksAgain: true },
  { way: "loses its answer, as the process dies", answerLost: true, dies: true, asksAgain: true },
  { way: "loses its answer, and nobody asks again", answerLost: true, dies: true, asksAgain: false },
];

/** A run of its own on the shared books: who lives in it, and what they can be asked. */
type Scene = { world: World; ask: (key: string, amount: bigint, more?: Partial<Ask>) => Ask; account: string; customer: string };
type Deed = { what: string; before?: (scene: Scene) => Promise<unknown>; act: (scene: Scene) => Promise<unknown> };

const asHold = (ask: Ask): Hold => ({ ...ask, open: true });
const settled = ({ world, ask }: Scene, actual: bigint, kind: Ask["kind"] = "model") =>
  world.settle(asHold(ask("h", 100n, { kind })), actual, ask("excess", actual > 100n ? actual - 100n : 0n, { kind }));
const held =
  (kind: Ask["kind"] = "model", amount = 100n) =>
  ({ world, ask }: Scene) =>
    world.take(ask("h", amount, { kind }));
const later = async ({ world }: Scene, at: number) => world.clock.moveTo(new Date(at));

const deeds: Deed[] = [
  { what: "the first hold of all, which grants the month", act: held() },
  { what: "a hold at the turn of a month", before: held(), act: async (scene) => (await later(scene, FEBRUARY), scene.world.take(scene.ask("h2", 50n))) },
  { what: "a hold that does not fit", before: held("model", 950n), act: ({ world, ask }) => world.take(ask("h2", 500n)) },
  { what: "a step is settled below its hold", before: held(), act: (scene) => settled(scene, 60n) },
  { what: "a step that cost nothing", before: held(), act: (scene) => settled(scene, 0n) },
  { what: "staff time above its hold, which the budget covers", before: held("staff"), act: (scene) => settled(scene, 150n, "staff") },
  {
    what: "staff time above its hold, which the budget does not cover",
    before: async (scene) => (await held("staff")(scene), scene.world.take(scene.ask("rest", 900n))),
    act: (scene) => settled(scene, 150n, "staff"),
  },
  { what: "a hold is given back", before: held("staff"), act: ({ world, ask }) => world.voided(ask("h", 0n).key) },
  { what: "a step whose turn died", before: held(), act: ({ world, ask }) => world.abandon([ask("h", 0n).key]) },
  {
    what: "what is past its deadline is swept",
    before: async (scene) => (await held()(scene), await scene.world.take(scene.ask("h2", 70n, { kind: "staff" })), later(scene, START + HOUR + 1)),
    act: ({ world }) => world.sweep(),
  },
  { what: "a cost without a hold", before: held(), act: ({ world, customer, account }) => world.spend("cost/c", 80n, { customer, account, kind: "model" }) },
  {
    what: "a posting is taken back",
    before: async (scene) => (await held()(scene), settled(scene, 60n)),
    act: ({ world, ask }) =>
      world.book(
        "back",
        [
          { account: ask("h", 0n).account, amount: 60n },
          { account: "vendor/model", amount: -60n },
        ],
        { kind: "correction", reverses: `cost/${ask("h", 0n).key}` },
      ),
  },
  {
    what: "a budget that slept for 45 days, over two turns of a month",
    before: held("staff", 300n),
    act: async (scene) => (await later(scene, START + 45 * 24 * HOUR), scene.world.budget(scene.account)),
  },
];

async function openScene(db: Database, run: string): Promise<Scene> {
  const budgets = budgetsOf(run, TERMS);
  const world = await openWorld({ db, run, start: START, budgets });
  const { id: account, customer } = budgets[0] as (typeof budgets)[number];
  const ask: Scene["ask"] = (key, amount, more = {}) => {
    return { key: `${run}/${key}`, account, customer, amount, currency: "EUR", kind: "model", deadline: START + HOUR, ...more };
  };
  return { world, ask, account, customer };
}

/** What stands, in words that are the same in every run. */
async function standing({ world, customer }: Scene): Promise<string> {
  const rows = [...(await world.state())].map(([id, { balance, held: on, period }]) => `${id.replaceAll(world.run, "·")} ${balance} ${on} ${period}`);
  return [...rows.toSorted(), `in all ${await world.supportCost(customer)}`].join("\n");
}

/** Does it with the statement broken. `asksAgain`: whoever got no answer asks again; else nobody ever does. */
async function perform(db: Database, run: string, deed: Deed, breakage?: Breakage, asksAgain = true) {
  const scene = await openScene(db, run);
  await deed.before?.(scene);
  let tries = 0;
  const act = async () => (++tries > 1 && !asksAgain ? undefined : void (await deed.act(scene)));
  const { wasBroken } = await scene.world.surviving(breakage, act);
  const done = await standing(scene);
  await later(scene, Math.max(scene.world.clock.now().getTime(), START + HOUR) + SWEPT_WITHIN_MS);
  await scene.world.sweep();
  const left = await db.query("select h.key from holds h left join hold_ends e on e.hold = h.id where e.hold is null and h.key like $1", [`${run}/%`]);
  return { done, wasBroken, left };
}

test("broken at each of its statements, whatever the ledger does is done once or not at all, and nothing stays held", { timeout: 300_000 }, async () => {
  const db = await openTestDatabase();
  const points = new Set<string>();
  let runs = 0;
  for (const deed of deeds) {
    const whole = await perform(db, `w${++runs}`, deed);
    for (let at = 1, isThere = true; isThere; at++) {
      for (const { way, asksAgain, ...breakage } of WAYS) {
        const { done, left, wasBroken } = await perform(db, `w${++runs}`, deed, { at, ...breakage }, asksAgain);
        isThere = wasBroken;
        if (!isThere) break;
        points.add(`${deed.what}, statement ${at} ${breakage.answerLost}`);
        const told = `${deed.what}, statement ${at} ${way}`;
        if (asksAgain) expect(done, told).toBe(whole.done);
        expect(left, told).toEqual([]);
      }
    }
  }
  expect(points.size).toBeGreaterThanOrEqual(LEAST_POINTS);
  const [sums] = await db.query<{ off: bigint }>(
    "select count(*) as off from (select transfer from postings group by transfer, currency having sum(amount) <> 0) unbalanced",
  );
  expect(sums?.off).toBe(0n);
  await db.close();
});
