import { calendarDate } from "../parts/when.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { NoClaimsDetail } from "../../../http/contract.ts";
import { fetchCertificate, useCustomerDiscount } from "../api/no-claims.ts";
import { Amount } from "../parts/amount.tsx";
import { useNow } from "../live/clock.tsx";
import { Failed, Loading, Refused } from "../parts/states.tsx";
import { RecordObjection } from "./objections.tsx";
import { RecordIncident } from "./record-incident.tsx";
import { Timeline } from "./timeline.tsx";
import { percentOf, TOLD_WORDS } from "./words.ts";

/** What one customer's no-claims discount is, what the next renewal brings, and how it came to be. */
export function CustomerDiscount({ customer, currency }: { customer: string; currency: string }) {
  const query = useCustomerDiscount(customer);
  const now = useNow();
  if (query.isPending) return <Loading rows={2} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const { stand } = query.data;
  if (!stand) return <p className="quiet">No discount. It belongs to a contract with a fee, under the scheme that the rulebook names.</p>;
  return (
    <>
      <p>
        <strong>{percentOf(stand.discount)}</strong> of the fee at level {stand.level} of “{stand.scheme}”.
        {stand.renewsAt ? (
          <>
            {" "}
            From {calendarDate(stand.renewsAt)}: {percentOf(stand.clean)} without, {percentOf(stand.claimed)} with one more incident.
          </>
        ) : null}
      </p>
      {stand.quote ? (
        <p className="small">
          Renewal quote for {stand.quote.months} months from {calendarDate(stand.quote.from)}: <Amount {...stand.quote.clean} />, or{" "}
          <Amount {...stand.quote.claimed} /> with one more incident; <Amount {...stand.quote.fee} /> without a discount.
        </p>
      ) : null}
      <Timeline detail={query.data} now={now} />
      <Told letters={query.data.letters} />
      <RecordIncident customer={customer} currency={currency} />
      <RecordObjection customer={customer} />
      <Papers customer={customer} />
    </>
  );
}

/** Who has heard of the changes, and whom it did not reach. */
function Told({ letters }: Pick<NoClaimsDetail, "letters">) {
  if (letters.length === 0) return null;
  return (
    <details className="record-crash">
      <summary className="small">Who was told</summary>
      <ul className="small" aria-label="Who was told of the discount">
        {letters.map(({ change, contact, state, reply, at }) => (
          <li key={`${change}/${contact.id}`}>
            {calendarDate(at)}, {contact.name ?? "somebody without a name"}: {TOLD_WORDS[state]}
            {reply ? <span className="quiet"> ({reply})</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The certificate that the customer may show to others. */
function Papers({ customer }: { customer: string }) {
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  async function save(): Promise<void> {
    setState({ busy: true, error: null });
    try {
      const { pdf } = await fetchCertificate(customer);
      const link = document.createElement("a");
      link.href = `data:application/pdf;base64,${pdf}`;
      link.download = "no-claims.pdf";
      link.click();
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: error as Error });
    }
  }
  return (
    <div className="row">
      <Button variant="default" onClick={() => void save()} loading={state.busy}>
        Certificate (PDF)
      </Button>
      <Refused error={state.error} />
    </div>
  );
}
