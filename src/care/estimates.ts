import type { Database } from "../platform/database.ts";
import type { Write } from "../platform/commit.ts";

/** usage: it said nothing credible about what it used. broken: its answer broke off. */
export type EstimateRule = "model.usage" | "model.broken";
type EstimateAlert = { rule: EstimateRule; ref: string; customer: null; page: string; detail: { model: string } };

/** The timer that is set with the booking of a model's step at its ceiling: people hear of it. Its ref is the attempt. */
export const TELL_OF_ESTIMATE = "estimate.tell";

/**
 * A step of a model was booked at its ceiling, because nobody knows what it has cost: its usage was missing or not credible, or it
 * broke off. One alert for each model and cause until somebody acknowledges it; a bad hour of a vendor is no heap of alerts.
 */
export function createEstimateAlerts({ db, raiseOnce }: { db: Database; raiseOnce: (alert: EstimateAlert, quiet: boolean) => Promise<void> }) {
  return async (attempt: string): Promise<Write[]> => {
    const [row] = await db.query<{ model: string; status: string }>("select model, status from attempts where id = $1", [attempt]);
    if (!row) return [];
    const { model } = row;
    const rule = row.status === "ok" ? "model.usage" : "model.broken";
    const [seen] = await db.query<{ times: number }>(
      "select count(*)::int as times from alerts where rule = $1 and detail->>'model' = $2 and acknowledged_at is not null",
      [rule, model],
    );
    // Seen so many times already: the next one is a new alert, and whoever counts the same at the same moment raises the same.
    const ref = `${rule}/${model.replaceAll(/[^\w.-]/g, "-")}/${(seen?.times ?? 0) + 1}`;
    // A person who takes over breaks a step off, too: that stands in the list, but nobody is called for it.
    await raiseOnce({ rule, ref, customer: null, page: "/console/alerts", detail: { model } }, row.status === "aborted");
    return [];
  };
}

type ToolAlert = { rule: "tool.changed"; ref: string; customer: null; page: string; detail: { tool: string; fingerprint: string } };

/**
 * A tool of another system is not what the owner has approved any more. Each change is told once; while nobody has seen the last one, further
 * ones are not told: a server that changes its mind each minute is one matter.
 */
export function createToolAlerts({ db, raiseOnce }: { db: Database; raiseOnce: (alert: ToolAlert) => Promise<void> }) {
  return async (tool: string, fingerprint: string): Promise<void> => {
    const [unseen] = await db.query("select 1 from alerts where rule = 'tool.changed' and detail->>'tool' = $1 and acknowledged_at is null limit 1", [tool]);
    if (unseen) return;
    await raiseOnce({ rule: "tool.changed", ref: `tool/${tool}/${fingerprint}`, customer: null, page: "/console/alerts", detail: { tool, fingerprint } });
  };
}
