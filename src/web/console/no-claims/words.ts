import type { Fault, NoClaimsDetail, Ruling } from "../../../http/contract.ts";

/** Whose doing an incident was, as people say it. */
export const FAULT_WORDS: Record<Fault, string> = {
  unknown: "not known yet",
  still_unknown: "still unknown",
  customer: "the customer’s doing",
  shared: "shared",
  third_party: "somebody else’s doing",
  ours: "our doing",
  withdrawn: "withdrawn",
};

/** What one may rule, as a button or a choice says it. */
export const RULINGS: { fault: Ruling["fault"]; word: string }[] = [
  { fault: "ours", word: "Ours" },
  { fault: "third_party", word: "Somebody else’s" },
  { fault: "customer", word: "The customer’s" },
];

/** Why a level is another one. */
export const CAUSE_WORDS: Record<string, string> = {
  start: "the contract began",
  clean: "a clean period",
  incident: "what counted",
  forgiven: "forgiven",
  protected: "protected",
  recovered: "recovered",
  lapsed: "lapsed",
  kept: "a new contract",
  restored: "restored",
  scheme: "another scheme",
  ended: "the contract ended",
};

/** Hundredths of a percent, e.g. "12.5 %". */
export function percentOf(hundredths: number): string {
  return `${(hundredths / 100).toLocaleString("en-GB", { maximumFractionDigits: 2 })} %`;
}

/** How somebody was told of their discount. */
export const TOLD_WORDS: Record<NoClaimsDetail["letters"][number]["state"], string> = {
  said: "told in the conversation",
  waiting: "a mail is on its way",
  sending: "a mail is leaving",
  sent: "told by mail",
  unknown: "a mail may have arrived",
  refused: "the mail was refused",
  lapsed: "no mail could go",
};
