import type { Queryable } from "../platform/database.ts";

const NAMED = 3; // enough for an owner to see who is meant

/** A plan that customers have, how many, and the first of them by name. */
export type PlanUse = { plan: string; customers: number; names: string[] };

/** Which plans customers have: none of these may leave the rulebook. The built-in customer for visitors counts like any other. */
export async function plansInUse(db: Queryable): Promise<PlanUse[]> {
  return db.query<PlanUse>(
    `select p.plan, p.customers, array(select u.name from customers u where u.plan = p.plan order by u.name, u.id limit ${NAMED}) as names
     from (select plan, count(*)::int as customers from customers group by plan) p order by p.plan`,
  );
}
