import { afterEach, beforeEach, expect, test } from "vitest";
import { createWatched } from "../../src/care/watched.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { BEN, MONDAY, openDesk, type Desk } from "../escalations/desk.ts";
import { book } from "./book.ts";

// The states of call alerts in the service: they survive it being stopped, wait, are told together, and are silent when somebody said so.

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const inDays = (days: number) => new Date(MONDAY.getTime() + days * DAY_MS);
const later = (ms: number) => new Date(desk.clock.now().getTime() + ms);
const all = async () => (await desk.alerts.list({ limit: 100 })).items;
const told = () => desk.notices("alert").length;
type Customer = Awaited<ReturnType<Desk["customer"]>>;

async function says(customer: Customer, ...topics: string[]): Promise<void> {
  for (const topic of topics) await (await customer.opens()).says(`About ${topic}`, undefined, topic);
}
async function matters(customer: Customer, ...topics: string[]): Promise<void> {
  await says(customer, ...topics);
  await desk.advance(desk.clock.now());
}
const FOUR = ["backup", "restore", "upgrade", "licence"];
async function under(...lines: string[]): Promise<void> {
  await desk.close();
  desk = await openDesk(MONDAY, { policies: await book(...lines) });
}

// 100 swings through the whole service: matters that come and leave the window, for half a year.
test("a value that swings around its limit a hundred times is one alert, one notice, at most one resolve", async () => {
  const oakfold = await desk.customer("standard");
  const seen: string[] = [];
  // Every 42 hours one comes and one leaves: four, three, four, three.
  for (let nth = 0; nth < 104; nth++) {
    await desk.advance(new Date(MONDAY.getTime() + nth * 42 * HOUR_MS + nth));
    await desk.db.query("insert into episodes (id, customer, topic, opened_at, last_at) values ($1, $2, 'backup', $3, $3)", [
      `ep_${nth}`,
      oakfold.id,
      desk.clock.now(),
    ]);
    await desk.db.query(
      "insert into timers (kind, ref, due_at) values ('alert.evaluate', $1, $2) on conflict (kind, ref) do update set due_at = $2, done_at = null, lease_until = null",
      [oakfold.id, desk.clock.now()],
    );
    await desk.advance(later(2));
    seen.push(...(await all()).map(({ state }) => state));
    await desk.advance(later(41 * HOUR_MS));
    seen.push(...(await all()).map(({ state }) => state));
  }
  expect(await all()).toHaveLength(1);
  expect(told()).toBe(1);
  const changes = seen.filter((state, at) => at > 0 && state !== seen[at - 1]);
  expect(changes.filter((state) => state === "resolved").length).toBeLessThanOrEqual(1);
  expect(changes.filter((state) => state === "firing")).toEqual([]);
});

test("a stopped service tells nobody twice and forgets nobody: told, not yet looked at, or waiting to be told together", async () => {
  const [oakfold, acme, globex] = [
    await desk.customer("standard"),
    await desk.customer("standard", { name: "Acme" }),
    await desk.customer("standard", { name: "Globex" }),
  ];
  await matters(oakfold, ...FOUR);
  await matters(acme, ...FOUR);
  expect(told()).toBe(1);
  await says(globex, ...FOUR);
  const [before, { db }] = [desk, desk];
  desk = await openDesk(before.clock.now(), { db });
  await desk.advance(later(60_000));
  const cards = desk.notices("alert");
  expect(cards).toHaveLength(1);
  expect(cards[0]?.title).toBe("2 customers call more often than expected");
  for (const customer of [oakfold, acme, globex]) await desk.alerts.evaluate(customer.id, desk.clock.now());
  await desk.advance(later(DAY_MS));
  expect(desk.notices("alert")).toHaveLength(1);
  expect((await all()).map(({ state, toldAt }) => [state, toldAt !== null])).toEqual(Array(3).fill(["firing", true]));
});

test("it waits for its time, and what was over before is heard of by nobody", async () => {
  await under("forHours: 2");
  const oakfold = await desk.customer("standard");
  await matters(oakfold, ...FOUR);
  expect(await all()).toMatchObject([{ state: "pending", firedAt: null }]);
  expect(told()).toBe(0);
  await desk.db.query("update episodes set ours = true where topic = 'backup'");
  await desk.alerts.evaluate(oakfold.id, desk.clock.now());
  expect(await all()).toEqual([]);
  await desk.db.query("update episodes set ours = false");
  await matters(oakfold, "billing");
  await desk.advance(later(2 * HOUR_MS));
  expect(await all()).toMatchObject([{ state: "firing", value: 5, firedAt: new Date(MONDAY.getTime() + 2 * HOUR_MS).toISOString() }]);
  expect(told()).toBe(1);
});

test("it fires on for its time after the last matter has left the window", async () => {
  await under("keepFiringHours: 24");
  await matters(await desk.customer("standard"), ...FOUR);
  await desk.advance(inDays(7.5));
  expect(await all()).toMatchObject([{ state: "firing", value: 4 }]);
  await desk.advance(new Date(inDays(8).getTime() + 1));
  expect(await all()).toMatchObject([{ state: "resolved" }]);
});

test("many customers at once are two notices, not fifty: the first at once, the others together within a minute", async () => {
  const names = Array.from({ length: 8 }, (_, nth) => `Customer ${nth}`);
  for (const name of names) await matters(await desk.customer("standard", { name }), ...FOUR);
  expect(told()).toBe(1);
  await desk.advance(later(60_000));
  const [first, rest, ...more] = desk.notices("alert");
  expect(more).toEqual([]);
  expect(first?.title).toContain("Customer 0");
  expect(rest?.title).toBe("7 customers call more often than expected");
  expect(rest?.text).toContain("Customer 1, Customer 2, Customer 3, Customer 4, Customer 5, + 2");
  expect(rest?.data["alerts"]).toHaveLength(7);
});

test("a known outage silences them; when it is over, what still holds without what it caused is told once", async () => {
  const [oakfold, acme] = [await desk.customer("standard"), await desk.customer("standard", { name: "Acme" })];
  const outage = await desk.alerts.mutes.declareOutage({ cause: "backup", since: null }, BEN);
  await matters(oakfold, "restore", "upgrade", "licence", "errors");
  await matters(acme, ...FOUR);
  expect(await all()).toMatchObject([{ state: "firing", outage: true, toldAt: null, customer: { id: oakfold.id } }]);
  expect(told()).toBe(0);
  await desk.alerts.mutes.endOutage(outage.id, BEN);
  await desk.advance(later(1));
  expect(told()).toBe(1);
  expect(await all()).toMatchObject([{ state: "firing", outage: false, customer: { id: oakfold.id } }]);
  await expect(desk.alerts.mutes.endOutage("outage_no", BEN)).rejects.toMatchObject({ code: "not_found" });
});

test("an outage that is known late takes its matters out of what fires already", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, ...FOUR);
  await desk.advance(later(HOUR_MS));
  await desk.alerts.mutes.declareOutage({ cause: "backup", since: MONDAY }, BEN);
  await desk.advance(later(1));
  expect(await all()).toMatchObject([{ state: "resolved" }]);
});

test("a silence has an author and an end: it is listed meanwhile, and told once when the silence is over", async () => {
  const oakfold = await desk.customer("standard");
  const until = inDays(2);
  const silence = await desk.alerts.mutes.silence({ rule: null, customer: oakfold.id, until }, BEN);
  expect(silence).toMatchObject({ by: BEN, customer: { id: oakfold.id, name: "Oakfold Libraries" }, until: until.toISOString() });
  await matters(oakfold, ...FOUR);
  await matters(await desk.customer("standard", { name: "Acme" }), ...FOUR);
  expect(desk.notices("alert").map(({ title }) => title)).toEqual(["Acme: 4 matters in 7 days"]);
  expect((await all()).find(({ customer }) => customer?.id === oakfold.id)).toMatchObject({
    state: "firing",
    toldAt: null,
    silenced: { by: "Ben Ortiz", until: until.toISOString() },
  });
  await desk.advance(later(2 * DAY_MS));
  expect(told()).toBe(2);
  expect(await desk.alerts.mutes.silences()).toEqual([]);
});

test("a silence that is ended early is told of at once; one without an end, or about nothing, is refused", async () => {
  const oakfold = await desk.customer("standard");
  const { silence, endSilence } = desk.alerts.mutes;
  for (const bad of [
    { rule: null, customer: null, until: inDays(1) },
    { rule: "many-episodes", customer: null, until: MONDAY },
    { rule: "many-episodes", customer: null, until: inDays(91) },
  ])
    await expect(silence(bad, BEN)).rejects.toMatchObject({ code: "invalid" });
  await expect(silence({ rule: null, customer: "cus_no", until: inDays(1) }, BEN)).rejects.toMatchObject({ code: "not_found" });
  const { id } = await silence({ rule: "many-episodes", customer: null, until: inDays(1) }, BEN);
  await matters(oakfold, ...FOUR);
  expect(told()).toBe(0);
  await endSilence(id, BEN);
  await desk.advance(later(1));
  expect(told()).toBe(1);
});

test("who acknowledged hears again when it still fires a day later", async () => {
  await under("remindHours: 24");
  await matters(await desk.customer("standard"), ...FOUR);
  const [alert] = await all();
  await desk.advance(later(10 * HOUR_MS));
  await desk.alerts.acknowledge(alert?.id ?? "", BEN);
  await desk.advance(inDays(1));
  expect(told()).toBe(1);
  await desk.advance(new Date(inDays(1).getTime() + 10 * HOUR_MS));
  expect(told()).toBe(2);
  expect(await all()).toMatchObject([{ id: alert?.id, state: "firing", acknowledgedBy: null }]);
});

/** Who notes each minute that we are here, under a clock that goes on by itself. */
const watching = () => createWatched({ db: desk.db, clock: { kind: "system", now: () => desk.clock.now() }, ids: randomIds(() => desk.clock.now().getTime()) });

test("while nobody was there to count, nothing has got better: it fires until a whole window was watched again", async () => {
  const oakfold = await desk.customer("standard");
  await matters(oakfold, ...FOUR);
  const watched = watching();
  await watched.beat();
  desk.clock.moveTo(inDays(20));
  // Also before the first minute after the start is over.
  expect(await watched.gapSince(inDays(13))).toEqual({ from: MONDAY, until: inDays(20) });
  await watched.beat();
  await desk.advance(inDays(20));
  expect(await all()).toMatchObject([{ state: "firing", value: 4 }]);
  await desk.advance(inDays(27));
  expect(await all()).toMatchObject([{ state: "firing" }]);
  await desk.advance(new Date(inDays(27).getTime() + 1));
  expect(await all()).toMatchObject([{ state: "resolved" }]);
  expect(told()).toBe(1);
});

test("a restart of a minute is no gap", async () => {
  await matters(await desk.customer("standard"), ...FOUR);
  const watched = watching();
  await watched.beat();
  desk.clock.moveTo(later(60_000));
  await watched.beat();
  expect(await watched.gapSince(MONDAY)).toBeUndefined();
  await desk.advance(new Date(inDays(7).getTime() + 1));
  expect(await all()).toMatchObject([{ state: "resolved" }]);
});

test("a clock that people move knows no gaps: eight days ahead are eight days in which we were there", async () => {
  await matters(await desk.customer("standard"), ...FOUR);
  await desk.alerts.watched.beat();
  await desk.advance(inDays(8));
  expect(await all()).toMatchObject([{ state: "resolved" }]);
});
