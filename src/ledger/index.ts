export { createLedger, type Ledger, type OpenHold, type PostingRow } from "./ledger.ts";
export { cost, customerBudget, discountAccount, endHold, openAccount, supportCost, transfer, transferId, type Cost, type Transfer } from "./postings.ts";
export type { Budget, Calendar, GrantRule } from "./budgets.ts";
export { award, takeBack, type Award } from "./awards.ts";
export { checkLedger, type Difference, type LedgerCheck } from "./check.ts";
export type { HoldAnswer, HoldRequest } from "./holds.ts";
export { formatMoney, parseMoney } from "./money.ts";
export { amount, ceiling, isFree, priceOf, unknownModelHelp, type Price } from "./prices.ts";
export { credibleUsage, type Usage } from "./usage.ts";
