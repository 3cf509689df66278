import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewIncident } from "../../../src/http/contract.ts";
import { BEN, openDesk, type Desk } from "../../escalations/desk.ts";

/** A house whose rulebook has another no-claims scheme, and years that pass in it. */

export const START = "2026-11-23";

/** The shipped rulebook with these lines for no-claims instead of its own. */
export function policiesWith(noClaims: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "standin-no-claims-")), "policies.yaml");
  writeFileSync(file, bookWith(noClaims));
  return file;
}
export function bookWith(noClaims: string): string {
  return readFileSync("policies.yaml", "utf8").replace(/^noClaims:\n(?: .*\n)+/m, `noClaims:\n${noClaims}\n`);
}

export async function houseWith(noClaims: string): Promise<Desk & { file: string }> {
  const file = policiesWith(noClaims);
  return { ...(await openDesk(undefined, { policies: file })), file };
}

/** A scheme with a level for each month. */
export const MONTHLY = (effective: string) => `  scheme: monthly
  classifyDays: 10
  schemes:
    monthly:
      name: monthly
      about: A level for each month.
      levels: [{ level: 0, pays: 100 % }, { level: 1, pays: 95 % }, { level: 2, pays: 87.5 % }, { level: 3, pays: 80 % }]
      start: 0
      period: { months: 1 }
      effective: ${effective}
      clean: { steps: 1 }
      counts: { crash: [${effective === "at_once" ? "unknown, " : ""}still_unknown, customer], escalation: [customer] }
      incidents: { apply: each, rows: [{ steps: -2 }] }
`;

export const inYears = (years: number, days = 0): Date => new Date(Date.UTC(2026 + years, 10, 23 + days, 12));

/** The discounts that a customer was granted, less what was taken back, in cents. */
export const granted = (desk: Desk, customer: string): Promise<number> => desk.cents(`customer/${customer}/discount`);

/** A crash that happened now, of which nobody knows yet whose doing it was. */
export function crashes(desk: Desk, customer: string, more: Partial<Pick<NewIncident, "security" | "fault">> & { conversation?: string } = {}) {
  return desk.noClaims.record({ customer, at: desk.clock.now(), cost: 25_000_000n, security: false, conversation: null, ...more }, BEN);
}

/** Somebody asks for a colleague, who works for them for so many minutes. */
export async function helped(desk: Desk, customer: Awaited<ReturnType<Desk["customer"]>>, minutes = 20): Promise<void> {
  const chat = await customer.opens();
  await chat.says("Can I speak to a person, please?", { by: "contact" });
  const id = (await chat.escalation())?.id ?? "";
  await desk.escalations.claim(id, BEN);
  await desk.escalations.resolve(id, { minutes, outcome: "Done" }, BEN);
  await desk.advance(desk.clock.now());
}

/** All bookings of a customer's discount, without the ids that are made anew in each house. */
export async function bookings(desk: Desk, customer: string) {
  return desk.db.query<{ cause: string; amount: bigint; at: Date; from: string; to: string }>(
    `select t.cause, p.amount, t.at, t.facts->>'from' as from, t.facts->>'to' as to from transfers t join postings p on p.transfer = t.id
     where t.customer = $1 and t.kind = 'no_claims' and p.account like 'customer/%' order by t.at, t.key`,
    [customer],
  );
}
