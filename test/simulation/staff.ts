import { StaffRefused } from "../../src/conversations/channel.ts";
import type { HouseProcess } from "./house-process.ts";
import type { Owner } from "./scheduler.ts";
import type { Scene } from "./scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CLICKS_TWICE = 0.2;
const PLAN_SHARE = 0.03; // how often somebody who looks in has a customer's new contract to enter

export const STAFF = ["ada", "ben", "cleo"];

/** What a person was told is done. */
export type Deed = { kind: "resolved"; escalation: string; minutes: number } | { kind: "replied"; conversation: string; text: string };

/** A person of ours: looks at the queue now and then, claims, answers, forgets, collides with the others, and sometimes just steps in. */
export function beginShift(given: Scene, name: string, deeds: Deed[], until: number, pace: number): void {
  const scene: Scene = { ...given, chance: given.lots.of(name) };
  const { scheduler, chance } = scene;
  const who: Owner = { name, alive: true };
  void (async () => {
    for (;;) {
      await scheduler.wait(who, chance.whole(2 * HOUR, 40 * HOUR) * pace, "looks at the queue").done;
      if (scheduler.now() >= until) return;
      await work(scene, who, deeds).catch(() => undefined);
    }
  })();
}

/** At the end nobody goes home with something in hand, and nothing is left that nobody has seen. */
export async function goHome(scene: Scene, name: string): Promise<void> {
  const by = { id: `staff-${name}`, email: `${name}@example.com`, name, role: "agent" as const };
  const who: Owner = { name, alive: true };
  const found = (state: "open" | "claimed") => scene.world.call(who, (house) => house.app.rooms.desk.escalations.list({ limit: 200, state }));
  const attempt = (what: string, one: { id: string }, deed: (house: HouseProcess) => Promise<unknown>) =>
    scene.world.call(who, deed).catch((error: unknown) => scene.scheduler.note(`${name} could not ${what} ${one.id}: ${String(error)}`));
  const held = (await found("claimed")).items.filter((one) => one.claimedBy?.id === by.id);
  for (const one of held) await attempt("hand back", one, (house) => house.app.rooms.desk.escalations.handback(one.id, by));
  const unseen = (await found("open")).items.filter((one) => one.acknowledgedBy === null);
  for (const one of unseen) await attempt("acknowledge", one, (house) => house.app.rooms.desk.escalations.acknowledge(one.id, by));
}

async function work(scene: Scene, who: Owner, deeds: Deed[]): Promise<void> {
  const { world, chance } = scene;
  const by = { id: `staff-${who.name}`, email: `${who.name}@example.com`, name: who.name, role: "agent" as const };
  if (chance.happens(0.1)) return stepIn(scene, who, by);
  if (chance.happens(PLAN_SHARE)) return changePlan(scene, who, by);
  if (chance.happens(0.25)) return answerQuestion(scene, who, by, deeds);
  const { items } = await world.call(who, (house) => house.app.rooms.desk.escalations.list({ limit: 20 }));
  const open = items.filter((one) => one.state === "open" || one.state === "claimed");
  if (open.length === 0) return;
  // What was claimed and forgotten comes to mind again.
  const own = open.filter((one) => one.claimedBy?.id === by.id);
  if (own.length > 0 && chance.happens(0.7)) return finish(scene, who, by, chance.oneOf(own), deeds);
  const one = chance.oneOf(open.slice(0, 4));
  if (one.verdict === "overridden" && chance.happens(0.2)) {
    await world.call(who, (house) => house.app.rooms.desk.escalations.downgrade(one.id, { reason: "a look-alike" }, by));
    return;
  }
  if (chance.happens(0.2)) await world.call(who, (house) => house.app.rooms.desk.escalations.acknowledge(one.id, by));
  await world.call(who, (house) => house.app.rooms.desk.escalations.claim(one.id, by));
  if (chance.happens(0.2)) return; // claimed and forgotten
  await finish(scene, who, by, one, deeds);
}

type By = { id: string; email: string; name: string; role: "agent" };

async function finish(scene: Scene, who: Owner, by: By, one: { id: string; conversation: string }, deeds: Deed[]): Promise<void> {
  const { world, chance, scheduler } = scene;
  const desk = scene;
  const replies = chance.whole(0, 2);
  for (let i = 0; i < replies; i++) {
    await scheduler.wait(who, chance.whole(MINUTE, 20 * MINUTE), "writes").done;
    const text = `Here is ${by.name}: I have looked at it (${scheduler.now()}).`;
    const once = `${scheduler.now()}`;
    await insist(scene, who, (house) => house.app.rooms.desk.escalations.reply(one.id, { text }, { ...by, once }));
    deeds.push({ kind: "replied", conversation: one.conversation, text });
  }
  if (chance.happens(0.2)) await world.call(who, (house) => house.app.rooms.desk.escalations.note(one.id, { text: "zanzibarine note" }, by));
  await desk.scheduler.wait(who, chance.whole(MINUTE, 40 * MINUTE), "finishes").done;
  // Who has nothing to say mostly hands it back.
  if (chance.happens(replies === 0 ? 0.6 : 0.2)) {
    await world.call(who, (house) => house.app.rooms.desk.escalations.handback(one.id, by));
    return;
  }
  const minutes = chance.whole(1, 50);
  await world.call(who, (house) => house.app.rooms.desk.escalations.resolve(one.id, { minutes, outcome: "solved" }, by));
  deeds.push({ kind: "resolved", escalation: one.id, minutes });
}

/** Some click twice, and who gets no answer clicks again: it is the same deed. */
async function insist({ world, chance }: Scene, who: Owner, deed: (house: HouseProcess) => Promise<unknown>): Promise<void> {
  if (chance.happens(CLICKS_TWICE)) void world.call(who, deed).catch(() => undefined);
  await world.call(who, deed).catch((error: unknown) => {
    if (error instanceof StaffRefused) throw error;
    return world.call(who, deed);
  });
}

/** Somebody watches a chat live and takes over while the avatar still thinks. */
export function watchLive(given: Scene, conversation: string, guest: string): void {
  const scene: Scene = { ...given, chance: given.lots.of(`who watches ${guest}`) };
  const { scheduler, chance, world } = scene;
  const name = chance.oneOf(STAFF);
  const who: Owner = { name: `${name}, live`, alive: true };
  const by: By = { id: `staff-${name}`, email: `${name}@example.com`, name, role: "agent" };
  void scheduler
    .wait(who, chance.whole(0, 6_000), "takes over")
    .done.then(() => world.call(who, (house) => house.app.rooms.desk.conversations.takeover(conversation, by)))
    .then((one) => finish(scene, who, by, one, []))
    .catch(() => undefined);
}

async function stepIn(scene: Scene, who: Owner, by: By): Promise<void> {
  const { world, chance } = scene;
  const known = scene.chats.filter((chat) => chat.conversation !== undefined);
  if (known.length === 0) return;
  const conversation = chance.oneOf(known).conversation as string;
  const one = await world.call(who, (house) => house.app.rooms.desk.conversations.takeover(conversation, by));
  await finish(scene, who, by, one, []);
}

const FEES = { community: null, standard: "290.00", premium: "1900.00" };

/** A customer takes another plan, or another fee for the same. */
async function changePlan({ world, chance, customers, changed }: Scene, who: Owner, by: By): Promise<void> {
  const plan = chance.oneOf(["community", "standard", "premium"] as const);
  const fee = FEES[plan];
  const contract = fee === null ? null : { fee: { amount: chance.oneOf([fee, "110.00"]), currency: "EUR" }, start: "2026-01-01", renewal: null };
  const customer = chance.oneOf(customers);
  changed.add(`customer/${customer}/budget`);
  await world.call(who, (house) => house.app.rooms.desk.customers.change(customer, { plan, contract }, by));
}

async function answerQuestion(scene: Scene, who: Owner, by: By, deeds: Deed[]): Promise<void> {
  const { world, chance, scheduler } = scene;
  const { items } = await world.call(who, (house) => house.app.rooms.desk.questions.list({ limit: 20, state: "open" }));
  if (items.length === 0) return;
  const question = chance.oneOf(items);
  const text = `This is the answer to it (${scheduler.now()}).`;
  const once = `${scheduler.now()}`;
  await insist(scene, who, (house) => house.app.rooms.desk.questions.answer(question.id, { text }, { ...by, once }));
  deeds.push({ kind: "replied", conversation: question.conversation.toString(), text });
}
