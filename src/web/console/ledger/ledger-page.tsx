import { Button } from "@mantine/core";
import type { LedgerCheck } from "../../../http/contract.ts";
import { useLedgerCheck } from "../api/queries.ts";
import { Icon } from "../parts/icons.tsx";
import { Page } from "../parts/page.tsx";
import { Failed } from "../parts/states.tsx";
import { spoken } from "../parts/words.ts";
import { factInWords } from "../conversations/decision-view.tsx";
import { Postings } from "./postings.tsx";

/** Whether the books balance, and the last things booked. */
export function LedgerPage() {
  const check = useLedgerCheck();
  return (
    <Page
      title="Books"
      lead="Every cost, booked once, on two sides. Nothing is ever changed here; a mistake is corrected by a reversing posting."
      actions={
        <Button onClick={() => void check.refetch()} loading={check.isFetching}>
          Check the books
        </Button>
      }
    >
      <div className="sections">
        <div role="status">
          {check.isError ? <Failed error={check.error} /> : null}
          {check.data && !check.isFetching ? <CheckResult check={check.data} /> : null}
        </div>
        <section>
          <h2 className="section-head">Last postings</h2>
          <Postings />
        </section>
      </div>
    </Page>
  );
}

function CheckResult({ check }: { check: LedgerCheck }) {
  const size = `${check.postings.toLocaleString("en-GB")} postings on ${check.accounts.toLocaleString("en-GB")} accounts were recomputed from zero.`;
  if (check.balanced && check.differences.length === 0) {
    return (
      <div className="verdict verdict-good">
        <Icon name="check" />
        <p>
          <strong>The books balance.</strong> {size}
        </p>
      </div>
    );
  }
  return (
    <div className="verdict verdict-bad">
      <Icon name="warning" />
      <div>
        <p>
          <strong>The books do not balance.</strong> {size} Stop changing anything by hand and restore from a backup, or ask whoever runs the database.
        </p>
        <ul className="differences">
          {check.differences.map((difference, index) => (
            <li key={index}>
              <dl className="pairs">
                {Object.entries(difference).map(([name, value]) => (
                  <div key={name} className="pair">
                    <dt>{spoken(name)}</dt>
                    <dd className="code">{factInWords(value)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
