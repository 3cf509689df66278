import { ConversationGone } from "../../conversations/index.ts";
import { admit } from "../../policies/index.ts";
import type { ChatMessage, LastingEvent, OpenedSession, SentMessage } from "../contract.ts";
import { Problem } from "../problems.ts";
import type { ChatRooms, ChatSession, HostVisitor } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";

const MOST_REMEMBERED = 20_000; // open chats; who was forgotten is only spared the address limit and called nameless in live hints

/** What an open chat needs beside its session: never stored. */
type Remembered = { address: string; name: string };

/** The customers' way in. `send` runs for every message: it asks the database once, in the inbox's grouped commit. */
export function createChat(rooms: DeskRooms): ChatRooms {
  const { customers, rulebook, windows } = rooms;
  const { sessions, threads, receive } = rooms.conversations;
  const remembered = new Map<string, Remembered>();

  function remember(conversation: string, what: Remembered): void {
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
    remembered.set(conversation, what);
  }

  /** @throws Problem too_fast */
  function refuseIfTooFast(session: string | null, address: string | null, bytes: number): void {
    const { book } = rulebook.current();
    const { seconds, messages, addressSeconds, addressMessages } = book.admit;
    const recent = session === null ? 0 : windows.recent(session, seconds * 1_000);
    const addressRecent = address === null ? 0 : windows.recent(address, addressSeconds * 1_000);
    const { verdict, reasons } = admit.decide({ channel: "web", recent, addressRecent, anonymous: address !== null, bytes }, book);
    if (verdict !== "refused") return;
    if (reasons.some(({ code }) => code === "too_long")) throw new Problem("message_too_long", "The message is longer than this service takes.");
    const wait = Math.max(
      session === null ? 0 : windows.waitFor(session, seconds * 1_000, messages),
      address === null ? 0 : windows.waitFor(address, addressSeconds * 1_000, addressMessages),
    );
    throw new Problem("too_fast", "That was very fast. Wait a moment, then send it again.", { retryAfter: wait });
  }

  async function open({ visitor, session, locale, timeZone, address }: Parameters<ChatRooms["open"]>[0]): Promise<OpenedSession> {
    const resumed = session === undefined ? undefined : await resume(session, visitor, address);
    const chat = resumed ?? (await (visitor ? openKnown(visitor, locale ?? null, address) : openAnonymous(locale ?? null, address)));
    const who = timeZone === undefined ? undefined : await sessions.find(chat.session);
    if (who && timeZone !== undefined) await customers.livesIn(who.contact, timeZone);
    return chat;
  }

  /** Undefined: the host names somebody else now, so a new chat is opened. @throws Problem session_unknown, session_expired */
  async function resume(token: string, visitor: HostVisitor | undefined, address: string): Promise<OpenedSession | undefined> {
    const known = await sessions.find(token);
    const expired = known !== undefined && known.expiresAt <= rooms.clock.now();
    if (visitor) {
      if (!known || expired) return undefined;
      const who = await customers.hostContact(visitor);
      if (who.contact !== known.contact) return undefined;
    } else if (!known || expired) {
      throw new Problem(known ? "session_expired" : "session_unknown", "Open a new chat.");
    }
    const thread = await threads.get(known.conversation);
    if (!thread) throw new Problem("session_unknown", "Open a new chat.");
    remember(known.conversation, { address, name: thread.contact_name ?? "" });
    return opened(token, known, thread);
  }

  async function openKnown(visitor: HostVisitor, locale: string | null, address: string): Promise<OpenedSession> {
    const who = await customers.hostContact({ ...visitor, ...(locale === null ? {} : { locale }) });
    const { token, session } = await sessions.open({ ...who, anonymous: false, locale });
    const name = visitor.name ?? (await customers.contact(who.customer, who.contact)).name ?? "";
    remember(session.conversation, { address, name });
    return opened(token, session);
  }

  // Each chat that an address opens counts like a message of it, or a flood would only have to open chats.
  async function openAnonymous(locale: string | null, address: string): Promise<OpenedSession> {
    refuseIfTooFast(null, addressKey(address), 0);
    windows.add(addressKey(address));
    const { contact, customer, writes } = customers.visitorContact(locale);
    const { token, session } = await sessions.open({ contact, customer, anonymous: true, locale }, writes);
    remember(session.conversation, { address, name: "" });
    return opened(token, session);
  }

  function opened(token: string, session: ChatSession, thread?: { mode: "avatar" | "human"; holder_name: string | null }): OpenedSession {
    const { persona } = rulebook.current().book;
    const name = thread?.mode === "human" ? thread.holder_name : null;
    return {
      session: token,
      conversation: session.conversation,
      contact: { known: !session.anonymous },
      persona: { name: persona.name, ai: true },
      mode: { mode: thread?.mode ?? "avatar", ...(name === null ? {} : { name }) },
    };
  }

  async function send(session: ChatSession, { id, text }: { id: string; text: string }): Promise<SentMessage> {
    const { conversation, anonymous } = session;
    const known = remembered.get(conversation);
    const address = anonymous && known ? addressKey(known.address) : null;
    try {
      refuseIfTooFast(conversation, address, Buffer.byteLength(text));
    } catch (refusal) {
      await readRefused(conversation, text, (refusal as Problem).code);
      throw refusal;
    }
    windows.add(conversation);
    if (address !== null) windows.add(address);
    const taken = { conversation, channel: "web", publicId: id, externalId: `${conversation}/${id}`, text, joins: !anonymous, name: known?.name ?? "" };
    const { seq, differs } = await receive.take(taken).catch((error: unknown) => {
      if (!(error instanceof ConversationGone)) throw error;
      throw new Problem("session_unknown", "Open a new chat.", { cause: error });
    });
    if (differs) throw new Problem("message_conflict", "A message with this id is here already, with another text. Give the new one an id of its own.");
    return { id, seq };
  }

  /** What was not taken in is read for safety matters all the same. */
  async function readRefused(conversation: string, text: string, reason: string): Promise<void> {
    const safety = rooms.detectSafety(text);
    if (safety.length > 0) await rooms.escalations.raise({ conversation, safety, text, reason });
  }

  return {
    persona() {
      const { name, face } = rulebook.current().book.persona;
      return { name, ai: true, face };
    },
    open,
    session: (token) => sessions.cached(token) ?? sessions.find(token),
    send,
    refused: ({ conversation }, { text, code }) => readRefused(conversation, text, code),
    async messages(session, after, limit): Promise<ChatMessage[]> {
      const items = await threads.items(session, after, limit);
      return items.map(({ turn: _turn, ...item }) => item);
    },
    async events(session, after, limit): Promise<LastingEvent[]> {
      const items = await threads.stream(session, after, limit);
      return items.map((one) => (one.type === "message" ? { type: "message", ...one.item } : one));
    },
  };
}

function addressKey(address: string): string {
  return `address/${address}`;
}
