import type { NewIncident, Ruling } from "../../../http/contract.ts";
import { readAmount } from "../parts/money.ts";

/** What stands in the form about a crash, as typed. `at`: what a datetime field holds, in the reader's time zone; `conversation`: empty for none. */
export type IncidentDraft = { at: string; cost: string; fault: Ruling["fault"] | "unknown"; security: boolean; conversation: string };
export type IncidentErrors = Partial<Record<"at" | "cost", string>>;

export const EMPTY_INCIDENT: IncidentDraft = { at: "", cost: "", fault: "unknown", security: false, conversation: "" };

/** What is wrong with a draft, in words beside each field. `now` in milliseconds. */
export function incidentErrors({ at, cost }: IncidentDraft, now: number): IncidentErrors {
  const errors: IncidentErrors = {};
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) errors.at = "When did it happen?";
  else if (moment > now) errors.at = "It is recorded after it has happened.";
  if (cost.trim() === "") errors.cost = "What did it cost us? 0 if nothing.";
  else if (readAmount(cost) === null) errors.cost = "An amount such as 25 or 140.50.";
  return errors;
}

/** A draft without errors as the contract takes it. */
export function newIncident(customer: string, currency: string, { at, cost, fault, security, conversation }: IncidentDraft): NewIncident {
  return {
    customer,
    happenedAt: new Date(at).toISOString(),
    cost: { amount: readAmount(cost) ?? "0.000000", currency },
    security,
    conversation: conversation === "" ? null : conversation,
    fault: fault === "unknown" ? null : fault,
  };
}
