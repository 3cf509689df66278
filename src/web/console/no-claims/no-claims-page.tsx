import { calendarDate } from "../parts/when.ts";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Incident, SchemeFigures } from "../../../http/contract.ts";
import { useLevels, useRuling, useSchemes, useWaitingIncidents } from "../api/no-claims.ts";
import { Amount } from "../parts/amount.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading, Refused } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";
import { Due, When } from "../parts/time.tsx";
import { Objections } from "./objections.tsx";
import { percentOf, RULINGS } from "./words.ts";

/** What waits for a person first, then what each scheme would mean, then everybody's level. */
export function NoClaimsPage() {
  return (
    <Page
      title="No-claims"
      lead="What a period without an incident is worth to a customer. The rulebook names the scheme; whose doing an incident was, and what becomes of an objection, people decide."
    >
      <div className="sections">
        <section>
          <h2 className="section-head">Objections waiting</h2>
          <Objections />
        </section>
        <section>
          <h2 className="section-head">Incidents to rule on</h2>
          <Waiting />
        </section>
        <section>
          <h2 className="section-head">Schemes</h2>
          <Schemes />
        </section>
        <section>
          <h2 className="section-head">Levels</h2>
          <Levels />
        </section>
      </div>
    </Page>
  );
}

function Waiting() {
  const query = useWaitingIncidents();
  if (query.isPending) return <Loading rows={2} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <p className="quiet">Nothing waits. A crash that is recorded waits here for a ruling, until its deadline.</p>;
  return (
    <ul className="matters" aria-label="Incidents to rule on, the most urgent first">
      {query.data.items.map((incident) => (
        <li key={incident.id}>
          <IncidentRow incident={incident} />
        </li>
      ))}
    </ul>
  );
}

function IncidentRow({ incident }: { incident: Incident }) {
  const ruling = useRuling(incident.id);
  const who = incident.customer.name;
  return (
    <article className="matter matter-flat">
      <div className="matter-main">
        <p className="row">
          <strong>
            <Link href={`/customers/${incident.customer.id}`}>{who}</Link>
          </strong>
          <span className="tag tag-grey">{incident.kind}</span>
          {incident.security ? <span className="tag tag-blue">security: never counts</span> : null}
        </p>
        <p className="quiet small matter-line">
          <span>
            happened <When at={incident.happenedAt} />
          </span>
          <span>
            <Due at={incident.deadline} word="rule" />
          </span>
          <span>
            it cost <Amount {...incident.cost} />
          </span>
          {incident.conversation ? <Link href={`/conversations/${incident.conversation}`}>The conversation</Link> : null}
        </p>
        <div className="row" role="group" aria-label={`Whose doing was the ${incident.kind} at ${who}?`}>
          {RULINGS.map(({ fault, word }) => (
            <Button key={fault} variant="default" loading={ruling.busy} onClick={() => void ruling.run({ fault }).catch(() => undefined)}>
              {word}
            </Button>
          ))}
        </div>
        <Refused error={ruling.error} />
      </div>
    </article>
  );
}

const SCHEME_HEADS = [
  { word: "Scheme" },
  { word: "Mean discount", right: true },
  { word: "Hiding is worth", right: true },
  { word: "Last years, with your customers", right: true },
];

function Schemes() {
  const query = useSchemes();
  if (query.isPending) return <Loading rows={4} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const { schemes, rate } = query.data;
  return (
    <>
      <p className="quiet small section-note">
        If {rate} of 100 periods have an incident, in percent of the fee. Hiding: what one incident at the best level forfeits, so what a customer would gain by
        not telling you.
      </p>
      <Table label="No-claims schemes" heads={SCHEME_HEADS}>
        {schemes.map((scheme) => (
          <SchemeRow key={scheme.scheme} figures={scheme} />
        ))}
      </Table>
    </>
  );
}

function SchemeRow({ figures }: { figures: SchemeFigures }) {
  const { scheme, about, chosen, meanDiscount, atBest, hidingAtBest, past } = figures;
  return (
    <Tr>
      <Td label="Scheme">
        <strong>{scheme}</strong> {chosen ? <span className="tag tag-green">in force</span> : null}
        <p className="quiet small">{about}</p>
      </Td>
      <Td label="Mean discount" right>
        <span className="number">{meanDiscount} %</span>
        <p className="quiet small number">at best {atBest} %</p>
      </Td>
      <Td label="Hiding is worth" right>
        <span className="number">{hidingAtBest} %</span>
      </Td>
      <Td label={`Last ${past.years} years`} right>
        <Amount {...past.discounts} />
        <p className="quiet small">
          of <Amount {...past.fees} /> in fees
        </p>
      </Td>
    </Tr>
  );
}

const LEVEL_HEADS = [
  { word: "Customer" },
  { word: "Level" },
  { word: "Discount" },
  { word: "Renewal" },
  { word: "Then, without / with an incident", right: true },
];

function Levels() {
  const query = useLevels();
  if (query.isPending) return <Loading rows={4} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return <Empty title="Nobody takes part yet.">A customer with a fee does from the first day of the contract.</Empty>;
  return (
    <Table label="Levels of customers" heads={LEVEL_HEADS}>
      {items.map(({ customer, stand }) => (
        <Tr key={customer.id}>
          <Td label="Customer">
            <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
          </Td>
          <Td label="Level">{stand ? stand.level : <span className="quiet">not in force</span>}</Td>
          <Td label="Discount">{stand ? <span className="number">{percentOf(stand.discount)}</span> : null}</Td>
          <Td label="Renewal">{stand?.renewsAt ? calendarDate(stand.renewsAt) : null}</Td>
          <Td label="Then" right>
            {stand ? (
              <span className="number">
                {percentOf(stand.clean)} / {percentOf(stand.claimed)}
              </span>
            ) : null}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
