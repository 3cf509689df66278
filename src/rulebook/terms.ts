import { workingDaysAfter, workingDaysBefore } from "../policies/index.ts";
import type { WorkingTime } from "../policies/index.ts";
import type { Book, Plan } from "./book.ts";

/** What the rulebook means in figures and dates. Pure; amounts are micro-units of the owner's currency. */

export class TermsError extends Error {
  readonly code = "plan_unknown";
  constructor(plan: string) {
    super(`the rulebook has no plan "${plan}"`);
    this.name = "TermsError";
  }
}

/** @throws TermsError `plan_unknown` */
export function planOf(book: Book, plan: string): Plan {
  const found = Object.hasOwn(book.plans, plan) ? book.plans[plan] : undefined;
  if (!found) throw new TermsError(plan);
  return found;
}

/** The ledger account that pays for serving a customer of a plan: its own budget, or a fund of the company. */
export function payerOf(book: Book, plan: string, customer: string): string {
  const { fund } = planOf(book, plan);
  return fund === undefined ? `customer/${customer}/budget` : fundAccount(fund);
}

export function fundAccount(fund: string): string {
  return `company/${fund}-fund`;
}

/** What a month puts on a customer's own budget: the plan's share of the contract's fee, rounded down. A plan with a fund grants nothing. */
export function grantOf(book: Book, plan: string, fee: bigint): { amount: bigint; carryOver: number } {
  const { share = 0, carryOver } = planOf(book, plan);
  return { amount: (fee * BigInt(share)) / 10_000n, carryOver };
}

/** What a month puts on a fund of the company; nothing when the rulebook has it no more. */
export function fundGrantOf(book: Book, fund: string): { amount: bigint; carryOver: number } {
  const amount = Object.hasOwn(book.funds, fund) ? book.funds[fund]?.amount : undefined;
  return { amount: amount ?? 0n, carryOver: 0 };
}

/** The cost of a colleague's time: minutes rounded up to `staff.roundMinutes`, at the hourly rate, rounded up to a micro-unit. */
export function staffCost(book: Book, minutes: number): { minutes: number; amount: bigint } {
  const { hourly, roundMinutes } = book.staff;
  const billed = Math.ceil(minutes / roundMinutes) * roundMinutes;
  return { minutes: billed, amount: (hourly.amount * BigInt(billed) + 59n) / 60n };
}

/** What an escalation is expected to cost: the hold that is taken for it. */
export function expectedStaffCost(book: Book): bigint {
  return staffCost(book, book.staff.expectedMinutes).amount;
}

export function workingTime({ business }: Book): WorkingTime {
  return { timeZone: business.timeZone, ...business.workingHours, holidays: business.holidays };
}

/** The date by which we come back to a question that stays open: the end of that working day. The same for everyone. */
export function promisedDate(book: Book, at: Date): Date {
  return new Date(workingDaysAfter(at.getTime(), book.questions.workingDays, workingTime(book)));
}

/** When staff are told that a promised date is near. */
export function warningDate(book: Book, dueAt: Date): Date {
  return new Date(workingDaysBefore(dueAt.getTime(), book.questions.alertWorkingDaysBefore, workingTime(book)));
}
