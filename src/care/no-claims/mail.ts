import type { Clock } from "../../platform/clock.ts";
import { applyWrites, type Statement, type Write } from "../../platform/commit.ts";
import type { Database, Queryable } from "../../platform/database.ts";
import { cancelTimer, schedule } from "../../platform/timers.ts";
import { DAY } from "../../policies/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { Alerts } from "../alerts.ts";
import type { Letter, LetterFate } from "../mailer.ts";
import { addressHash, suppress } from "../mailouts/rows.ts";
import { againAfter, GIVEN_UP_MS, type Post } from "../post.ts";

/** The timer of each letter that goes by mail; its ref names the change and the contact. */
export const MAIL_LETTER = "no-claims.mail";

export type MailState = "waiting" | "sending" | "sent" | "unknown" | "refused" | "lapsed";
export type MailRooms = {
  db: Database;
  clock: Clock;
  rulebook: Pick<Rulebook, "current">;
  alerts: Pick<Alerts, "raise">;
  post: Pick<Post, "beside" | "send">;
  /** under it an address is known without being kept */
  secret: () => string;
  /** whether a letter can leave, and be answered */
  sends: boolean;
};
/** What stands in a letter to a reader of this locale; undefined: there is nothing to tell. */
export type Compose = (change: string, reader: Reader) => Promise<Words | undefined>;
type Words = Pick<Letter, "language" | "subject" | "paragraphs">;
export type Reader = { name: string | null; customerName: string; locale: string | null };
type Row = Reader & { customer: string; state: MailState; tries: number; at: Date; sent_at: Date | null; email: string | null; erased: boolean };
type Ref = { change: string; contact: string };

/** A letter goes to so many people of a customer at most, those known for longest: an imported address book is no list of readers. */
const MOST_READERS = 20;
/** RFC 5321, section 4.5.4.1: whoever sends gives up after four or five days. */
const MOST_DAYS = 5;
const LONGEST_REPLY = 300; // characters of what a server said

/** People with an address and without a conversation: there a letter cannot be said. */
const READERS = `select k.id from contacts k
  where k.customer = $1 and k.email is not null and k.erased_at is null
    and not exists (select 1 from conversations c where c.contact = k.id and c.erased_at is null)
    and not exists (select 1 from no_claims_letters l where l.change = $2 and l.contact = k.id)
  order by k.created_at, k.id limit ${MOST_READERS}`;
const LETTER = `select l.state, l.tries, l.at, l.sent_at, c.customer, u.name as "customerName", k.name, k.email, k.locale, k.erased_at is not null as erased
  from no_claims_letters l join no_claims_changes c on c.id = l.change join customers u on u.id = c.customer join contacts k on k.id = l.contact
  where l.change = $1 and l.contact = $2`;

const plan_: Statement = {
  name: "no_claims_mails_plan",
  columns: "change text, contact text, at timestamptz",
  sql: "insert into no_claims_letters (change, contact, state, at) select r.change, r.contact, 'waiting', r.at from {rows}",
};
/** A slow server's word may come after the letter was given up; what is sure holds. */
const fate_: Statement = {
  name: "no_claims_mails_fate",
  columns: "change text, contact text, state text, reply text",
  sql: `update no_claims_letters l set state = r.state, reply = r.reply, tries = l.tries + case when r.state = 'waiting' then 1 else 0 end
    from {rows} where l.change = r.change and l.contact = r.contact and (l.state in ('waiting', 'sending') or (l.state = 'unknown' and r.state in ('sent', 'refused')))`,
};

/**
 * Letters about a discount by mail, to whoever has no conversation. They are about a contract: they need no consent, and what ends thank-yous does not
 * end them. Each leaves at most once: what was begun and not confirmed may have arrived, and people are told.
 */
export function createDiscountMail(rooms: MailRooms, compose: Compose) {
  const { db, clock, post } = rooms;

  /** The letters about one change, for whoever has none yet. */
  async function plan(change: string, customer: string): Promise<Write[]> {
    if (!rooms.sends) return [];
    const at = clock.now();
    const readers = await db.query<{ id: string }>(READERS, [customer, change]);
    return readers.flatMap(({ id: contact }) => [{ statement: plan_, row: { change, contact, at } }, schedule(MAIL_LETTER, refOf({ change, contact }), at)]);
  }

  /** Its moment has come. The timer comes again, in case this process dies before the letter has left. */
  async function due(ref: string): Promise<Write[]> {
    post.beside(ref, () => send(ref));
    return [schedule(MAIL_LETTER, ref, new Date(clock.now().getTime() + GIVEN_UP_MS))];
  }

  async function send(ref: string): Promise<void> {
    const [change = "", contact = ""] = ref.split(".");
    const letter = { change, contact };
    const [reader] = await db.query<Row>(LETTER, [change, contact]);
    const words = reader && (await compose(change, reader));
    const begun = await db.transaction((tx) => begin(tx, letter, words));
    const writes = begun.letter ? settled(letter, begun.row, await post.send(begun.letter)) : begun.writes;
    const unsure = writes.some(({ row }) => row["state"] === "unknown");
    const told = begun.row && unsure ? tell(letter, begun.row) : undefined;
    const again = writes.some(({ row }) => row["kind"] === MAIL_LETTER);
    await applyWrites(db, [...writes, ...(again ? [] : [cancelTimer(MAIL_LETTER, ref)]), ...(told?.writes ?? [])]);
    told?.sent();
  }

  type Begun = { writes: Write[]; row?: Row; letter?: undefined } | { writes: []; row: Row; letter: Letter };

  /** Says that it leaves, before it does: whoever dies after that leaves a letter that left once or never. */
  async function begin(tx: Queryable, ref: Ref, words: Words | undefined): Promise<Begun> {
    const [row] = await tx.query<Row>(`${LETTER} for update of l`, [ref.change, ref.contact]);
    const now = clock.now();
    if (row?.state === "sending") {
      const until = new Date((row.sent_at?.getTime() ?? 0) + GIVEN_UP_MS);
      if (until > now) return { writes: [schedule(MAIL_LETTER, refOf(ref), until)] };
      return { writes: [fate(ref, "unknown", "the service stopped while it was sent")], row };
    }
    if (row?.state !== "waiting") return { writes: [] };
    if (!words || row.erased || !row.email || (await isDead(tx, row.email))) return { writes: [fate(ref, "lapsed", null)], row };
    await tx.query("update no_claims_letters set state = 'sending', sent_at = $3 where change = $1 and contact = $2", [ref.change, ref.contact, now]);
    const to = { name: row.name ?? "", address: row.email };
    const { name: business } = rooms.rulebook.current().book.business;
    return { writes: [], row, letter: { id: refOf(ref), to, ...words, business, unsubscribe: null } };
  }

  /** Whether nothing arrives at an address. Whoever wants no thank-yous is told about their contract all the same. */
  async function isDead(tx: Queryable, address: string): Promise<boolean> {
    const [stop] = await tx.query("select 1 from mail_suppressions where address = $1 and why <> 'unsubscribed'", [addressHash(rooms.secret(), address)]);
    return stop !== undefined;
  }

  /** What the receiving side said, and what follows from it. */
  function settled(ref: Ref, row: Row, said: LetterFate): Write[] {
    const now = clock.now();
    if (said.state === "sent") return [fate(ref, "sent", null)];
    if (said.state === "unknown") return [fate(ref, "unknown", said.reply)];
    const again = againAfter(row.tries, now);
    if (said.state === "retry" && again.getTime() <= row.at.getTime() + MOST_DAYS * DAY)
      return [fate(ref, "waiting", said.reply), schedule(MAIL_LETTER, refOf(ref), again)];
    const dead = said.state === "refused" && said.how === "hard" && row.email;
    return [fate(ref, "refused", said.reply), ...(dead ? [suppress(addressHash(rooms.secret(), dead), "hard_bounce", now)] : [])];
  }

  /** People hear of one that may have arrived. */
  function tell(ref: Ref, { customer, customerName }: Row) {
    const page = `/console/customers/${customer}`;
    const about = { id: customer, name: customerName };
    return rooms.alerts.raise({ rule: "delivery.unknown", ref: refOf(ref), customer: about, page, detail: { channel: "mail" }, except: ["mail"] });
  }

  return { plan, due };
}

function refOf({ change, contact }: Ref): string {
  return `${change}.${contact}`;
}

function fate({ change, contact }: Ref, state: MailState, reply: string | null): Write {
  return { statement: fate_, row: { change, contact, state, reply: reply?.slice(0, LONGEST_REPLY) ?? null } };
}
