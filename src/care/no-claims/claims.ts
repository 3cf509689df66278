import type { Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { customerBudget } from "../../ledger/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import { OURS, SAFETY } from "../counted.ts";
import { isAboutBill } from "./bills.ts";

type Charged = { escalation: string; conversation: string; cost: bigint; at: Date; ours: boolean; security: boolean; topic: string | null; words: string };
/** What a question is about that fits no page. */
const NO_TOPIC = "other";
const MOST_WORDS = 8; // messages of a matter: what it is about is said first

/**
 * What people did for a customer and the customer's budget paid: each such escalation is a claim. What safety or the company paid is none. What we
 * caused and what is about a security hole is what alerts take for it (an episode `e`), however it was asked for.
 */
const CHARGED = `select x.id as escalation, x.conversation, sum(-p.amount)::bigint as cost, max(t.at) as at,
    coalesce(bool_or(${OURS}), false) as ours, coalesce(bool_or(${SAFETY}), false) as security, min(e.topic) as topic,
    coalesce((select string_agg(m.text, E'\n' order by m.seq) from (select text, seq from messages
      where episode = min(e.id) and conversation = x.conversation and author = 'contact' order by seq limit ${MOST_WORDS}) m), '') as words
  from transfers t join postings p on p.transfer = t.id and p.account = $2 and p.amount < 0
    join escalations x on x.id = t.facts->>'escalation' left join episodes e on e.id = t.episode
  where t.customer = $1 and t.kind = 'staff' and t.reverses is null and x.class = 'request' and x.verdict = 'granted'
    and not exists (select 1 from transfers r where r.reverses = t.id) and not exists (select 1 from incidents i where i.escalation = x.id)
  group by x.id, x.conversation order by max(t.at), x.id`;

/** Claims that nobody but this file has ruled on, the customer's so far, whose matter has become known as our doing since. */
const FOUND_OURS = `select i.id from incidents i
  where i.customer = $1 and i.kind = 'escalation'
    and (select l.class = 'customer' and l.ruled_by is null from incident_rulings l where l.incident = i.id order by l.place desc limit 1)
    and exists (select 1 from transfers t join episodes e on e.id = t.episode
      where t.customer = $1 and t.kind = 'staff' and t.facts->>'escalation' = i.escalation and ${OURS})
  order by i.id`;

/**
 * Incidents that count, in a matter in which somebody has told of a hole since: never against a level, whoever has ruled what. `at`: since that was known
 * here, but no moment that has been settled. The matter of a crash is the one that it was told in.
 */
const FOUND_SAFE = `select i.id, greatest(i.recorded_at, l.at, (select n.settled_at from no_claims n where n.customer = i.customer),
    (select min(x.created_at) from escalations x where x.conversation = i.conversation and x.verdict = 'overridden' and x.created_at <= $2)) as at
  from incidents i left join lateral (select r.class, r.at from incident_rulings r where r.incident = i.id order by r.place desc limit 1) l on true
  where i.customer = $1 and not i.security and coalesce(l.class, 'unknown') not in ('ours', 'third_party', 'withdrawn')
    and exists (select 1 from episodes e where ${SAFETY} and e.id in (
      select t.episode from transfers t where i.kind = 'escalation' and t.customer = $1 and t.kind = 'staff' and t.facts->>'escalation' = i.escalation
      union all (select m.episode from messages m where i.kind = 'crash' and m.conversation = i.conversation and m.author = 'contact' and m.at <= i.recorded_at
        order by m.seq desc limit 1)))
  order by i.id`;

const RULED =
  "insert into incident_rulings (incident, place, class, at) select $1, coalesce(max(place), 0) + 1, $2, $3 from incident_rulings where incident = $1";

/**
 * Makes an incident of each escalation that was charged to the customer and is none yet: ruled the customer's, ours where the matter was
 * known to be our doing, or withdrawn at once where it is about a bill, by the topics that the owner named, or by its words where it fits no page. Its moment is that of the posting, so that a later look finds what an earlier one would have found. What turns out
 * later to be our doing (an outage that is declared afterwards) is ruled ours from `now` on, unless a person has ruled; what turns out to be
 * about a hole in security is withdrawn, from when that was known.
 */
export async function takeInClaims(tx: Queryable, rooms: { ids: Ids; rulebook: Pick<Rulebook, "at"> }, customer: string, now: Date): Promise<void> {
  for (const claim of await tx.query<Charged>(CHARGED, [customer, customerBudget(customer)])) {
    const [made] = await tx.query<{ id: string }>(
      `insert into incidents (id, customer, kind, security, escalation, conversation, happened_at, recorded_at, deadline, cost)
       values ($1, $2, 'escalation', $7, $3, $4, $5, $5, $5, $6) on conflict (escalation) do nothing returning id`,
      [rooms.ids.next("inc"), customer, claim.escalation, claim.conversation, claim.at, claim.cost, claim.security],
    );
    if (!made) continue;
    const { freeTopics } = (await rooms.rulebook.at(claim.at, tx)).book.noClaims;
    const free = claim.topic === NO_TOPIC ? isAboutBill(claim.words) : freeTopics.includes(claim.topic ?? NO_TOPIC);
    await tx.query(RULED, [made.id, claim.ours ? "ours" : free ? "withdrawn" : "customer", claim.at]);
  }
  for (const { id } of await tx.query<{ id: string }>(FOUND_OURS, [customer])) await tx.query(RULED, [id, "ours", now]);
  for (const { id, at } of await tx.query<{ id: string; at: Date }>(FOUND_SAFE, [customer, now])) await tx.query(RULED, [id, "withdrawn", at]);
}
