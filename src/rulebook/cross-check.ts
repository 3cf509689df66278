import type { z } from "zod";
import { monthlyCapacity } from "./capacity.ts";
import { checkContributions } from "./contributions.ts";
import { checkNoClaims } from "./no-claims.ts";
import { checkThanks } from "./thanks.ts";
import { checkTools } from "./tools.ts";

/** What the lines of a rulebook promise each other. Runs when each line for itself is right. */

type Amount = { amount: bigint; currency: string };
type Rate = { price: string; currency: string };
type Unchecked = {
  business: { currency: string; workingHours: { from: string; to: string } };
  plans: Record<string, { fee: Amount; share?: number | undefined; fund?: string | undefined; humans: boolean; humanLooks: number }>;
  funds: Record<string, Amount>;
  staff: { hourly: Amount; expectedMinutes: number; questionHours: number };
  models: { cheapBelow: Amount; maxOutputTokens: number; maxTurnTokens?: number | undefined; fallback: string[] };
  prices: Record<string, Record<string, Rate | undefined>>;
  exchange: Record<string, { rate: string; date: string }>;
  questions: { workingDays: number; alertWorkingDaysBefore: number; expectedMonthly?: number | undefined };
  initiative: { costs?: Amount | undefined };
  phone: { automatic?: { minute: Amount; call: Amount } | undefined };
  alerts: { id: string }[];
} & Parameters<typeof checkTools>[0] &
  Parameters<typeof checkNoClaims>[0] &
  Parameters<typeof checkThanks>[0] &
  Parameters<typeof checkContributions>[0];

type Report = (path: (string | number)[], message: string) => void;

/** Plans that the house itself needs: strangers and community users belong to them. */
const NEEDED_PLANS = ["community", "visitor"];

export function crossCheck(book: Unchecked, context: z.RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path, message });
  checkPlans(book, report);
  checkCurrencies(book, report);
  checkPrices(book, report);
  checkModels(book, report);
  checkTimes(book, report);
  checkCapacity(book, report);
  checkTools(book, report);
  checkNoClaims(book, report);
  checkThanks(book, report);
  checkContributions(book, report);
}

function checkPlans(book: Unchecked, report: Report): void {
  for (const needed of NEEDED_PLANS) {
    if (!Object.hasOwn(book.plans, needed))
      report(["plans"], `the plan "${needed}" is missing: every stranger belongs to a plan. Add it, with a fund that pays.`);
  }
  for (const [name, plan] of Object.entries(book.plans)) {
    const path = ["plans", name];
    if (plan.share === undefined && plan.fund === undefined) {
      report(path, 'nothing says what may be spent on serving. Add "share: 25 %" (of the fee) or "fund: community".');
    } else if (plan.share !== undefined && plan.fund !== undefined) {
      report([...path, "fund"], "a plan spends a share of its fee or a fund, not both. Take one of the two lines away.");
    }
    if (plan.fund === undefined) continue;
    if (!Object.hasOwn(book.funds, plan.fund)) {
      const known = Object.keys(book.funds).join(", ") || "none";
      report([...path, "fund"], `there is no fund "${plan.fund}" (there is: ${known}). Add it under "funds:", for example "${plan.fund}: 50 EUR".`);
    }
    if (plan.humans) report([...path, "humans"], 'a fund pays for models only. Write "humans: false", or give the plan a share of its fee.');
  }
}

function checkCurrencies({ business, plans, funds, staff, models, initiative, phone }: Unchecked, report: Report): void {
  const own = (path: string[], money: Amount) => {
    if (money.currency === business.currency) return;
    report(path, `the amount is in ${money.currency}, but your business counts in ${business.currency}. Write it in ${business.currency}.`);
  };
  for (const [name, plan] of Object.entries(plans)) own(["plans", name, "fee"], plan.fee);
  for (const [name, fund] of Object.entries(funds)) own(["funds", name], fund);
  own(["staff", "hourly"], staff.hourly);
  own(["models", "cheapBelow"], models.cheapBelow);
  if (initiative.costs) own(["initiative", "costs"], initiative.costs);
  if (phone.automatic) {
    own(["phone", "automatic", "minute"], phone.automatic.minute);
    own(["phone", "automatic", "call"], phone.automatic.call);
  }
}

function checkPrices({ business, prices, exchange }: Unchecked, report: Report): void {
  if (Object.hasOwn(exchange, business.currency)) {
    report(["exchange", business.currency], `${business.currency} is your own currency and needs no rate. Take the entry away.`);
  }
  for (const [model, rates] of Object.entries(prices)) {
    const currency = rates["input"]?.currency ?? business.currency;
    for (const [kind, rate] of Object.entries(rates)) {
      if (rate && rate.currency !== currency) report(["prices", model, kind], `all prices of a model are in one currency. Write this one in ${currency}, too.`);
    }
    if (currency !== business.currency && !Object.hasOwn(exchange, currency)) {
      report(
        ["prices", model, "input"],
        `the price is in ${currency}, and "exchange:" has no rate for it. Add "${currency}: { rate: 0.92, date: 2026-11-02 }" there, with today's rate.`,
      );
    }
  }
}

/** A date that nobody can keep is not promised. */
function checkCapacity(book: Unchecked, report: Report): void {
  const { expectedMonthly: expected } = book.questions;
  const { looks, byHours, inAll } = monthlyCapacity(book);
  if (expected === undefined || expected <= inAll) return;
  report(
    ["questions", "expectedMonthly"],
    `you expect ${expected} deferred questions a month, and people can answer ${inAll}: ${looks} human looks and ${byHours} in staff.questionHours. The others would get a plain no at their date. ` +
      `Raise "humanLooks" of a plan or "staff.questionHours" (each takes ${book.staff.expectedMinutes} minutes), or expect fewer.`,
  );
}

function checkModels({ models }: Unchecked, report: Report): void {
  if (models.maxTurnTokens !== undefined && models.maxTurnTokens < models.maxOutputTokens) {
    report(
      ["models", "maxTurnTokens"],
      `a turn may write ${models.maxTurnTokens} tokens, less than the ${models.maxOutputTokens} of one reply. Write at least maxOutputTokens.`,
    );
  }
  models.fallback.forEach((name, at) => {
    if (name === "built-in") report(["models", "fallback", at], "the built-in model stands in for all others by itself. Take the line away.");
    else if (models.fallback.indexOf(name) !== at) report(["models", "fallback", at], `"${name}" is in the list twice. Take one of the two lines away.`);
  });
}

function checkTimes({ business, questions, alerts }: Unchecked, report: Report): void {
  const { from, to } = business.workingHours;
  if (from >= to) report(["business", "workingHours", "to"], `work ends at ${to}, before it begins at ${from}. Write a later time.`);
  if (questions.alertWorkingDaysBefore >= questions.workingDays) {
    report(
      ["questions", "alertWorkingDaysBefore"],
      `people would be alerted ${questions.alertWorkingDaysBefore} working days before a date that is ${questions.workingDays} working days ahead. Write a smaller number.`,
    );
  }
  const seen = new Set<string>();
  alerts.forEach(({ id }, i) => {
    if (seen.has(id)) report(["alerts", i, "id"], `there are two alerts with the id "${id}". Give each its own.`);
    seen.add(id);
  });
}
