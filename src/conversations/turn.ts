import type { Write } from "../platform/commit.ts";
import type { Source } from "./channel.ts";
import type { Claimed, TurnMessage } from "./claim.ts";

/** Why a turn runs: somebody wrote, the date of an open question or of a reminder has come, or there is news that concerns the contact. */
export type TurnCause =
  | { kind: "message" }
  | { kind: "question"; question: string; /** before its date: only a new page is news */ early?: boolean }
  | { kind: "reminder"; reminder: string }
  | { kind: "news"; page: string };

/** One turn on its way: what was leased, why, and how to show that it is under way. */
export type Turn = Claimed & {
  cause: TurnCause;
  startedAt: Date;
  /** the messages that this turn answers, oldest first */
  covers: TurnMessage[];
  /** the id (for the contact) of the last message covered */
  replyTo: string;
  /** how often a turn of this conversation has failed here in a row: past a few, no model is tried any more */
  failures: number;
  show: TurnShow;
  /** ends when the lease is lost (somebody took over), or the service stops */
  signal: AbortSignal;
};

/** Provisional signs of life; only the committed message is the truth. */
export type TurnShow = {
  typing(): void;
  delta(draft: string, offset: number, text: string): void;
  discard(draft: string): void;
};

/** What the avatar says, and everything that is to be written with it. */
export type Answer = {
  /** null: nothing is said (only where the cause was not a message) */
  reply: { text: string; modelText: string; sources: Source[]; name: string; disclosed: boolean; sorry?: boolean } | null;
  outcome: "replied" | "fallback";
  model: string | null;
  prompt: string | null;
  rulebook: string;
  drafts: number;
  discards: number;
  /** in which language it was asked and is answered, where somebody wrote */
  language?: string;
  /** committed with the reply, or not at all */
  writes: Write[];
  /** booked when somebody else has taken the conversation over meanwhile: what was paid all the same */
  late: Write[];
  /** committed instead where the database refuses this one, because what was decided holds no more; it says nothing */
  refused?: Answer;
  /** run after the commit, for live hints to staff; never for effects */
  after?: () => void;
};
