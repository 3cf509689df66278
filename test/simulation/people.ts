import type { ChatSession } from "../../src/conversations/index.ts";
import type { Chance } from "../faults/random.ts";
import { eraseLater } from "./erasing.ts";
import { UNKNOWN_QUESTION } from "./library.ts";
import type { HouseProcess } from "./house-process.ts";
import type { Chat, Said, Scene } from "./scene.ts";
import type { Owner } from "./scheduler.ts";
import { watchLive } from "./staff.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIVE_SHARE = 0.08; // of all messages, somebody of ours looks on and takes over

const WORDS: Record<Said["kind"], string[]> = {
  question: ["How do I take a hot backup?", "How do I install it on Linux?", "What does the licence allow?", "What does error MDB-1042 mean?"],
  human: ["I want to talk to a human, please.", "Please let me speak to a person.", "Ich möchte bitte mit einem Menschen sprechen."],
  safety: [
    "Your update has deleted our production data and the customers are lost.",
    "We found a security hole: anyone can log in as administrator without a password.",
  ],
  unknown: [UNKNOWN_QUESTION, "Can it brew coffee in zero gravity on a Tuesday?"],
  thanks: ["Thanks, that helped!", "Danke!"],
  account: ["What is in my contract?"],
  odd: ["🙃 <b>?</b> \u202e gnp.exe", "?", "a\u0300".repeat(40)],
};

/** A conversation: when it begins and how its writer writes. */
export function beginChat(scene: Scene, number: number, startsAfter: number, crowd?: { customer: string }): Chat {
  const { chance, scheduler } = scene;
  const who: Owner = { name: `guest ${number}`, alive: true };
  const channel = crowd ? "web" : chance.oneOf(["web", "web", "chat"] as const);
  const customer = crowd ? crowd.customer : channel === "web" && chance.happens(0.85) ? chance.oneOf(scene.customers) : undefined;
  const chat: Chat = { who: who.name, channel, customer, key: `${number}`, conversation: undefined, said: [], seen: new Map(), drafts: new Map() };
  scene.chats.push(chat);
  const messages = chance.whole(1, 4);
  const bursty = chance.happens(0.3);
  void (async () => {
    await scheduler.wait(who, startsAfter, "has a question").done;
    let session: string | undefined;
    for (let i = 0; i < messages; i++) {
      if (i > 0)
        await scheduler.wait(
          who,
          bursty ? chance.whole(0, 3_000) : chance.oneOf([chance.whole(5_000, MINUTE), chance.whole(MINUTE, 3 * HOUR), chance.whole(HOUR, 30 * HOUR)]),
          "writes again",
        ).done;
      if (chat.erased) return;
      const kind = crowd && i === 0 ? "human" : kindOf(chance);
      const mark = `k${number * 10 + i}`;
      const said: Said = { id: `m${i + 1}`, text: `${chance.oneOf(WORDS[kind])} (ref ${mark})`, mark, kind, at: scheduler.now(), acknowledged: undefined };
      chat.said.push(said);
      const sent = send(scene, who, chat, said, session).then((token) => (session = token));
      // Who is in a hurry does not wait until the first is acknowledged; the first one of all opens the chat.
      if (!bursty || i === 0) await sent;
    }
  })();
  return chat;
}

function kindOf(chance: Chance): Said["kind"] {
  return chance.oneOf([
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
  ] as const);
}

/** Sends until somebody says that it has arrived, as a page or a chat service does. */
async function send(scene: Scene, who: Owner, chat: Chat, said: Said, session: string | undefined): Promise<string | undefined> {
  const { world, scheduler, chance, faults } = scene;
  for (let tries = 0; tries < 300 && !chat.erased; tries++) {
    try {
      const seq = await world.call(who, async (house) => {
        if (chat.channel === "chat") return overChat(scene, house, chat, said);
        session ??= await openWeb(house, chat);
        listen(house, chat);
        return house.app.rooms.desk.chat
          .send(sessionOf(await house.app.rooms.desk.chat.session(session)), { id: said.id, text: said.text })
          .then((sent) => sent.seq);
      });
      said.acknowledged = { at: scheduler.now(), seq };
      if (chat.leaves !== undefined && said === chat.said[0]) eraseLater(scene, chat, chat.leaves);
      if (chance.happens(LIVE_SHARE) && chat.conversation !== undefined) watchLive(scene, chat.conversation);
      if (faults.duplicate()) void again(scene, who, chat, said, session);
      return session;
    } catch {
      await scheduler.wait(who, chance.whole(500, 15_000), "sends it again").done;
    }
  }
  return session;
}

/** The same message once more: at once, or hours later, when a network or a chat service remembers it. */
async function again(scene: Scene, who: Owner, chat: Chat, said: Said, session: string | undefined): Promise<void> {
  await scene.scheduler.wait(who, scene.chance.oneOf([0, 2_000, scene.chance.whole(MINUTE, 26 * HOUR)]), "sends it twice").done;
  await scene.world
    .call(who, (house) => (chat.channel === "chat" ? overChat(scene, house, chat, said) : againOverWeb(house, session, said)))
    .catch(() => undefined);
}

async function openWeb(house: HouseProcess, chat: Chat): Promise<string> {
  const visitor = chat.customer === undefined ? undefined : { sub: `sub-${chat.key}`, customer: chat.customer, name: `Guest ${chat.key}` };
  const opened = await house.app.rooms.desk.chat.open({ visitor, locale: "en", address: `10.0.0.${Number(chat.key) % 250}` });
  chat.conversation = opened.conversation;
  return opened.session;
}

function sessionOf(session: ChatSession | undefined): ChatSession {
  if (!session) throw new Error("the session is not known");
  return session;
}

async function againOverWeb(house: HouseProcess, session: string | undefined, said: Said): Promise<number> {
  if (session === undefined) throw new Error("no session");
  return (await house.app.rooms.desk.chat.send(sessionOf(await house.app.rooms.desk.chat.session(session)), { id: said.id, text: said.text })).seq;
}

async function overChat(scene: Scene, house: HouseProcess, chat: Chat, said: Said): Promise<number> {
  const accepted = await scene.outside.send(house, {
    thread: `thread-${chat.key}`,
    externalId: `${chat.key}.${said.id}`,
    eventId: `event-${chat.key}.${said.id}`,
    sender: { kind: "chat", key: `user-${chat.key}`, name: `Guest ${chat.key}` },
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
