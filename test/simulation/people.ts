import type { ChatSession } from "../../src/conversations/index.ts";
import type { Chance } from "../faults/random.ts";
import { eraseLater } from "./erasing.ts";
import type { HouseProcess } from "./house-process.ts";
import { goesOn } from "./long-talk.ts";
import type { Lots } from "./lots.ts";
import type { Chat, Said, Scene } from "./scene.ts";
import type { Owner } from "./scheduler.ts";
import { remindingOf, type Reminding } from "./reminding.ts";
import { watchLive } from "./staff.ts";
import { WORDS, type Language } from "./words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIVE_SHARE = 0.08; // of all messages, somebody of ours looks on and takes over
const IMPATIENT_SHARE = 0.1; // after how many messages its writer cannot wait
const OTHER_DEVICE_SHARE = 0.15; // how many messages of a web chat are written on another device
const AGAIN_SHARE = 0.3; // of all conversations, how many are another one of somebody who has written before
const GERMAN_SHARE = 0.3;

/** Somebody who writes, in one conversation or in several. */
type Person = { key: string; channel: Chat["channel"]; customer: string | undefined; language: Language };

/** What somebody is going to write, decided before they begin: what happens on the way changes none of it. */
type Plan = {
  after: number;
  kind: Said["kind"];
  text: string;
  otherDevice: boolean;
  watched: boolean;
  impatient: "same" | "hello" | undefined;
  due?: Said["due"];
};

function personOf(lots: Lots, number: number, customers: string[], crowd: string | undefined): Person {
  const own = lots.of(`person ${number}`);
  const channel = own.oneOf(["web", "web", "chat"] as const);
  const known = own.happens(0.85) ? own.oneOf(customers) : undefined;
  const language = own.happens(GERMAN_SHARE) ? "de" : "en";
  if (crowd !== undefined) return { key: `${number}`, channel: "web", customer: crowd, language };
  return { key: `${number}`, channel, customer: channel === "web" ? known : undefined, language };
}

/** Who writes conversation `number`: somebody new, or one of those before, on another session or thread. */
function writerOf(lots: Lots, number: number, customers: string[], crowd: string | undefined): Person {
  const own = lots.of(`conversation ${number}`);
  const before = own.whole(1, Math.max(1, number - 1));
  const again = crowd === undefined && own.happens(AGAIN_SHARE);
  return personOf(lots, again ? before : number, customers, again ? undefined : crowd);
}

/**
 * A conversation: who writes it, when it begins and what is written in it. `startsAfter`: at most so long, or at that moment in a crowd.
 * `leaves`: so long after their first message was acknowledged, its writer is to be erased.
 */
export function beginChat(given: Scene, number: number, startsAfter: number, crowd?: { customer: string }, leaves?: number): void {
  const { scheduler, lots } = given;
  const who: Owner = { name: `guest ${number}`, alive: true };
  const person = writerOf(lots, number, given.customers, crowd?.customer);
  const own = lots.of(who.name);
  const scene: Scene = { ...given, chance: lots.of(`${who.name} sends`) };
  const { channel, customer } = person;
  const identity = channel === "chat" || customer !== undefined ? person.key : `visitor ${number}`;
  const chat: Chat = {
    who: who.name,
    person: identity,
    channel,
    customer,
    key: `${number}`,
    conversation: undefined,
    said: [],
    seen: new Map(),
    drafts: new Map(),
    leaves,
  };
  scene.chats.push(chat);
  const starts = crowd ? startsAfter : own.whole(0, startsAfter);
  const bursty = own.happens(0.3);
  const plans = Array.from({ length: own.whole(1, 4) }, (_, i) => planOf(own, person.language, bursty, crowd && i === 0 ? "human" : undefined));
  const quiet = { otherDevice: false, watched: false, impatient: undefined };
  plans.push(...goesOn(lots, who.name, person.language).map((more) => ({ ...more, ...quiet })));
  const reminding = remindingOf(lots, who.name, leaves !== undefined);
  // Whoever is going to be erased says so before; else it is the last that they write.
  if (reminding) plans.splice(leaves === undefined ? plans.length : 1, 0, remindPlan(reminding, person.language));
  // Whoever opens the chat once more while they are erased is somebody new, in the middle of it: nobody could say which of its words are to go.
  if (given.erases) for (const plan of plans) plan.otherDevice = false;
  const page: Page = { person, chat, session: undefined };
  void (async () => {
    await scheduler.wait(who, starts, "has a question").done;
    for (const [i, plan] of plans.entries()) {
      if (i > 0) await scheduler.wait(who, plan.after, "writes again").done;
      if (chat.erased) return;
      const mark = markOf(number, i);
      const said: Said = { id: `m${i + 1}`, text: marked(plan, mark), mark, kind: plan.kind, at: scheduler.now(), acknowledged: undefined };
      if (plan.due) said.due = plan.due;
      chat.said.push(said);
      const sent = send(scene, who, page, said, plan);
      if (plan.impatient) void sent.then(() => cannotWait(scene, who, page, said, plan));
      // Who is in a hurry does not wait until the first is acknowledged; the first one of all opens the chat.
      if (!bursty || i === 0) await sent;
    }
  })();
}

function markOf(number: number, i: number): string {
  return `k${i < 10 ? number * 10 + i : number * 100 + i + 100_000}`;
}

/** What somebody writes is known by its mark, and what they want remembered by another one: that may be read in all their conversations. */
function marked({ kind, text }: Plan, mark: string): string {
  if (kind === "forget") return text;
  return kind === "remember" ? `${text} (fact ${mark})` : `${text} (ref ${mark})`;
}

const KINDS = [
  "question",
  "question",
  "question",
  "question",
  "question",
  "human",
  "human",
  "unknown",
  "unknown",
  "thanks",
  "account",
  "safety",
  "odd",
  "remember",
  "remember",
  "known",
  "forget",
] as const;

function planOf(own: Chance, language: Language, bursty: boolean, wanted: keyof typeof WORDS | undefined): Plan {
  const pause = own.oneOf([own.whole(5_000, MINUTE), own.whole(MINUTE, 3 * HOUR), own.whole(HOUR, 30 * HOUR)]);
  const kind = wanted ?? own.oneOf(KINDS);
  return {
    after: bursty ? own.whole(0, 3_000) : pause,
    kind,
    text: own.oneOf(WORDS[kind][language]),
    otherDevice: own.happens(OTHER_DEVICE_SHARE),
    watched: own.happens(LIVE_SHARE),
    impatient: own.happens(IMPATIENT_SHARE) ? own.oneOf(["same", "hello"] as const) : undefined,
  };
}

function remindPlan({ wish, after, isNudge, watched, impatient }: Reminding, language: Language): Plan {
  return { after, kind: isNudge ? "nudge" : "remind", text: wish.words[language], otherDevice: false, watched, impatient, due: wish.due };
}

/** Whoever gets no answer within a minute writes it again, as a message of its own, or asks whether anybody is there. */
async function cannotWait(scene: Scene, who: Owner, page: Page, said: Said, plan: Plan): Promise<void> {
  const { scheduler, chance } = scene;
  await scheduler.wait(who, chance.whole(20_000, MINUTE), "cannot wait").done;
  if (page.chat.erased) return;
  const greeting = chance.oneOf(WORDS.hello[page.person.language]);
  const kind = plan.impatient === "same" ? said.kind : "hello";
  const text = plan.impatient === "same" ? said.text : `${greeting} (ref ${said.mark})`;
  const again: Said = { ...said, id: `${said.id}-again`, kind, text, at: scheduler.now(), acknowledged: undefined };
  page.chat.said.push(again);
  await send(scene, who, page, again, { ...plan, watched: false });
}

/** Where somebody writes: the session of the web chat, once there is one. */
type Page = { person: Person; chat: Chat; session: string | undefined };

/** Sends until somebody says that it has arrived, as a page or a chat service does. */
async function send(scene: Scene, who: Owner, page: Page, said: Said, plan: Plan): Promise<void> {
  const { world, scheduler, chance, faults } = scene;
  for (let tries = 0; tries < 300 && !page.chat.erased; tries++) {
    let waits = true;
    try {
      const seq = await world.call(who, (house) =>
        page.chat.channel === "chat" ? overChat(scene, house, page, said) : overWeb(house, page, said, plan, () => waits),
      );
      said.acknowledged = { at: scheduler.now(), seq };
      if (page.chat.leaves !== undefined && said === page.chat.said[0]) eraseLater(scene, page.chat, page.chat.leaves);
      if (plan.watched && page.chat.conversation !== undefined) watchLive(scene, page.chat.conversation, who.name);
      if (faults.duplicate(chance)) void again(scene, who, page, said);
      return;
    } catch {
      waits = false;
      // The longer it lasts, the less often somebody tries.
      await scheduler.wait(who, chance.whole(500, 15_000) * Math.min(1 + Math.floor(tries / 5), 40), "sends it again").done;
    }
  }
}

/** The same message once more: at once, or hours later, when a network or a chat service remembers it. */
async function again(scene: Scene, who: Owner, page: Page, said: Said): Promise<void> {
  const { scheduler, chance, world } = scene;
  await scheduler.wait(who, chance.oneOf([0, 2_000, chance.whole(MINUTE, 26 * HOUR)]), "sends it twice").done;
  await world.call(who, (house) => (page.chat.channel === "chat" ? overChat(scene, house, page, said) : sendOverWeb(house, page, said))).catch(() => undefined);
}

/** `waits`: whether whoever sends still waits; a chat that opens later than that is nobody's. */
async function overWeb(house: HouseProcess, page: Page, said: Said, plan: Plan, waits: () => boolean): Promise<number> {
  if (page.session === undefined || plan.otherDevice) await openWeb(house, page, waits);
  listen(house, page.chat);
  return sendOverWeb(house, page, said);
}

/** Opens the chat, or, on another device of the same person, the same one again. */
async function openWeb(house: HouseProcess, page: Page, waits: () => boolean): Promise<void> {
  const { key, customer, language } = page.person;
  const visitor = customer === undefined ? undefined : { sub: `sub-${key}`, customer, name: `Guest ${key}` };
  const before = page.session === undefined ? {} : { session: page.session };
  const opened = await house.app.rooms.desk.chat.open({ visitor, ...before, locale: language, address: `10.0.0.${Number(key) % 250}` });
  if (!waits()) throw new Error("nobody waits for it any more");
  page.session = opened.session;
  page.chat.conversation = opened.conversation;
}

function sessionOf(session: ChatSession | undefined): ChatSession {
  if (!session) throw new Error("the session is not known");
  return session;
}

async function sendOverWeb(house: HouseProcess, { session }: Page, said: Said): Promise<number> {
  if (session === undefined) throw new Error("no session");
  return (await house.app.rooms.desk.chat.send(sessionOf(await house.app.rooms.desk.chat.session(session)), { id: said.id, text: said.text })).seq;
}

async function overChat(scene: Scene, house: HouseProcess, { person, chat }: Page, said: Said): Promise<number> {
  const accepted = await scene.outside.send(house, {
    thread: `thread-${chat.key}`,
    externalId: `${chat.key}.${said.id}`,
    eventId: `event-${chat.key}.${said.id}`,
    sender: { kind: "chat", key: `user-${person.key}`, name: `Guest ${person.key}`, locale: person.language },
    text: said.text,
  });
  chat.conversation = accepted.conversation;
  return accepted.seq;
}

const watched = new WeakMap<HouseProcess, Set<Chat>>();

/** A page that watches: what it was shown as final must stay so; what it reads before that is kept by its draft. */
function listen(house: HouseProcess, chat: Chat): void {
  const known = watched.get(house) ?? new Set();
  if (known.has(chat) || chat.conversation === undefined) return;
  watched.set(house, known.add(chat));
  const topic = `conversation/${chat.conversation}`;
  house.live.subscribe(topic, (event) => {
    if (event.type === "message") chat.seen.set(String(event["id"]), String(event["text"]));
    if (event.type === "delta") read(chat, String(event["draft"]), Number(event["offset"]), String(event["text"]));
  });
  for (const way of [topic, `lost/${topic}`])
    house.live.subscribe(way, (event) => {
      const draft = event.type === "discard" ? chat.drafts.get(String(event["draft"])) : undefined;
      if (draft) draft.takenBack = true;
    });
}

/** As the widget does: a piece goes where it belongs; behind one that was lost, nothing more is shown. */
function read(chat: Chat, id: string, offset: number, text: string): void {
  const draft = chat.drafts.get(id) ?? { text: "", takenBack: false };
  if (draft.takenBack || offset > draft.text.length) return;
  draft.text += text.slice(draft.text.length - offset);
  chat.drafts.set(id, draft);
}
