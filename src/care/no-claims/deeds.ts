import type { Clock } from "../../platform/clock.ts";
import type { Database, Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { applyWrites, type Statement, type Write } from "../../platform/commit.ts";
import { schedule } from "../../platform/timers.ts";
import { LOOK_AT_DISCOUNT } from "../../customers/index.ts";
import { StaffRefused, type StaffActor } from "../../conversations/channel.ts";
import { classAt, levelAfter, type Fault, type Incident, type Scheme } from "../../policies/index.ts";
import { promisedDate, type Rulebook } from "../../rulebook/index.ts";
import type { Alerts } from "../alerts.ts";
import { SAFETY } from "../counted.ts";
import { TELL_STAFF_OF_OBJECTION } from "./notices.ts";
import { historyOf } from "./rows.ts";
import type { Settling } from "./settle.ts";

/** What people do about incidents: record, rule, and decide objections. Each brings the customer's level up to date at once. */

/** What may be ruled. Nobody can rule "unknown": that is what nobody has ruled yet. */
export type Ruling = Exclude<Fault, "unknown" | "still_unknown">;
/** `fault`: whose doing it was, where that is known already; then it never was unknown, and waits for nobody. */
export type NewCrash = { customer: string; at: Date; cost: bigint; security: boolean; conversation: string | null; fault?: Ruling | null };
export type ObjectionRow = {
  id: string;
  customer: string;
  contact: string | null;
  conversation: string | null;
  message: string | null;
  incidents: string[];
  state: "open" | "upheld" | "dismissed";
  due_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  at: Date;
};
/** `incidents`: what is withdrawn; left out, all that it is about. */
export type Verdict = { verdict: "upheld" | "dismissed"; incidents?: readonly string[] | undefined };
/** Who objects and where, if in a conversation. */
export type Objecting = { customer: string; contact?: string | null; conversation?: string | null; message?: string | null };

export type DeedRooms = { db: Database; clock: Clock; ids: Ids; rulebook: Rulebook; settling: Settling; alerts: Pick<Alerts, "settled" | "changed"> };

const DAY_MS = 86_400_000;
/** What counts for nobody. */
const CLEARED: ReadonlySet<Fault> = new Set<Fault>(["ours", "third_party", "withdrawn"]);
const MOST_COST = 9_999_999_999_999_999n; // as much as anybody may state

const object_: Statement = {
  name: "no_claims_object",
  columns: "id text, customer text, contact text, conversation text, message text, incidents jsonb, due_at timestamptz, at timestamptz",
  sql: `insert into no_claims_objections (id, customer, contact, conversation, message, incidents, due_at, at)
    select r.id, r.customer, r.contact, r.conversation, r.message, r.incidents, r.due_at, r.at from {rows}
    on conflict (customer) where state = 'open' do update set incidents = excluded.incidents`,
};
const LEVEL_SCHEME = "select scheme from no_claims where customer = $1";
const LAST_FALL = "select incidents, at from no_claims_changes where customer = $1 and to_discount < from_discount order by place desc limit 1";

export function createDeeds(rooms: DeedRooms) {
  const { db, clock, ids, rulebook, settling, alerts } = rooms;

  /** Records a crash; resolves to its id. Unless its ruling is known already, it waits for one until its deadline. @throws StaffRefused not_found, invalid */
  async function record(crash: NewCrash, by: StaffActor): Promise<string> {
    const now = clock.now();
    if (crash.at > now) throw new StaffRefused("invalid", "A crash is recorded after it has happened.");
    if (crash.cost < 0n || crash.cost > MOST_COST) throw new StaffRefused("invalid", "State what it cost as an amount of zero or more.");
    const id = ids.next("inc");
    const deadline = new Date(now.getTime() + rulebook.current().book.noClaims.classifyDays * DAY_MS);
    return db.transaction(async (tx) => {
      const aboutHole = await requireCustomer(tx, crash);
      await tx.query(
        `insert into incidents (id, customer, kind, security, conversation, happened_at, recorded_at, recorded_by, deadline, cost)
         values ($1, $2, 'crash', $3, $4, $5, $6, $7, $8, $9)`,
        [id, crash.customer, crash.security || aboutHole, crash.conversation, crash.at, now, by.id, deadline, crash.cost],
      );
      if (crash.fault) await addRuling(tx, id, crash.fault, by, now);
      await relook(tx, crash.customer, now);
      return id;
    });
  }

  /** Resolves to whether the conversation that it was told in is about a security hole: then it never counts, whatever somebody ticked. */
  async function requireCustomer(tx: Queryable, { customer, conversation }: NewCrash): Promise<boolean> {
    const [known] = await tx.query("select 1 from customers where id = $1", [customer]);
    if (!known) throw new StaffRefused("not_found", "There is no such customer.");
    if (conversation === null) return false;
    const [theirs] = await tx.query<{ hole: boolean }>(
      `select exists (select 1 from messages m join episodes e on e.id = m.episode where m.conversation = c.id and ${SAFETY}) as hole
       from conversations c where c.id = $1 and c.customer = $2`,
      [conversation, customer],
    );
    if (!theirs) throw new StaffRefused("not_found", "This customer has no such conversation.");
    return theirs.hole;
  }

  /** Says whose doing an incident was. The last ruling holds. @throws StaffRefused not_found */
  async function rule(incident: string, fault: Ruling, by: StaffActor): Promise<string> {
    return db.transaction(async (tx) => {
      const [row] = await tx.query<{ customer: string }>("select customer from incidents where id = $1", [incident]);
      if (!row) throw new StaffRefused("not_found", "There is no such incident.");
      await tx.query("select 1 from customers where id = $1 for update", [row.customer]);
      const now = clock.now();
      await addRuling(tx, incident, fault, by, now);
      await relook(tx, row.customer, now);
      return incident;
    });
  }

  async function addRuling(tx: Queryable, incident: string, fault: Ruling, by: StaffActor, now: Date): Promise<void> {
    await tx.query(
      `insert into incident_rulings (incident, place, class, ruled_by, at)
       select $1, coalesce(max(place), 0) + 1, $2, $3, $4 from incident_rulings where incident = $1`,
      [incident, fault, by.id, now],
    );
  }

  async function relook(tx: Queryable, customer: string, now: Date): Promise<void> {
    const next = await settling.lookIn(tx, customer, now);
    if (next !== undefined) await applyWrites(tx, [schedule(LOOK_AT_DISCOUNT, customer, new Date(next))]);
  }

  /**
   * The writes that record an objection, and tell people here of it. While one is open, another one only adds to it what has begun to count meanwhile.
   */
  async function objecting(given: Objecting): Promise<{ writes: Write[]; dueAt: Date }> {
    const { customer, contact = null, conversation = null, message = null } = given;
    const now = clock.now();
    const incidents = await objectionable(customer, now);
    const [open] = await db.query<{ due_at: Date; incidents: string[] }>(
      "select due_at, incidents from no_claims_objections where customer = $1 and state = 'open'",
      [customer],
    );
    const all = [...new Set([...(open?.incidents ?? []), ...incidents])];
    if (open && all.length === open.incidents.length) return { writes: [], dueAt: open.due_at };
    const dueAt = open?.due_at ?? promisedDate(rulebook.current().book, now);
    // Where one is open it takes up the incidents, and the new id names nothing; where it is decided at this moment, this is another one.
    const row = { id: ids.next("obj"), customer, contact, conversation, message, incidents: all, due_at: dueAt, at: now };
    return { writes: [{ statement: object_, row }, schedule(TELL_STAFF_OF_OBJECTION, row.id, now)], dueAt };
  }

  /** What an objection is about: what lowered the level last, and whatever has counted since, also where it changed nothing because nothing was left to lose. */
  async function objectionable(customer: string, now: Date): Promise<string[]> {
    const [[standing], [fall]] = [
      await db.query<{ scheme: Scheme }>(LEVEL_SCHEME, [customer]),
      await db.query<{ incidents: string[]; at: Date }>(LAST_FALL, [customer]),
    ];
    const history = await historyOf(db, customer, rulebook.current().book.business.timeZone);
    const { steps, open } = standing ? levelAfter(standing.scheme, history, now.getTime()) : { steps: [], open: [] };
    const since = steps.filter(({ at, cause }) => cause === "incident" && at > (fall?.at.getTime() ?? -Infinity)).flatMap(({ incidents }) => incidents);
    const about = new Set([...(fall?.incidents ?? []), ...since, ...open.map(({ id }) => id)]);
    const stands = (incident: Incident) => !incident.security && !CLEARED.has(classAt(incident, now.getTime()));
    return history.incidents.filter((one) => about.has(one.id) && stands(one)).map(({ id }) => id);
  }

  /**
   * A person's decision. Upheld: what it is about, or of that what they name, counts no more, and what was lost by it is given back.
   * @throws StaffRefused not_found, already_ended, invalid where nothing is named that it is about
   */
  async function decide(objection: string, { verdict, incidents }: Verdict, by: StaffActor): Promise<string> {
    const customer = await db.transaction(async (tx) => {
      const now = clock.now();
      const [row] = await tx.query<ObjectionRow>("select * from no_claims_objections where id = $1", [objection]);
      if (!row) throw new StaffRefused("not_found", "There is no such objection.");
      await tx.query("select 1 from customers where id = $1 for update", [row.customer]);
      const [decided] = await tx.query<ObjectionRow>(
        "update no_claims_objections set state = $2, decided_by = $3, decided_at = $4 where id = $1 and state = 'open' returning *",
        [objection, verdict, by.id, now],
      );
      if (!decided) throw new StaffRefused("already_ended", "This objection has been decided.");
      if (verdict === "upheld") {
        for (const incident of withdrawn(decided, incidents)) await addRuling(tx, incident, "withdrawn", by, now);
        await relook(tx, decided.customer, now);
      }
      await applyWrites(tx, [schedule(TELL_OF_OBJECTION, decided.id, now), alerts.settled(decided.id)]);
      return decided.customer;
    });
    alerts.changed(objection, customer);
    return objection;
  }

  return { record, rule, objecting, decide };
}

/** What is withdrawn by upholding an objection. */
function withdrawn({ incidents }: ObjectionRow, named: readonly string[] = incidents): readonly string[] {
  if (incidents.length === 0)
    throw new StaffRefused("invalid", "Nothing counts against this customer, so there is nothing to withdraw. Dismiss it, and explain.");
  if (named.length === 0) throw new StaffRefused("invalid", "Say what does not count any more. If all of it counts, dismiss the objection.");
  if (!named.every((one) => incidents.includes(one)))
    throw new StaffRefused("invalid", "The objection is not about this incident. Rule on the incident itself.");
  return named;
}

/** The timer of each decided objection: whoever objected is told. */
export const TELL_OF_OBJECTION = "no-claims.decided";
