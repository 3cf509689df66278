import { createHash } from "node:crypto";
import type { Clock } from "../platform/clock.ts";
import { applyWrites, createGroup, type Statement, type Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";

/** Whose web chat it is. */
export type ChatSession = { conversation: string; contact: string; customer: string; anonymous: boolean; expiresAt: Date };

const SESSION_DAYS = 30; // CONTRACT: chat sessions live 30 days
const CACHED_SESSIONS = 20_000; // about 6 MB; every message asks

const conversation_: Statement = {
  name: "conversations_add",
  columns: "id text, channel text, thread text, customer text, contact text, locale text, at timestamptz",
  sql: `insert into conversations (id, channel, thread, customer, contact, locale, created_at, last_at)
    select r.id, r.channel, r.thread, r.customer, r.contact, r.locale, r.at, r.at from {rows} on conflict (channel, thread) do nothing`,
};
const session_: Statement = {
  name: "chat_sessions_add",
  columns: "token_hash text, conversation text, contact text, customer text, anonymous boolean, expires_at timestamptz",
  sql: `insert into chat_sessions (token_hash, conversation, contact, customer, anonymous, expires_at)
    select r.token_hash, r.conversation, r.contact, r.customer, r.anonymous, r.expires_at from {rows}`,
};

/** Web sessions: opaque tokens, of which only the hash is stored; and the conversations that channels open. */
export function createSessions(rooms: { db: Database; clock: Clock; ids: Ids }) {
  const { db, clock, ids } = rooms;
  const cache = new Map<string, ChatSession>();
  const adds = createGroup<Write[], null>(async (items) => {
    await applyWrites(db, items.flat());
    return items.map(() => null);
  });

  /** Opens a conversation and a session on it; `writes` (the contact, where it is new) are committed with it. */
  async function open(
    who: { contact: string; customer: string; anonymous: boolean; locale: string | null },
    writes: Write[] = [],
  ): Promise<{ token: string; session: ChatSession }> {
    const at = clock.now();
    const token = ids.secret();
    const conversation = ids.next("cv");
    const session: ChatSession = {
      conversation,
      contact: who.contact,
      customer: who.customer,
      anonymous: who.anonymous,
      expiresAt: new Date(at.getTime() + SESSION_DAYS * 86_400_000),
    };
    await adds.add([
      ...writes,
      {
        statement: conversation_,
        row: { id: conversation, channel: "web", thread: conversation, customer: who.customer, contact: who.contact, locale: who.locale, at },
      },
      {
        statement: session_,
        row: { token_hash: hash(token), conversation, contact: who.contact, customer: who.customer, anonymous: who.anonymous, expires_at: session.expiresAt },
      },
    ]);
    remember(token, session);
    return { token, session };
  }

  /** The session of a token. Expired ones are told from unknown ones by `expiresAt`. */
  async function find(token: string): Promise<ChatSession | undefined> {
    const known = cache.get(token);
    if (known) return known;
    const [row] = await db.query<{ conversation: string; contact: string; customer: string; anonymous: boolean; expires_at: Date }>(
      "select conversation, contact, customer, anonymous, expires_at from chat_sessions where token_hash = $1",
      [hash(token)],
      "chat_sessions_find",
    );
    if (!row) return undefined;
    const { expires_at, ...rest } = row;
    const session = { ...rest, expiresAt: expires_at };
    remember(token, session);
    return session;
  }

  function cached(token: string): ChatSession | undefined {
    return cache.get(token);
  }

  /** Their contact was erased: the tokens open nothing any more. */
  function forget(conversations: readonly string[]): void {
    for (const [token, { conversation }] of cache) if (conversations.includes(conversation)) cache.delete(token);
  }

  function remember(token: string, session: ChatSession): void {
    if (cache.size >= CACHED_SESSIONS) cache.delete(cache.keys().next().value as string);
    cache.set(token, session);
  }

  /** The conversation of a channel's thread, made if it is new. */
  async function thread(
    channel: string,
    name: string,
    who: { customer: string; contact: string; locale: string | null },
  ): Promise<{ id: string; customer: string; contact: string }> {
    const read = () =>
      db.query<{ id: string; customer: string; contact: string }>(
        "select id, customer, contact from conversations where channel = $1 and thread = $2",
        [channel, name],
        "conversations_thread",
      );
    const [known] = await read();
    if (known) return known;
    await applyWrites(db, [{ statement: conversation_, row: { id: ids.next("cv"), channel, thread: name, ...who, at: clock.now() } }]);
    const [made] = await read();
    if (!made) throw new Error(`The conversation of ${channel} ${name} could not be made.`);
    return made;
  }

  return { open, find, cached, forget, thread };
}

export type Sessions = ReturnType<typeof createSessions>;

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
