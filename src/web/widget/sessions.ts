/**
 * What the widget keeps in the browser so that a reload goes on where it was: the session, per server and person,
 * what was written but not yet accepted, and what is being written. Storage may be missing, full or forbidden: everything
 * works without it, only not across a reload.
 */
export type KeyValueStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;
export type Unsent = { id: string; text: string };

export interface SessionStore {
  readonly key: string;
  session(): string | undefined;
  saveSession(session: string | undefined): void;
  /** The highest seq that this person has seen, in any tab. */
  read(): number;
  saveRead(seq: number): void;
  unsent(): Unsent[];
  saveUnsent(messages: Unsent[]): void;
  /** What is still being written: neither a closed panel nor a reload loses it. */
  draft(): string;
  saveDraft(text: string): void;
}

/** `lasting` is shared by all tabs (localStorage), `tab` belongs to this one (sessionStorage). */
export function createSessionStore(key: string, lasting: KeyValueStore | undefined, tab: KeyValueStore | undefined): SessionStore {
  const readKey = `${key}:read`;
  const unsentKey = `${key}:unsent`;
  const draftKey = `${key}:draft`;
  return {
    key,
    session: () => get(lasting, key),
    saveSession: (session) => set(lasting, key, session),
    read: () => Number(get(lasting, readKey) ?? 0) || 0,
    saveRead: (seq) => set(lasting, readKey, String(seq)),
    unsent: () => parseUnsent(get(tab, unsentKey)),
    saveUnsent: (messages) => set(tab, unsentKey, messages.length > 0 ? JSON.stringify(messages) : undefined),
    draft: () => get(tab, draftKey) ?? "",
    saveDraft: (text) => set(tab, draftKey, text === "" ? undefined : text),
  };
}

/**
 * The storage key of one person on one server. It contains a hash and not the host's id of the person, which could be
 * a mail address. Without a token everybody on this browser is the same visitor.
 */
export function sessionKey(server: string, token: string | undefined): string {
  return `standin:${server}:${token === undefined ? "visitor" : hash(personOf(token))}`;
}

/** Who a host's JWT speaks of. Only used to tell people apart: the server alone decides whether the token is good. */
function personOf(token: string): string {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown; customer?: unknown };
    if (typeof claims.sub === "string") return JSON.stringify([claims.sub, claims.customer ?? null]);
  } catch {
    // not a JWT: the server will say so; until then the token stands for itself
  }
  return token;
}

/** 53 bits, cyrb53 by bryc (public domain). Tells apart, protects nothing; SubtleCrypto needs a secure context. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

function parseUnsent(text: string | undefined): Unsent[] {
  try {
    const parsed = JSON.parse(text ?? "[]") as Unsent[];
    return parsed.filter((one) => typeof one.id === "string" && typeof one.text === "string");
  } catch {
    return [];
  }
}

function get(store: KeyValueStore | undefined, key: string): string | undefined {
  try {
    return store?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function set(store: KeyValueStore | undefined, key: string, value: string | undefined): void {
  try {
    if (value === undefined) store?.removeItem(key);
    else store?.setItem(key, value);
  } catch {
    // full or forbidden: we go on without memory
  }
}
