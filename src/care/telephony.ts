import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * The port between Standin and one provider of telephone calls. A provider dials, tells how a call comes along, and asks what to say next; it
 * knows nothing of consents, customers or the ledger. `call` is always our own id of it.
 */
export type Telephony = {
  name: string;
  /** Asks for one call. Never tried again by itself. */
  dial(dial: Dial): Promise<Dialled>;
  /** How a call stands, by the provider's id of it; undefined when the provider does not say. */
  look(provider: string): Promise<Progress | undefined>;
};

/** A provider that is configured; nothing of it is loaded before it starts. */
export type TelephonyProvider = { name: string; start(host: TelephonyHost): Promise<Telephony> };

export type Dial = {
  call: string;
  /** E.164 */
  to: string;
  /** the provider hangs up after so many seconds of talking: what is set aside covers all of them */
  mostSeconds: number;
  ringSeconds: number;
};

/** created: it has the call, under this id. refused: it surely will not ring. unknown: it may ring, and nobody can tell. */
export type Dialled = { state: "created"; provider: string } | { state: "refused"; error: string } | { state: "unknown"; error: string };

/** In the order of a call's life; the last five end it. */
export const CALL_STEPS = ["queued", "initiated", "ringing", "answered", "completed", "busy", "no_answer", "failed", "canceled"] as const;
export type CallStep = (typeof CALL_STEPS)[number];
/** Who picked up, as far as the provider can hear. */
export type HeardBy = "person" | "machine" | "unknown";

/** What became of a call. May come late, twice and in any order. `seconds`: of talking, once it has ended. */
export type Progress = { step: CallStep; provider: string; seconds: number | null; heardBy: HeardBy | null };

/** Somebody is there, or has said or keyed something; both empty: nothing came. */
export type Talk = { provider: string; heardBy: HeardBy | null; begins: boolean; keys: string; speech: string };

/** What to say, in one language. `listen`: keys and speech interrupt at any moment; after silence, and without it, the call ends. */
export type Spoken = { language: string; say: string[]; listen: boolean };

/** What the house gives a provider. */
export type TelephonyHost = {
  /** the public address of this service, without a slash at the end */
  publicUrl: string;
  /** Gives the provider an address of its own on the HTTP server, with the raw request. */
  mount(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** Resolves after the commit. */
  progress(call: string, progress: Progress): Promise<void>;
  talk(call: string, talk: Talk): Promise<Spoken>;
  log: { warn(fields: Record<string, unknown>, message: string): void; error(fields: Record<string, unknown>, message: string): void };
};
