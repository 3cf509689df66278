import type { EscalationVerdict, SafetyClass, Reason } from "../policies/index.ts";
import type { Write } from "../platform/commit.ts";

export type EscalationClass = "request" | SafetyClass;
export type EscalationState = "open" | "claimed" | "resolved" | "handed_back";

/** A safety matter that a rule, the model or a person has found. */
export type SafetyHit = { class: SafetyClass; rule: string };

/** A request for a human, out of a turn. Amounts in micro-units of `currency`. */
export type EscalationRequest = {
  conversation: string;
  turn: string | null;
  plan: string;
  /** the contract's, or the owner's */
  currency: string;
  /** who asked; mood: the avatar by itself, as the contact seems frustrated; null: nobody did, a safety rule speaks */
  by: "contact" | "model" | "mood" | "staff" | null;
  safety: readonly SafetyHit[];
  /** the customer's budget as the turn read it; the ledger has the last word */
  budget?: { balance: bigint; held: bigint } | null;
  /** id of the message that asks */
  message: string | null;
  /** page versions that the answer had seen */
  known: readonly string[];
  /** what the contract promises, if it does */
  responseMinutes: number | null;
};

/** The reviewed text that tells the contact what came of it: key and variables for `texts.render`. */
export type Slot = { key: SlotKey; vars: Record<string, string | number | Date> };
export type SlotKey = "granted" | "deferred" | "overridden" | "overridden_danger" | "joined_granted" | "joined_deferred" | "joined_overridden" | "joined_kept";

/** What became of a request. Commit `writes` with the reply, then call `sent`; when the turn was refused, call `undo`. */
export type Requested = {
  verdict: EscalationVerdict;
  escalation: string;
  /** it stands with an open escalation of this conversation: no second hold */
  joined: boolean;
  /** by when somebody answers (granted), should have answered (overridden), or we come back (deferred) */
  dueAt: Date | null;
  slot: Slot;
  writes: Write[];
  /** Delivers the notices and tells the console. Never throws. */
  sent(): void;
  /** Gives the hold back. */
  undo(): Promise<void>;
};

/** A safety matter outside a turn: in text that was not taken in (too long, too fast), or in a message to the person who holds the conversation. */
export type RaisedMatter = { conversation: string; safety: readonly SafetyHit[] } & ({ text: string; reason: string } | { message: string }) & {
    /** the customer has been told of it */ isKnown?: boolean;
  };

/** Who does something. `once`: the same value is the same deed, also after a crash between the deed and its answer. */
export type Doer = { id: string; name: string; once?: string | undefined };

export type Money = { amount: string; currency: string };
export type Named = { id: string; name: string };

/** One escalation as staff see it: the shape of the HTTP contract. Amounts are decimals, times RFC 3339. */
export type EscalationDetail = {
  id: string;
  verdict: EscalationVerdict;
  state: EscalationState;
  class: EscalationClass;
  customer: Named & { plan: string };
  contact: Named;
  conversation: string;
  question: string;
  reasons: Reason[];
  decision: string | null;
  estimate: Money;
  hold: (Money & { id: string }) | null;
  payer: string;
  dueAt: string | null;
  claimedBy: Named | null;
  claimedAt: string | null;
  acknowledgedBy: Named | null;
  acknowledgedAt: string | null;
  downgraded: { by: string; reason: string; at: string } | null;
  minutes: number | null;
  outcome: string | null;
  createdAt: string;
  endedAt: string | null;
  /** the month whose human look it is, e.g. "2026-11" */
  look: string | null;
};

export type EscalationQuery = {
  state?: EscalationState | undefined;
  verdict?: EscalationVerdict | undefined;
  customer?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/** A note that never leaves the house. */
export type StaffNote = { id: string; escalation: string | null; by: Named; text: string; at: string };
