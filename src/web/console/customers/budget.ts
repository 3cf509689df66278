import { decimal, micros, share } from "../parts/money.ts";

export type BudgetShape = { granted: string; held: string; spent: string; left: string };
export type BudgetPart = { name: "spent" | "held" | "left"; amount: string; width: number };

/**
 * A budget as three parts of one bar. The whole is what the parts add up to, not `granted`: what was carried over from an
 * earlier period is left, too, and stands in the bar.
 */
export function budgetParts(budget: BudgetShape): { parts: BudgetPart[]; carried: string | null } {
  const sum = micros(budget.spent) + micros(budget.held) + micros(budget.left);
  const whole = decimal(sum);
  const carried = sum - micros(budget.granted);
  return {
    parts: (["spent", "held", "left"] as const).map((name) => ({ name, amount: budget[name], width: share(budget[name], whole) })),
    carried: carried > 0n ? decimal(carried) : null,
  };
}
