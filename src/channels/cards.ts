import type { AlertCard, EscalationCard } from "../conversations/channel.ts";

/** How staff read a card, in plain text, whatever the channel. Nothing here goes to a customer. */

const VERDICTS: Record<EscalationCard["verdict"], string> = {
  granted: "Granted",
  deferred: "Deferred",
  overridden: "Overridden",
};

const CLASSES: Record<EscalationCard["class"], string> = {
  request: "request for a human",
  security: "security report",
  data_loss: "data loss",
  danger: "danger to people",
  legal: "legal matter",
  outage: "outage",
};

const STATES: Record<EscalationCard["state"], string> = {
  open: "waits for somebody",
  claimed: "claimed",
  resolved: "resolved",
  handed_back: "handed back to the avatar",
};

/** One line, e.g. "Overridden, data loss: Acme (asked again, 2)". The customer's name is the only personal thing in it. */
export function escalationTitle(card: EscalationCard): string {
  const again = card.reminder > 0 ? ` (asked again, ${card.reminder})` : "";
  return oneLine(`${card.look ? "Human look" : VERDICTS[card.verdict]}, ${CLASSES[card.class]}: ${card.customer.name}${again}`);
}

export type Fact = { label: string; value: string };

/** What staff need to decide, less the question, the reasons and the due time, which each channel shows in its own way. */
export function escalationFacts(card: EscalationCard): Fact[] {
  const facts = [
    { label: "Customer", value: `${card.customer.name} (${card.customer.id})` },
    { label: "Contact", value: card.contact.name },
    { label: "Estimate", value: showAmount(card.estimate.amount, card.estimate.currency) },
    { label: "Paid by", value: card.payer },
    { label: "State", value: STATES[card.state] },
  ];
  if (card.claimedBy) facts.push({ label: "Claimed by", value: card.claimedBy });
  return facts;
}

/** The whole card as lines of text, for channels that show nothing else. */
export function escalationText(card: EscalationCard): string {
  const facts = escalationFacts(card).map((fact) => `${fact.label}: ${fact.value}`);
  if (card.dueAt) facts.push(`Due: ${showTime(card.dueAt)}`);
  const reasons = card.reasons.map((reason) => `- ${reason.text} (${reason.code})`);
  return [escalationTitle(card), quote(card.question), facts.join("\n"), reasons.join("\n"), card.url].filter((block) => block !== "").join("\n\n");
}

export function alertText(card: AlertCard): string {
  return [card.title, card.text, `Rule: ${card.rule}\nSince: ${showTime(card.at)}`, card.url].filter((block) => block !== "").join("\n\n");
}

/** "25.000000", "EUR" → "25.00 EUR"; smaller parts are kept: "0.012500" → "0.0125 EUR". No arithmetic, so no rounding. */
export function showAmount(amount: string, currency: string): string {
  const [whole = "0", decimals = ""] = amount.split(".");
  const kept = decimals.replace(/0+$/, "").padEnd(2, "0");
  return `${whole}.${kept} ${currency}`;
}

/** "2026-11-26T09:00:00.000Z" → "2026-11-26 09:00 UTC"; anything else is shown as it is. */
export function showTime(at: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(at);
  return match ? `${match[1]} ${match[2]} UTC` : at;
}

/** Line breaks and control characters become spaces: a name never starts a new line or header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function quote(text: string): string {
  if (text.trim() === "") return "";
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
