import type { Cost, Turn } from "../../../http/contract.ts";
import { accountInWords } from "../ledger/transfers.ts";
import { Amount } from "../parts/amount.tsx";
import { formatMoney, total } from "../parts/money.ts";
import { OUTCOME_WORDS, counted, spoken } from "../parts/words.ts";
import { readCostFacts } from "./cost-facts.ts";
import { DecisionView } from "./decision-view.tsx";

/** What one turn decided and cost; stands in the margin beside its reply. */
export function TurnMargin({ turn }: { turn: Turn }) {
  const seconds = (Date.parse(turn.endedAt) - Date.parse(turn.startedAt)) / 1000;
  return (
    <div className="turn">
      <p className="turn-head quiet">
        {turn.cause === "question"
          ? "kept an open question · "
          : turn.cause === "reminder"
            ? "kept a reminder · "
            : turn.cause === "news"
              ? "wrote first, with news · "
              : ""}
        {OUTCOME_WORDS[turn.outcome]} · {seconds.toFixed(1)} s{turn.discards > 0 ? ` · ${counted(turn.discards, "draft")} taken back` : ""}
      </p>
      {turn.costs.length === 0 ? <p className="quiet">Cost nothing.</p> : null}
      <ul className="costs">
        {turn.costs.map((cost) => (
          <li key={cost.transfer}>
            <CostLine cost={cost} />
          </li>
        ))}
      </ul>
      {turn.decisions.map((decision) => (
        <DecisionView key={decision.id} decision={decision} />
      ))}
    </div>
  );
}

/** One line for a closed margin: "2 decisions, €0.0004"; a crash shows there, too. */
export function turnsInShort(turns: Turn[]): string {
  const decisions = turns.reduce((count, turn) => count + turn.decisions.length, 0);
  const costs = turns.flatMap((turn) => turn.costs);
  const currency = costs[0]?.currency;
  const money =
    currency === undefined ? "no cost" : formatMoney(total(costs.filter((cost) => cost.currency === currency).map((cost) => cost.amount)), currency);
  const crashed = turns.filter(({ outcome }) => outcome === "crashed").length;
  return `${crashed > 0 ? `${counted(crashed, "turn")} crashed, ` : ""}${counted(decisions, "decision")}, ${money}`;
}

/** A cost as booked: who did what, how much of it, for how much, and who pays. */
export function CostLine({ cost }: { cost: Cost }) {
  const facts = readCostFacts(cost.facts);
  const what = [facts.model ?? spoken(cost.kind)];
  if (facts.input !== undefined || facts.output !== undefined) what.push(`${tokens(facts.input)} in, ${tokens(facts.output)} out`);
  if (facts.minutes !== undefined) what.push(counted(facts.minutes, "minute"));
  if (facts.status !== undefined && facts.status !== "ok") what.push(facts.status);
  return (
    <div className="cost">
      <span>
        {what.join(" · ")}
        <span className="quiet cost-payer">
          paid by {accountInWords(cost.payer)}
          {facts.estimated ? " · estimated at its ceiling" : ""}
        </span>
      </span>
      <Amount amount={cost.amount} currency={cost.currency} />
    </div>
  );
}

function tokens(count: number | undefined): string {
  return count === undefined ? "?" : count.toLocaleString("en-GB");
}
