import type { z } from "zod";

/**
 * The port between Standin and one outside protocol. A channel turns what comes in into `Inbound`, hands it to
 * `receive`, and delivers envelopes; it knows nothing of policies, models, the ledger or the database.
 */

/** One message that came in. `externalId` is the channel's own id of it; the same id again is the same message. */
export type Inbound = {
  /** the channel's thread; one thread is one conversation */
  thread: string;
  externalId: string;
  /** the id of the event that brought it, where the channel has one beside the message's id */
  eventId?: string;
  sender: Sender;
  /** as written; at most `MAX_TEXT_BYTES`, longer text is cut by the channel and says so */
  text: string;
};

/** Who wrote, as the channel knows them. `kind` + `key` is the identity, e.g. "slack" + "T1:U7". */
export type Sender = { kind: string; key: string; name?: string; email?: string; locale?: string };

/** After the commit: what became of it. `repeated`: we had it already, nothing new was done. */
export type Accepted = { conversation: string; message: string; seq: number; repeated: boolean };

/** A source that a reply leans on. `url` is absolute. */
export type Source = { title: string; url: string };

/** What a person sees of one message. */
export type ChatItem = {
  seq: number;
  id: string;
  from: "contact" | "avatar" | "human" | "notice";
  name: string;
  text: string;
  sources: Source[];
  at: string;
  inReplyTo: string[];
  /** the avatar could not give what was asked for. A hint for its face: it goes out with the message and is not stored */
  sorry?: true;
};

/** An escalation as staff see it on a card; texts are plain, ids are ours. */
export type EscalationCard = {
  id: string;
  verdict: "granted" | "deferred" | "overridden";
  class: "request" | "security" | "data_loss" | "danger" | "legal" | "outage";
  state: "open" | "claimed" | "resolved" | "handed_back";
  customer: { id: string; name: string };
  contact: { id: string; name: string };
  conversation: string;
  /** the contact's last words, cut to a few hundred characters */
  question: string;
  reasons: { code: string; text: string }[];
  estimate: { amount: string; currency: string };
  payer: string;
  dueAt: string | null;
  claimedBy: string | null;
  acknowledgedBy: string | null;
  at: string;
  /** where staff see it in the console */
  url: string;
  /** how often it was sent before; an overridden one is sent again until somebody acknowledges */
  reminder: number;
  /** a person is to look at it although no budget pays: a human look, at the company's cost */
  look: boolean;
};

/** An alert for people. */
export type AlertCard = { id: string; rule: string; title: string; text: string; url: string; at: string; data: Record<string, unknown> };

/** What is to be delivered. `id` is the delivery's idempotency key and never changes between attempts. */
export type Envelope =
  | { kind: "reply"; id: string; conversation: string; thread: string; item: ChatItem }
  | { kind: "mode"; id: string; conversation: string; thread: string; seq: number; mode: "avatar" | "human"; name?: string; at: string }
  | { kind: "escalation"; id: string; card: EscalationCard }
  | { kind: "alert"; id: string; card: AlertCard };

/**
 * What came of one attempt to deliver.
 * - delivered: it arrived; `receipt` (ids only) is kept
 * - retry: it surely did not arrive; tried again with growing pauses (or after `afterMs`)
 * - unknown: it may have arrived and nobody can tell: never sent blindly again, staff see it
 * - failed: it will never arrive (gone, forbidden)
 */
export type Delivered =
  | { state: "delivered"; receipt?: Record<string, string> }
  | { state: "retry"; error: string; afterMs?: number }
  | { state: "unknown"; error: string }
  | { state: "failed"; error: string };

/** What staff may do from a card. `actor` is how the channel knows the person. Refusals throw `StaffRefused` with a sentence for people. */
export interface StaffActions {
  claim(escalation: string, actor: StaffActor): Promise<EscalationCard>;
  reply(escalation: string, text: string, actor: StaffActor): Promise<EscalationCard>;
  acknowledge(escalation: string, actor: StaffActor): Promise<EscalationCard>;
}
export type StaffActor = { id: string; name: string };

/** A staff action that was refused; `message` is fit to be shown. */
export class StaffRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "StaffRefused";
    this.code = code;
  }
}

/** What the house gives a channel. */
export interface ChannelHost<Settings> {
  settings: Settings;
  /** the public address of this service, without a slash at the end */
  publicUrl: string;
  /** Accepts one message. Resolves after the commit: acknowledge then, never before. */
  receive(inbound: Inbound): Promise<Accepted>;
  /** Gives the channel an address of its own on the HTTP server, with the raw request. */
  mount(path: string, handler: (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void): void;
  staff: StaffActions;
  log: ChannelLog;
}
export interface ChannelLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface RunningChannel {
  /** `uncertain`: an earlier attempt died without a word, so it may have arrived; look before sending again. */
  deliver(envelope: Envelope, attempt?: { uncertain: boolean }): Promise<Delivered>;
  /** Stops taking messages in and closes connections; deliveries under way end first. */
  stop(): Promise<void>;
}

/** What a channel can show, as data: what it cannot is degraded to text before it is delivered. */
export type Capabilities = {
  /** takes replies to contacts */
  contacts: boolean;
  /** takes escalation cards and alerts for staff */
  staff: boolean;
  /** shows sources as links of their own; else they are written under the text */
  sources: boolean;
  /** shows who holds the conversation */
  mode: boolean;
};

export interface Channel<Settings = unknown> {
  name: string;
  capabilities: Capabilities;
  /** the channel's own settings: a zod object over the environment, all optional */
  env: z.ZodType<Settings>;
  /** whether these settings switch it on */
  enabled(settings: Settings): boolean;
  start(host: ChannelHost<Settings>): Promise<RunningChannel>;
}

/** Longest text that a message may have, in UTF-8 bytes (CONTRACT: over 16 KiB is refused on the web). */
export const MAX_TEXT_BYTES = 16 * 1024;
