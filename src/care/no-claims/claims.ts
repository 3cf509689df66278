import type { Queryable } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { customerBudget } from "../../ledger/index.ts";

type Charged = { escalation: string; conversation: string; cost: bigint; at: Date; ours: boolean };

/** What people did for a customer and the customer's budget paid: each such escalation is a claim. What safety or the company paid is none. */
const CHARGED = `select e.id as escalation, e.conversation, sum(-p.amount)::bigint as cost, max(t.at) as at, coalesce(bool_or(m.ours), false) as ours
  from transfers t join postings p on p.transfer = t.id and p.account = $2 and p.amount < 0
    join escalations e on e.id = t.facts->>'escalation' left join episodes m on m.id = t.episode
  where t.customer = $1 and t.kind = 'staff' and t.reverses is null and e.class = 'request' and e.verdict = 'granted'
    and not exists (select 1 from transfers r where r.reverses = t.id) and not exists (select 1 from incidents i where i.escalation = e.id)
  group by e.id, e.conversation order by max(t.at), e.id`;

/**
 * Makes an incident of each escalation that was charged to the customer and is none yet: ruled the customer's, or ours where the matter was
 * known to be our doing. Its moment is that of the posting, so that a later look finds what an earlier one would have found.
 */
export async function takeInClaims(tx: Queryable, ids: Ids, customer: string): Promise<void> {
  for (const claim of await tx.query<Charged>(CHARGED, [customer, customerBudget(customer)])) {
    const [made] = await tx.query<{ id: string }>(
      `insert into incidents (id, customer, kind, security, escalation, conversation, happened_at, recorded_at, deadline, cost)
       values ($1, $2, 'escalation', false, $3, $4, $5, $5, $5, $6) on conflict (escalation) do nothing returning id`,
      [ids.next("inc"), customer, claim.escalation, claim.conversation, claim.at, claim.cost],
    );
    if (made)
      await tx.query("insert into incident_rulings (incident, place, class, at) values ($1, 1, $2, $3)", [made.id, claim.ours ? "ours" : "customer", claim.at]);
  }
}
