import { customerBudget } from "../ledger/index.ts";
import { CustomerRefused } from "./refused.ts";

/** The plan of people without a contract, and the plan of visitors without a name: every rulebook has both. */
export const COMMUNITY_PLAN = "community";
export const VISITOR_PLAN = "visitor";

/** What customers need of a rulebook: how each plan pays for serving. */
export type PlanBook = {
  plans: Record<string, PlanTerms>;
  /** a month, for all customers of a fund's plans together; micro-units */
  funds: Record<string, { amount: bigint }>;
};
export type PlanTerms = {
  /** of the contract's fee, in hundredths of a percent: 2500 is a quarter */
  share?: number | undefined;
  /** or the fund of the company that pays, for models only */
  fund?: string | undefined;
  /** for how many further periods an unspent grant stays */
  carryOver: number;
};

/** The rulebook as it was in force at a moment. */
export interface PlanBooks {
  at(time: Date): Promise<{ book: PlanBook }>;
}

/** The terms of a plan, under the book of that moment; undefined when it has no such plan. */
export function termsOf(book: PlanBook, plan: string): PlanTerms | undefined {
  return Object.hasOwn(book.plans, plan) ? book.plans[plan] : undefined;
}

/** The terms of a plan that a customer may be given. @throws CustomerRefused plan_unknown, plan_reserved */
export function requirePlan(book: PlanBook, plan: string): PlanTerms {
  if (plan === VISITOR_PLAN) throw new CustomerRefused("plan_reserved", `The plan ${VISITOR_PLAN} is for visitors without a name.`, "plan");
  const terms = termsOf(book, plan);
  if (terms) return terms;
  const known = Object.keys(book.plans).filter((name) => name !== VISITOR_PLAN);
  throw new CustomerRefused("plan_unknown", `The rulebook has no plan ${JSON.stringify(plan)}; it has ${known.join(", ")}.`, "plan");
}

/** The account that pays for the model steps of a customer: a fund of the company, or the customer's own budget. */
export function payerOf(customer: string, { fund }: PlanTerms): string {
  return fund === undefined ? customerBudget(customer) : fundAccount(fund);
}

/** The account of a fund, e.g. `company/community-fund`. */
export function fundAccount(fund: string): string {
  return `company/${fund}-fund`;
}
/** The fund whose account this is. */
export function fundOf(account: string): string | undefined {
  return /^company\/(.+)-fund$/.exec(account)?.[1];
}
