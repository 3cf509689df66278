import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import type { Alerts } from "../alerts.ts";

/** The timer of each new objection: people here are told. Its ref is the objection. */
export const TELL_STAFF_OF_OBJECTION = "no-claims.objected";

export type NoticeRooms = { db: Database; alerts: Pick<Alerts, "raise"> };
type Waiting = { customer: string; name: string; due_at: Date };

/**
 * An objection that waits for a person is an alert: told once, on every way that reaches staff, and over when it is decided. Whoever decides it at the
 * same moment waits for the lock on its row, so that no alert stands about what is settled.
 */
export function createNotices({ db, alerts }: NoticeRooms) {
  return async (id: string): Promise<Write[]> => {
    const raised = await db.transaction(async (tx) => {
      const [row] = await tx.query<Waiting>(
        `select o.customer, u.name, o.due_at from no_claims_objections o join customers u on u.id = o.customer
         where o.id = $1 and o.state = 'open' and not exists (select 1 from alerts a where a.ref = o.id) for update of o`,
        [id],
      );
      if (!row) return undefined;
      const alert = alerts.raise({
        rule: "no-claims.objection",
        ref: id,
        customer: { id: row.customer, name: row.name },
        page: "/console/no-claims",
        detail: { due: row.due_at.toISOString() },
      });
      await applyWrites(tx, alert.writes);
      return alert;
    });
    raised?.sent();
    return [];
  };
}
