const RANK: Record<string, number> = { firing: 0, pending: 1, resolved: 2 };

/** Firing first, then those that may come to fire, then what has passed; the newest first within each. */
export function firingFirst<A extends { state: string; at: string }>(alerts: A[]): A[] {
  return alerts.toSorted((a, b) => (RANK[a.state] ?? 3) - (RANK[b.state] ?? 3) || Date.parse(b.at) - Date.parse(a.at));
}
