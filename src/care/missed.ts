/** SQL expressions: whose, the moment, and the owner's time zone. */
type Of = { customer: string; now: string; zone: string };

/**
 * The dates that we gave a customer and did not keep, as SQL: a query of `at`. An answer of the avatar's, and the decision about an objection, were promised by
 * a day: what came on it was kept. A person was promised by the hour (`escalations/watch.ts`): whoever spoke by then, or had ended it, has kept it.
 */
export function missedDates({ customer, now, zone }: Of): string {
  const later = (one: string, due: string) => `(${one} at time zone ${zone})::date > (${due} at time zone ${zone})::date`;
  return `select q.due_at as at from open_questions q where q.customer = ${customer} and q.due_at < ${now} and (q.state = 'open' or ${later("q.closed_at", "q.due_at")})
    union all select b.due_at from no_claims_objections b where b.customer = ${customer} and b.due_at < ${now} and (b.state = 'open' or ${later("b.decided_at", "b.due_at")})
    union all select e.due_at from escalations e where e.customer = ${customer} and e.verdict <> 'deferred' and e.due_at < ${now} and coalesce(e.ended_at > e.due_at, true)
      and not exists (select 1 from messages h where h.conversation = e.conversation and h.author = 'human' and h.at >= e.claimed_at and h.at <= e.due_at
        and h.seq > coalesce((select x.seq from messages x where x.id = e.message), 0))`;
}
