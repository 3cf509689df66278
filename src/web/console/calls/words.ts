import type { CallAbout, CallOutcome, PhoneCall } from "../../../http/contract.ts";
import { LOCALE } from "../parts/money.ts";

/** The words of the screens for calls. */
export const ABOUT_WORDS: Record<CallAbout, string> = {
  thank_you: "A thank-you",
  renewal: "A renewal",
  complaint: "A complaint",
  executive: "An executive’s call",
  promised: "A promised call",
};

export const CALL_OUTCOME_WORDS: Record<CallOutcome, string> = {
  reached: "Reached",
  voicemail: "Voicemail",
  no_answer: "No answer",
  busy: "Busy",
  asked_not_to: "Asked not to be called",
  failed: "Could not be rung",
  canceled: "Canceled by the provider",
  withdrawn: "Withdrawn",
  lapsed: "Nobody made it in time",
  unknown: "Nobody can tell",
};

export const BECAUSE_WORDS = { reviewed: "reviewed text", contract: "from the contract", answered: "counted in the last three months" } as const;

/** How a call stands, as staff say it. */
export function stands(call: PhoneCall): string {
  if (call.outcome) return CALL_OUTCOME_WORDS[call.outcome];
  if (call.state === "claimed") return `${call.claimedBy?.name ?? "Somebody"} is calling`;
  if (call.state === "waiting") return call.kind === "automatic" ? "The computer voice will call" : "Waits for somebody";
  return call.state === "talking" ? "The computer voice is talking" : "The computer voice is ringing";
}

/** What the clock shows where they are: "Mon 21:05". */
export function wallClock(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(now).replace(",", "");
}
