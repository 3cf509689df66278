import type { Budget } from "../../../http/contract.ts";
import { accountInWords } from "../ledger/transfers.ts";
import { Amount } from "../parts/amount.tsx";
import { formatMoney } from "../parts/money.ts";
import { calendarDate } from "../parts/when.ts";
import { budgetParts } from "./budget.ts";

const WORDS = { spent: "spent", held: "held", left: "left" };

/** A period's budget in one picture: spent, held and left, with the amounts beside. */
export function BudgetBar({ budget }: { budget: Budget }) {
  const { parts, carried } = budgetParts(budget);
  const shared = !budget.account.startsWith("customer/");
  const inWords = parts.map(({ name, amount }) => `${formatMoney(amount, budget.currency)} ${WORDS[name]}`).join(", ");
  return (
    <figure className="budget">
      <div className="budget-bar" role="img" aria-label={inWords}>
        {parts.map(({ name, width }) => (width > 0 ? <span key={name} className={`budget-${name}`} style={{ width: `${width}%` }} /> : null))}
      </div>
      <dl className="budget-figures">
        <div>
          <dt>Granted</dt>
          <dd>
            <Amount amount={budget.granted} currency={budget.currency} />
          </dd>
        </div>
        {parts.map(({ name, amount }) => (
          <div key={name}>
            <dt>
              <span className={`key budget-${name}`} aria-hidden="true" /> {name === "held" ? "Held" : name === "spent" ? "Spent" : "Left"}
            </dt>
            <dd>
              <Amount amount={amount} currency={budget.currency} />
            </dd>
          </div>
        ))}
      </dl>
      <figcaption className="small quiet">
        {shared ? `Shared: paid by ${accountInWords(budget.account)}. ` : ""}
        {firstDay(budget.from)} to {lastDay(budget.to)}
        {carried ? `, with ${formatMoney(carried, budget.currency)} carried over` : ""}
      </figcaption>
    </figure>
  );
}

const HALF_DAY_MS = 12 * 60 * 60_000;

// A period begins and ends at midnight where the owner is; half a day inside, it is the same calendar day for nearly every reader.
function firstDay(from: string): string {
  return calendarDate(new Date(Date.parse(from) + HALF_DAY_MS).toISOString());
}

function lastDay(to: string): string {
  return calendarDate(new Date(Date.parse(to) - HALF_DAY_MS).toISOString());
}

/** The same bar as a line, for lists. */
export function BudgetLine({ budget }: { budget: Budget }) {
  const { parts } = budgetParts(budget);
  return (
    <span className="budget-line">
      <span className="budget-bar budget-bar-thin" aria-hidden="true">
        {parts.map(({ name, width }) => (width > 0 ? <span key={name} className={`budget-${name}`} style={{ width: `${width}%` }} /> : null))}
      </span>
      <span>
        <Amount amount={budget.left} currency={budget.currency} /> <span className="quiet">left</span>
      </span>
    </span>
  );
}
