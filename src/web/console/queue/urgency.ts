/** What decides the order of the queue. Nothing about money is in here, on purpose. */
export type Urgent = { verdict: string; state: string; dueAt: string | null; createdAt: string; acknowledgedBy: unknown };

/** A safety matter that nobody has acknowledged, also one that came to whoever holds the conversation: it is told on every page until somebody does. */
export function isUnacknowledged(escalation: Pick<Urgent, "verdict" | "state" | "acknowledgedBy">): boolean {
  return escalation.verdict === "overridden" && isLive(escalation.state) && escalation.acknowledgedBy === null;
}

function isLive(state: string): boolean {
  return state === "open" || state === "claimed";
}

/**
 * Most urgent first: safety matters that nobody has acknowledged, then by due time, those without a date last.
 * Equals keep the server's order, so that a longer list never jumps.
 */
export function byUrgency<E extends Urgent>(escalations: E[]): E[] {
  return escalations.toSorted((a, b) => {
    const alarm = Number(isUnacknowledged(b)) - Number(isUnacknowledged(a));
    if (alarm !== 0) return alarm;
    return dueTime(a) - dueTime(b) || 0;
  });
}

function dueTime(escalation: Urgent): number {
  return escalation.dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(escalation.dueAt);
}
