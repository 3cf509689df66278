import type { Clock } from "../platform/clock.ts";
import type { Database, Queryable } from "../platform/database.ts";
import { VISITOR_PLAN } from "../customers/index.ts";
import { DAY, reachOf, segmentOf, type AlertRule, type CountedEpisode, type Counts, type Exposure, type History, type Segment } from "../policies/index.ts";

/** A customer with what was counted of it. */
export type CountedCustomer = { id: string; name: string; plan: string; history: History };

export type KnownCustomer = { id: string; name: string; plan: string; since: Date; standing: number };

/** For how long what is usual in a plan is kept in mind: it changes slowly, and counting it reads a whole plan. */
const SEGMENT_MS = 3_600_000;
const ANSWER_HOURS = 72; // whoever writes so soon after our own news, thank-you or call is answering us

/**
 * Whether an episode `e` is our own doing: marked so, about something that was known to be broken when it began, or begun in answer to
 * news or a thank-you that we sent, or a call of ours. Safety: a security topic, or something in it that went to people without asking the budget,
 * whatever the conversation was about later.
 */
export const OURS = `(e.ours
  or exists (select 1 from outages o where e.opened_at >= o.began_at and (o.ended_at is null or e.opened_at <= o.ended_at) and (o.cause is null
    or o.cause in (e.topic, e.error_code, e.topic || '@' || e.product_version, e.error_code || '@' || e.product_version)))
  or exists (select 1 from messages m join news_told n on n.conversation = m.conversation where m.episode = e.id and m.author = 'contact'
    and n.at <= e.opened_at and n.at > e.opened_at - interval '${ANSWER_HOURS} hours')
  or exists (select 1 from messages m join conversations v on v.id = m.conversation join mailouts o on o.contact = v.contact where m.episode = e.id and m.author = 'contact'
    and o.state in ('sent', 'unknown') and o.sent_at <= e.opened_at and o.sent_at > e.opened_at - interval '${ANSWER_HOURS} hours')
  or exists (select 1 from messages m join conversations v on v.id = m.conversation join phone_calls p on p.contact = v.contact where m.episode = e.id and m.author = 'contact'
    and p.outcome in ('reached', 'voicemail', 'asked_not_to', 'unknown') and p.ended_at <= e.opened_at and p.ended_at > e.opened_at - interval '${ANSWER_HOURS} hours'))`;
export const SAFETY = `(e.topic = 'security' or exists (select 1 from escalations x where x.customer = e.customer and x.verdict = 'overridden' and e.id =
  (select m.episode from messages m where m.conversation = x.conversation and m.author = 'contact' and m.at <= x.created_at order by m.seq desc limit 1)))`;

/** What a rule counts, oldest first: $1 the customer, or null for all; from $2 on. */
const COUNTED: Record<Counts, string> = {
  episodes: `select e.customer, e.id, e.opened_at as at, ${OURS} as ours, ${SAFETY} as security
    from episodes e where ($1::text is null or e.customer = $1) and e.opened_at >= $2 order by e.opened_at, e.id`,
  organised_calls: `select k.customer, k.id, k.at, k.ours, false as security
    from organised_calls k where ($1::text is null or k.customer = $1) and k.at >= $2 order by k.at, k.id`,
};
/** Since when a customer would have been seen: an imported past is older than its record. */
const SINCE = `least(u.created_at, (select min(e.opened_at) from episodes e where e.customer = u.id))`;

type Row = { customer: string; id: string; at: Date; ours: boolean; security: boolean };

/** Reading what alerts count: across all channels and people of a customer. Visitors without a name are many under one roof, and never counted. */
export function createCounting({ db, clock }: { db: Database; clock: Pick<Clock, "now"> }) {
  const segments = new Map<string, { at: number; segment: Promise<Segment> }>();

  /** A customer that may be counted; undefined when it is not there, or is the visitors. `standing`: alerts about it that time may change. */
  async function known(customer: string): Promise<KnownCustomer | undefined> {
    const [row] = await db.query<KnownCustomer>(
      `select u.id, u.name, u.plan, ${SINCE} as since,
         (select count(*)::int from alerts a where a.customer = u.id and a.ref is null and (a.state <> 'resolved' or a.over)) as standing
       from customers u where u.id = $1 and u.plan <> $2`,
      [customer, VISITOR_PLAN],
      "alerts_known_customer",
    );
    return row;
  }

  /** What `rule` needs to know of it. */
  async function historyOf(rule: AlertRule, { id, plan, since }: KnownCustomer, now: Date): Promise<History> {
    const from = new Date(now.getTime() - reachOf(rule) * DAY);
    const rows = await db.query<Row>(COUNTED[rule.counts], [id, from]);
    const history: History = { since: Math.max(from.getTime(), since.getTime()), episodes: rows.map(seen) };
    return rule.detector === "limit" ? history : { ...history, segment: await segment(plan, rule.counts, rule.learnDays) };
  }

  function segment(plan: string, counts: Counts, learnDays: number): Promise<Segment> {
    const key = `${plan}/${counts}/${learnDays}`;
    const now = clock.now().getTime();
    const kept = segments.get(key);
    if (kept && now - kept.at < SEGMENT_MS && now >= kept.at) return kept.segment;
    const fresh = everybody(counts, new Date(now - learnDays * DAY), plan).then((all) => segmentOf(all.map(({ history }) => exposureOf(history, now))));
    segments.set(key, { at: now, segment: fresh });
    fresh.catch(() => segments.delete(key));
    return fresh;
  }

  /** Every customer with what was counted since `from`; of one plan, or of all. */
  async function everybody(counts: Counts, from: Date, plan: string | null = null): Promise<CountedCustomer[]> {
    const customers = await db.query<{ id: string; name: string; plan: string; since: Date }>(
      `select u.id, u.name, u.plan, ${SINCE} as since from customers u where u.plan <> $1 and ($2::text is null or u.plan = $2) order by u.id`,
      [VISITOR_PLAN, plan],
    );
    const episodes = Map.groupBy(await db.query<Row>(COUNTED[counts], [null, from]), (row) => row.customer);
    return customers.map(({ since, ...customer }) => ({
      ...customer,
      history: { since: Math.max(from.getTime(), since.getTime()), episodes: (episodes.get(customer.id) ?? []).map(seen) },
    }));
  }

  /** What counts as a matter of one customer since `from`: neither our own doing nor safety. On `on`, where it decides with what else is true there. */
  async function countedOf(on: Queryable, customer: string, from: Date): Promise<CountedEpisode[]> {
    return (await on.query<Row>(COUNTED.episodes, [customer, from])).map(seen).filter(({ ours, security }) => !ours && !security);
  }

  return { known, historyOf, everybody, countedOf };
}

export type Counting = ReturnType<typeof createCounting>;

function seen({ id, at, ours, security }: Row): CountedEpisode {
  return { id, at: at.getTime(), ours, security };
}

/** How much of a history counts, and over how many days. */
export function exposureOf({ since, episodes }: History, now: number): Exposure {
  return { count: episodes.filter(({ ours, security, at }) => !ours && !security && at <= now).length, days: Math.max(0, now - since) / DAY };
}
