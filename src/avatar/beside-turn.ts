import type { Turn } from "../conversations/index.ts";

/**
 * So long a model may take for such work: the timer that waits for it is leased for a minute, and whoever took it over would pay for the same
 * once more. Nobody waits for the work itself; what it cannot do by then is done by rule.
 */
export const BESIDE_MS = 45_000;

/** Work of a model beside any turn: its steps are held, asked and booked like a turn's, under a kind of their own. */
export type BesideTurn = {
  beside: "summary" | "reflection";
  /** names the work in the keys of what it books; it is no turn */
  turn: string;
  conversation: Pick<Turn["conversation"], "id" | "customer">;
  customer: Pick<Turn["customer"], "payer">;
} & Pick<Turn, "failures" | "payer" | "episode">;
