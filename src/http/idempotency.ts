import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { Problem } from "./problems.ts";
import type { Idempotency } from "./rooms.ts";

/**
 * One write that carried an Idempotency-Key. `secret`: its answer holds a secret and is stored sealed with the key itself; `salt` makes
 * 16 fresh bytes for that.
 */
type Deed = { actor: string; key: string; request: string; secret: boolean; salt: () => Buffer };
type Done = { status: number; answer: unknown; replayed: boolean };

/** The request that a key is bound to. */
export function requestHash(method: string, path: string, body: unknown): string {
  return createHash("sha256")
    .update(`${method} ${path}\n`)
    .update(JSON.stringify(body) ?? "")
    .digest("hex");
}

/** The Idempotency-Key of a request, if it has one. Throws Problem `invalid` when it cannot be one. */
export function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = String(header);
  if (/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(key)) return key;
  throw new Problem("invalid", "An Idempotency-Key has 1 to 255 printable ASCII characters.", { errors: [{ path: "Idempotency-Key", message: "malformed" }] });
}

/**
 * Does a deed once: the same key with the same request gets the first answer, with another request `idempotency_conflict`.
 * A deed that was refused leaves the key free. When the process dies in between, the deed's own `once` keeps it single.
 */
export async function onlyOnce(store: Idempotency, deed: Deed, status: number, work: () => Promise<unknown>): Promise<Done> {
  // A key to a secret is itself a secret: stored hashed, so that the row alone opens nothing.
  const key = deed.secret ? createHash("sha256").update(deed.key).digest("hex") : deed.key;
  const begun = await store.begin(deed.actor, key, deed.request);
  if (begun.state === "conflict") throw new Problem("idempotency_conflict", "Use a new Idempotency-Key for a new request.");
  if (begun.state === "running") throw new Problem("idempotency_running", "Ask again in a moment.", { retryAfter: 1 });
  if (begun.state === "replay") return { status: begun.status, answer: deed.secret ? unseal(begun.answer, deed.key) : begun.answer, replayed: true };
  let answer: unknown;
  try {
    answer = await work();
  } catch (error) {
    await store.release(deed.actor, key);
    throw error;
  }
  await store.finish(deed.actor, key, status, deed.secret ? seal(answer, deed.key, deed.salt()) : (answer ?? null));
  return { status, answer, replayed: false };
}

/** An actor for somebody without a name: their address, which is not kept in the clear. */
export function strangerAt(address: string, secret: string): string {
  return `stranger:${createHmac("sha256", secret).update(address).digest("hex").slice(0, 32)}`;
}

function seal(answer: unknown, key: string, salt: Buffer): { sealed: string } {
  const cipher = createCipheriv("aes-256-gcm", sealingKey(key, salt), Buffer.alloc(12));
  const text = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
  return { sealed: Buffer.concat([salt, cipher.getAuthTag(), text]).toString("base64url") };
}

function unseal(stored: unknown, key: string): unknown {
  const bytes = Buffer.from((stored as { sealed: string }).sealed, "base64url");
  const cipher = createDecipheriv("aes-256-gcm", sealingKey(key, bytes.subarray(0, 16)), Buffer.alloc(12));
  cipher.setAuthTag(bytes.subarray(16, 32));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(32)), cipher.final()]).toString("utf8")) as unknown;
}

/** A key of its own for each answer (fresh salt), so that the fixed nonce is never used twice with it. */
function sealingKey(key: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, "standin idempotency answer", 32));
}
