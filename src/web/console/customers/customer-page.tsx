import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "wouter";
import type { CauseCost, CustomerDetail } from "../../../http/contract.ts";
import { ApiProblem } from "../api/client.ts";
import { useAlerts, useConversations, useCustomer } from "../api/queries.ts";
import { AlertRow } from "../alerts/alert-row.tsx";
import { ContactCalls } from "../calls/contact-calls.tsx";
import { ContactMails } from "../campaigns/contact-mails.tsx";
import { ConversationList } from "../conversations/conversations-page.tsx";
import { Postings } from "../ledger/postings.tsx";
import { Amount } from "../parts/amount.tsx";
import { formatMoney, micros, share } from "../parts/money.ts";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { calendarDate } from "../parts/when.ts";
import { counted } from "../parts/words.ts";
import { CustomerDiscount } from "../no-claims/customer-discount.tsx";
import { useStaff } from "../shell/me.ts";
import { BudgetBar } from "./budget-bar.tsx";
import { Contributions } from "./contributions.tsx";
import { EditCustomer } from "./customer-form.tsx";
import { Memories } from "./memories.tsx";
import { plansOf } from "./customers-page.tsx";

/** One customer: what is agreed, what may be spent, what it was spent on. */
export function CustomerPage({ id }: { id: string }) {
  const query = useCustomer(id);
  const customer = query.data;
  if (query.isPending)
    return (
      <Page title="Customer">
        <Loading height={72} />
      </Page>
    );
  if (!customer) {
    const gone = query.error instanceof ApiProblem && query.error.status === 404;
    return (
      <Page title="Customer">
        {gone ? <Empty title="There is no customer under this address." /> : null}
        {!gone && query.error ? <Failed error={query.error} again={() => void query.refetch()} /> : null}
      </Page>
    );
  }
  return <Loaded customer={customer} />;
}

function Loaded({ customer }: { customer: CustomerDetail }) {
  const me = useStaff();
  const [editing, form] = useDisclosure(false);
  return (
    <Page
      title={customer.name}
      lead={`${customer.plan}${customer.externalId ? ` · ${customer.externalId}` : ""}${customer.sample ? " · sample" : ""}`}
      actions={
        me.role === "owner" ? (
          <Button variant="default" onClick={form.open}>
            Change plan, fee or notes
          </Button>
        ) : null
      }
    >
      <EditCustomer customer={customer} plans={plansOf([customer])} opened={editing} onClose={form.close} />
      <div className="sections">
        <section className="card">
          <h2>Budget of this period</h2>
          <BudgetBar budget={customer.budget} />
        </section>
        <Alerts customer={customer.id} />
        <div className="columns">
          <section className="card">
            <h2>Contract</h2>
            <ContractPairs customer={customer} />
          </section>
          <section className="card">
            <h2>Contacts</h2>
            <Contacts customer={customer} />
          </section>
        </div>
        <section className="card">
          <h2>No-claims discount</h2>
          <CustomerDiscount customer={customer.id} currency={customer.budget.currency} />
        </section>
        <Contributions customer={customer.id} contacts={customer.contacts} />
        <section className="card">
          <h2>What the avatar remembers</h2>
          <Memories customer={customer.id} />
        </section>
        <section className="card">
          <h2>Episodes by cause</h2>
          <Causes causes={customer.causes} />
        </section>
        <section>
          <h2 className="section-head">
            Conversations <Link href={`/conversations?customer=${customer.id}`}>All of them</Link>
          </h2>
          <Talks customer={customer.id} />
        </section>
        <section>
          <h2 className="section-head">Postings</h2>
          <Postings customer={customer.id} />
        </section>
      </div>
    </Page>
  );
}

function ContractPairs({ customer }: { customer: CustomerDetail }) {
  const { contract } = customer;
  return (
    <dl className="pairs">
      <dt>Plan</dt>
      <dd>{customer.plan}</dd>
      <dt>Fee</dt>
      <dd>
        {contract ? (
          <>
            <Amount {...contract.fee} /> a month
          </>
        ) : (
          "no contract"
        )}
      </dd>
      {contract ? (
        <>
          <dt>Since</dt>
          <dd>{calendarDate(contract.start)}</dd>
          <dt>Renewal</dt>
          <dd>{contract.renewal ? calendarDate(contract.renewal) : "open-ended"}</dd>
        </>
      ) : null}
      <dt>Cost this period</dt>
      <dd>
        <Amount amount={customer.cost.thisPeriod} currency={customer.cost.currency} />
      </dd>
      <dt>Episodes in 7 days</dt>
      <dd>{customer.episodes.last7Days}</dd>
      <dt>Notes</dt>
      <dd className="said-text">{customer.notes === "" ? <span className="quiet">none</span> : customer.notes}</dd>
    </dl>
  );
}

function Contacts({ customer }: { customer: CustomerDetail }) {
  if (customer.contacts.length === 0) return <p className="quiet">Nobody yet. A person appears here with the first message.</p>;
  return (
    <ul className="people">
      {customer.contacts.map((contact) => (
        <li key={contact.id}>
          <span>{contact.name ?? "No name"}</span>
          {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : <span className="quiet">no e-mail</span>}
          <ContactCalls contact={contact} />
          <ContactMails contact={contact} />
        </li>
      ))}
    </ul>
  );
}

/** What the matters were about and what each cost, the dearest first: it shows which fault costs what. */
function Causes({ causes }: { causes: CauseCost[] }) {
  if (causes.length === 0) return <p className="quiet">No episode in this period. Nothing was asked, nothing was spent.</p>;
  const sorted = causes.toSorted((a, b) => Number(micros(b.cost.amount) - micros(a.cost.amount)) || b.episodes - a.episodes);
  const dearest = sorted[0]?.cost.amount ?? "0";
  return (
    <ul className="bars" aria-label="Episodes by cause, the dearest first">
      {sorted.map(({ cause, episodes, cost }) => (
        <li key={cause} aria-label={`${cause}: ${counted(episodes, "episode")}, ${formatMoney(cost.amount, cost.currency)}`}>
          <span className="bars-name">{cause}</span>
          <span className="bars-track" aria-hidden="true">
            <span style={{ width: `${Math.max(share(cost.amount, dearest), 1)}%` }} />
          </span>
          <span className="bars-count quiet">{counted(episodes, "episode")}</span>
          <Amount {...cost} />
        </li>
      ))}
    </ul>
  );
}

function Talks({ customer }: { customer: string }) {
  const list = useConversations({ customer });
  if (list.isPending) return <Loading rows={3} />;
  if (list.isError && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const items = list.data?.pages[0]?.items.slice(0, 8) ?? [];
  if (items.length === 0) return <p className="quiet">Nobody there has written yet.</p>;
  return <ConversationList items={items} />;
}

function Alerts({ customer }: { customer: string }) {
  const live = (useAlerts({ customer }).data?.items ?? []).filter((alert) => alert.state !== "resolved");
  if (live.length === 0) return null;
  return (
    <section className="card">
      <h2>Alerts</h2>
      {live.map((alert) => (
        <AlertRow key={alert.id} alert={alert} />
      ))}
    </section>
  );
}
