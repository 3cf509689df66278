import type { Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { customerBudget } from "../../ledger/index.ts";
import { OURS, SAFETY } from "../counted.ts";

type Charged = { escalation: string; conversation: string; cost: bigint; at: Date; ours: boolean; security: boolean };

/**
 * What people did for a customer and the customer's budget paid: each such escalation is a claim. What safety or the company paid is none. What we
 * caused and what is about a security hole is what alerts take for it (an episode `e`), however it was asked for.
 */
const CHARGED = `select x.id as escalation, x.conversation, sum(-p.amount)::bigint as cost, max(t.at) as at,
    coalesce(bool_or(${OURS}), false) as ours, coalesce(bool_or(${SAFETY}), false) as security
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
 * Makes an incident of each escalation that was charged to the customer and is none yet: ruled the customer's, or ours where the matter was
 * known to be our doing. Its moment is that of the posting, so that a later look finds what an earlier one would have found. What turns out
 * later to be our doing (an outage that is declared afterwards) is ruled ours from `now` on, unless a person has ruled.
 */
export async function takeInClaims(tx: Queryable, ids: Ids, customer: string, now: Date): Promise<void> {
  for (const claim of await tx.query<Charged>(CHARGED, [customer, customerBudget(customer)])) {
    const [made] = await tx.query<{ id: string }>(
      `insert into incidents (id, customer, kind, security, escalation, conversation, happened_at, recorded_at, deadline, cost)
       values ($1, $2, 'escalation', $7, $3, $4, $5, $5, $5, $6) on conflict (escalation) do nothing returning id`,
      [ids.next("inc"), customer, claim.escalation, claim.conversation, claim.at, claim.cost, claim.security],
    );
    if (made)
      await tx.query("insert into incident_rulings (incident, place, class, at) values ($1, 1, $2, $3)", [made.id, claim.ours ? "ours" : "customer", claim.at]);
  }
  for (const { id } of await tx.query<{ id: string }>(FOUND_OURS, [customer]))
    await tx.query(
      "insert into incident_rulings (incident, place, class, at) select $1, max(place) + 1, 'ours', $2 from incident_rulings where incident = $1",
      [id, now],
    );
}
