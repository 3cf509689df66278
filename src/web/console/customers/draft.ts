import type { CustomerChange, CustomerDetail, NewCustomer } from "../../../http/contract.ts";
import { formatPlain, readAmount } from "../parts/money.ts";

/** What stands in the form, as typed. */
export type CustomerDraft = {
  name: string;
  externalId: string;
  plan: string;
  fee: string;
  currency: string;
  start: string;
  renewal: string;
  notes: string;
  contactName: string;
  contactEmail: string;
};

export type DraftErrors = Partial<Record<keyof CustomerDraft, string>>;

export function emptyDraft(today: string): CustomerDraft {
  return { name: "", externalId: "", plan: "standard", fee: "", currency: "EUR", start: today, renewal: "", notes: "", contactName: "", contactEmail: "" };
}

export function draftOf(customer: CustomerDetail, today: string): CustomerDraft {
  const { contract } = customer;
  return {
    ...emptyDraft(today),
    name: customer.name,
    externalId: customer.externalId ?? "",
    plan: customer.plan,
    notes: customer.notes,
    ...(contract
      ? { fee: formatPlain(contract.fee.amount), currency: contract.fee.currency, start: contract.start, renewal: contract.renewal ?? "" }
      : { currency: customer.budget.currency }),
  };
}

/** What is wrong with a draft, in words beside each field. */
export function draftErrors(draft: CustomerDraft): DraftErrors {
  const errors: DraftErrors = {};
  if (draft.name.trim() === "") errors.name = "Whom do we serve?";
  if (draft.plan.trim() === "") errors.plan = "Which plan?";
  if (draft.fee.trim() !== "" && readAmount(draft.fee) === null) errors.fee = "A monthly amount such as 290 or 1900.50.";
  if (draft.fee.trim() !== "" && draft.start === "") errors.start = "A contract has a first day.";
  if (!/^[A-Z]{3}$/.test(draft.currency)) errors.currency = "Three letters, such as EUR.";
  if (draft.renewal !== "" && draft.start !== "" && draft.renewal <= draft.start) errors.renewal = "After the first day.";
  if (draft.contactEmail !== "" && !/^\S+@\S+\.\S+$/.test(draft.contactEmail)) errors.contactEmail = "An address such as ana@example.org.";
  return errors;
}

/** A draft without errors as the contract takes it. No fee means no contract. */
export function newCustomer(draft: CustomerDraft): NewCustomer {
  const contact = draft.contactName.trim() !== "" || draft.contactEmail !== "";
  return {
    ...change(draft),
    name: draft.name.trim(),
    plan: draft.plan.trim(),
    contacts: contact ? [{ name: draft.contactName.trim() || null, email: draft.contactEmail || null }] : [],
  };
}

/** The whole draft as a change; contacts are not changed here. */
export function change(draft: CustomerDraft): CustomerChange {
  const fee = readAmount(draft.fee);
  return {
    name: draft.name.trim(),
    externalId: draft.externalId.trim() || null,
    plan: draft.plan.trim(),
    notes: draft.notes.trim(),
    contract:
      fee === null ? null : { fee: { amount: fee, currency: draft.currency }, start: draft.start, renewal: draft.renewal === "" ? null : draft.renewal },
  };
}
