import { StaffRefused } from "../conversations/channel.ts";
import type { Clock } from "../platform/clock.ts";
import { applyWrites, type Statement } from "../platform/commit.ts";
import type { Database, Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule } from "../platform/timers.ts";
import { LOOK_AT_DISCOUNT } from "../customers/index.ts";

/** Why nobody is told of a call alert for now. Times are RFC 3339. */
export type Silence = { id: string; rule: string | null; customer: { id: string; name: string } | null; by: Named; from: string; until: string };
export type Outage = { id: string; cause: string | null; from: string; until: string | null; by: Named };
type Named = { id: string; name: string };

/** `until`: when it ends by itself, if it is known. */
export type Mute = { silenced: { by: string; until: Date } | undefined; outage: boolean };

const silence_: Statement = {
  name: "alert_silences_add",
  columns: "id text, rule text, customer text, made_by text, made_at timestamptz, until timestamptz",
  sql: "insert into alert_silences (id, rule, customer, made_by, made_at, until) select r.id, r.rule, r.customer, r.made_by, r.made_at, r.until from {rows}",
};
const outage_: Statement = {
  name: "outages_add",
  columns: "id text, cause text, began_at timestamptz, declared_by text",
  sql: "insert into outages (id, cause, began_at, declared_by) select r.id, r.cause, r.began_at, r.declared_by from {rows}",
};
/** A silence of years is a rule that should be taken out of the book. */
const LONGEST_MS = 90 * 86_400_000;

const STANDING = "ended_at is null and until > $1";
const SILENCES = `select s.id, s.rule, s.customer, u.name as customer_name, s.made_by as by, s.made_at, s.until from alert_silences s left join customers u on u.id = s.customer`;
const written = ({ id, name }: Named) => `${id} ${name}`;

/** Silences, each with its author and its end, and outages that staff know of. Neither stops the counting: what is muted stands in the list. */
export function createMutes({ db, clock, ids, changed }: { db: Database; clock: Clock; ids: Ids; changed: (id: string) => void }) {
  /** Whether people are to hear of this rule about this customer now. */
  async function muteOf(rule: string, customer: string, now: Date, on: Queryable = db): Promise<Mute> {
    const [silence] = await on.query<{ by: string; until: Date }>(
      `select made_by as by, until from alert_silences where ${STANDING} and (rule is null or rule = $2) and (customer is null or customer = $3) order by until desc limit 1`,
      [now, rule, customer],
    );
    const [outage] = await on.query("select 1 from outages where began_at <= $1 and ended_at is null limit 1", [now]);
    return { silenced: silence && { by: nameOf(silence.by).name, until: silence.until }, outage: outage !== undefined };
  }

  /** Everybody about whom an alert stands is looked at anew: what was muted is told, what has become ours is not. */
  async function lookAgain(now: Date): Promise<void> {
    const rows = await db.query<{ customer: string }>(
      "select distinct customer from alerts where state <> 'resolved' and customer is not null and ref is null",
    );
    await applyWrites(
      db,
      rows.map(({ customer }) => schedule("alert.evaluate", customer, now)),
    );
  }

  /** Whoever had a claim since then is looked at anew: what has become our doing counts for nobody. */
  async function lookAtClaims(since: Date, now: Date): Promise<void> {
    const rows = await db.query<{ customer: string }>("select distinct customer from incidents where kind = 'escalation' and happened_at >= $1", [since]);
    await applyWrites(
      db,
      rows.map(({ customer }) => schedule(LOOK_AT_DISCOUNT, customer, now)),
    );
  }

  /**
   * Silences a rule, a customer, or one about the other, until then.
   * @throws StaffRefused invalid, not_found
   */
  async function silence(what: { rule: string | null; customer: string | null; until: Date }, by: Named): Promise<Silence> {
    const now = clock.now();
    if (what.rule === null && what.customer === null) throw new StaffRefused("invalid", "Say which rule or which customer is to be silent.");
    if (what.until <= now || what.until.getTime() - now.getTime() > LONGEST_MS)
      throw new StaffRefused("invalid", "A silence ends at a time in the next 90 days.");
    if (what.customer !== null && (await db.query("select 1 from customers where id = $1", [what.customer])).length === 0)
      throw new StaffRefused("not_found", "There is no such customer.");
    const id = ids.next("sil");
    await applyWrites(db, [{ statement: silence_, row: { id, ...what, made_by: written(by), made_at: now } }]);
    const [row] = await db.query<SilenceRow>(`${SILENCES} where s.id = $1`, [id]);
    changed(id);
    return silenceOf(row as SilenceRow);
  }

  /** Ends it before its time. Ending what has ended changes nothing. @throws StaffRefused not_found */
  async function endSilence(id: string, by: Named): Promise<Silence> {
    const now = clock.now();
    await db.query("update alert_silences set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null", [id, now, written(by)]);
    const [row] = await db.query<SilenceRow>(`${SILENCES} where s.id = $1`, [id]);
    if (!row) throw new StaffRefused("not_found", "There is no such silence.");
    await lookAgain(now);
    changed(id);
    return silenceOf(row);
  }

  async function silences(): Promise<Silence[]> {
    const rows = await db.query<SilenceRow>(`${SILENCES} where ${STANDING} order by s.until, s.id`, [clock.now()]);
    return rows.map(silenceOf);
  }

  /** Something of ours is broken since `since`; `cause` is a topic or an error code, with @version where it is that version's; null: everything. */
  async function declareOutage(what: { cause: string | null; since: Date | null }, by: Named): Promise<Outage> {
    const now = clock.now();
    if (what.since && what.since > now) throw new StaffRefused("invalid", "An outage has begun already.");
    const id = ids.next("outage");
    await applyWrites(db, [{ statement: outage_, row: { id, cause: what.cause, began_at: what.since ?? now, declared_by: written(by) } }]);
    await lookAgain(now);
    await lookAtClaims(what.since ?? now, now);
    changed(id);
    return outageAt(id);
  }

  /** It works again. What was held back is told now, if it still holds without what the outage caused. @throws StaffRefused not_found */
  async function endOutage(id: string, by: Named): Promise<Outage> {
    const now = clock.now();
    await db.query("update outages set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null", [id, now, written(by)]);
    const outage = await outageAt(id);
    await lookAgain(now);
    changed(id);
    return outage;
  }

  async function outageAt(id: string): Promise<Outage> {
    const [row] = await db.query<OutageRow>("select * from outages where id = $1", [id]);
    if (!row) throw new StaffRefused("not_found", "There is no such outage.");
    return outageOf(row);
  }

  /** Those that last, and the last few that have ended. */
  async function outages(): Promise<Outage[]> {
    const rows = await db.query<OutageRow>("select * from outages order by ended_at is not null, began_at desc, id limit 20");
    return rows.map(outageOf);
  }

  return { muteOf, silence, endSilence, silences, declareOutage, endOutage, outages };
}

export type Mutes = ReturnType<typeof createMutes>;

type SilenceRow = { id: string; rule: string | null; customer: string | null; customer_name: string | null; by: string; made_at: Date; until: Date };
type OutageRow = { id: string; cause: string | null; began_at: Date; ended_at: Date | null; declared_by: string };

function silenceOf({ id, rule, customer, customer_name, by, made_at, until }: SilenceRow): Silence {
  const about = customer === null ? null : { id: customer, name: customer_name ?? "" };
  return { id, rule, customer: about, by: nameOf(by), from: made_at.toISOString(), until: until.toISOString() };
}

function outageOf({ id, cause, began_at, ended_at, declared_by }: OutageRow): Outage {
  return { id, cause, from: began_at.toISOString(), until: ended_at?.toISOString() ?? null, by: nameOf(declared_by) };
}

/** People are kept as "id name": those in Slack have a name, but no account here. */
export function nameOf(kept: string): Named {
  const [id = "", ...name] = kept.split(" ");
  return { id, name: name.join(" ") || id };
}
