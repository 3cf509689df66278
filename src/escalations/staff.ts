import { createHash, scrypt, timingSafeEqual } from "node:crypto";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";

/** Somebody who works here. An agent serves; an owner also changes the rules. */
export type StaffMember = { id: string; name: string; email: string | null; role: "owner" | "agent" };

export interface StaffAccounts {
  /**
   * Makes the first owner at first start; `password` is there only when it was newly made and has to be told. A password
   * given for an existing account (ADMIN_PASSWORD) becomes its password: the way back in for an owner who forgot it.
   */
  ensureFirstOwner(email?: string, password?: string): Promise<{ email: string; password?: string }>;
  /** Adds somebody. Throws StaffEmailTaken. */
  add(member: { email: string; name: string; role: "owner" | "agent"; password: string }): Promise<StaffMember>;
  /** Opens a console session of 7 days; undefined when the address or the password is wrong (both take the same time). */
  login(email: string, password: string): Promise<{ staff: StaffMember; token: string; expiresAt: Date } | undefined>;
  session(token: string): Promise<StaffMember | undefined>;
  logout(token: string): Promise<void>;
  /** Whose API key this is: each key is a person of its own, an owner. */
  keyHolder(key: string): StaffMember | undefined;
}

export class StaffEmailTaken extends Error {
  readonly code = "email_taken";
}

/** What checking a password costs on purpose: `N` and `r` memory (128 · N · r bytes), `p` passes. */
export type ScryptCost = { N: number; r: number; p: number };

/** OWASP's recommendation for scrypt with 32 MiB; stored with each hash, so that it may be raised. */
const COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const SESSION_MS = 7 * 24 * 3600 * 1000;
const DEFAULT_EMAIL = "owner@localhost";

type Row = { id: string; name: string; email: string | null; role: "owner" | "agent"; password: string | null };

type Needs = { db: Database; clock: Clock; ids: Ids; apiKeys?: readonly string[]; cost?: ScryptCost };

/**
 * Accounts of the people who work here. Stores passwords as scrypt and session tokens as SHA-256, never themselves.
 * `cost` is for tests that log in a hundred times.
 */
export function createStaffAccounts({ db, clock, ids, apiKeys = [], cost = COST }: Needs): StaffAccounts {
  const keys = apiKeys
    .map((key) => key.trim())
    .filter((key) => key !== "")
    .map((key) => keyPerson(key));
  // Compared with when the address is unknown, to take as long; anything of the right form does.
  const nobody = ["scrypt", cost.N, cost.r, cost.p, "A".repeat(22), "A".repeat(43)].join("$");

  async function byEmail(email: string): Promise<Row | undefined> {
    const [row] = await db.query<Row>("select id, name, email, role, password from staff where email = $1", [normal(email)], "staff-by-email");
    return row;
  }
  /** Resolves with undefined when somebody else has the address. */
  async function insert(email: string, name: string, role: Row["role"], password: string): Promise<StaffMember | undefined> {
    const member = { id: ids.next("staff"), name, email: normal(email), role };
    const made = await db.query(
      "insert into staff (id, email, name, role, password, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (email) do nothing returning id",
      [member.id, member.email, name, role, await hashPassword(password, cost, ids.bytes(SALT_BYTES)), clock.now()],
    );
    return made.length > 0 ? member : undefined;
  }
  async function setPassword(staff: string, password: string): Promise<void> {
    const hash = await hashPassword(password, cost, ids.bytes(SALT_BYTES));
    await db.transaction(async (tx) => {
      await tx.query("update staff set password = $2 where id = $1", [staff, hash]);
      await tx.query("delete from staff_sessions where staff = $1", [staff]);
    });
  }

  return {
    async ensureFirstOwner(email, password) {
      const [first] = await db.query<{ email: string }>("select email from staff where role = 'owner' and email is not null order by created_at, id limit 1");
      if (first && (password === undefined || email === undefined)) return { email: first.email };
      const address = normal(email ?? first?.email ?? DEFAULT_EMAIL);
      const chosen = password ?? readable(ids.secret());
      const made = await insert(address, nameOf(address), "owner", chosen);
      if (made) return { email: address, ...(password === undefined ? { password: chosen } : {}) };
      const existing = await byEmail(address);
      if (existing && password !== undefined && !(await matches(password, existing.password))) await setPassword(existing.id, password);
      return { email: address };
    },
    async add(member) {
      const made = await insert(member.email, member.name, member.role, member.password);
      if (!made) throw new StaffEmailTaken("Somebody has this address already.");
      return made;
    },
    async login(email, password) {
      const row = await byEmail(email);
      const right = await matches(password, row?.password ?? nobody);
      if (!row?.password || !right) return undefined;
      const token = ids.secret();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + SESSION_MS);
      await db.query("delete from staff_sessions where expires_at <= $1", [now]);
      await db.query("insert into staff_sessions (token_hash, staff, expires_at) values ($1, $2, $3)", [hashToken(token), row.id, expiresAt]);
      return { staff: memberOf(row), token, expiresAt };
    },
    async session(token) {
      const [row] = await db.query<Row>(
        "select s.id, s.name, s.email, s.role, s.password from staff_sessions t join staff s on s.id = t.staff where t.token_hash = $1 and t.expires_at > $2",
        [hashToken(token), clock.now()],
        "staff-session",
      );
      return row && memberOf(row);
    },
    async logout(token) {
      await db.query("delete from staff_sessions where token_hash = $1", [hashToken(token)]);
    },
    keyHolder(key) {
      const hash = createHash("sha256").update(key).digest();
      let holder: StaffMember | undefined;
      // Every key is compared, in constant time: how long it takes tells nothing.
      for (const known of keys) if (timingSafeEqual(known.hash, hash)) holder = known.staff;
      return holder;
    },
  };
}

function memberOf({ id, name, email, role }: Row): StaffMember {
  return { id, name, email, role };
}

function keyPerson(key: string): { hash: Buffer; staff: StaffMember } {
  const hash = createHash("sha256").update(key).digest();
  const short = hash.toString("hex").slice(0, 12);
  return { hash, staff: { id: `staff_key_${short}`, name: `Support ${short.slice(0, 4)}`, email: null, role: "owner" } };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function normal(email: string): string {
  return email.trim().toLowerCase();
}

/** A name to begin with, which customers may see: the part before the @. */
function nameOf(email: string): string {
  const local = email.split("@", 1)[0] ?? "";
  return local ? (local[0] as string).toUpperCase() + local.slice(1) : email;
}

/** A password that can be typed from the terminal: five groups of four of the secret's letters and digits, 100 bits and more. */
function readable(secret: string): string {
  const letters = secret.replaceAll(/[-_]/g, "").slice(0, 20);
  return (letters.match(/.{1,4}/g) ?? []).join("-");
}

/** `scrypt$N$r$p$salt$hash`, base64url. */
async function hashPassword(password: string, cost: ScryptCost, salt: Buffer): Promise<string> {
  const hash = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

async function matches(password: string, stored: string | null): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = (stored ?? "").split("$");
  if (kind !== "scrypt" || !salt || !hash) return false;
  const right = Buffer.from(hash, "base64url");
  const given = await derive(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
  return given.length === right.length && timingSafeEqual(given, right);
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard is the same (NIST SP 800-63B)
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Where notices to everybody who works here go. */
export async function staffAddresses(db: Database): Promise<string[]> {
  const rows = await db.query<{ email: string }>("select email from staff where email is not null order by email");
  return rows.map((row) => row.email);
}
