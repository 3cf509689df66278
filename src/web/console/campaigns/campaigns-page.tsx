import { Link } from "wouter";
import type { Campaign } from "../../../http/contract.ts";
import { useCampaigns, useMailouts } from "../api/campaigns.ts";
import { Amount } from "../parts/amount.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";
import { When } from "../parts/time.tsx";
import { calendarDate } from "../parts/when.ts";
import { counted } from "../parts/words.ts";
import { MailPreview } from "./mail-preview.tsx";
import { OCCASION_WORDS, reasonInWords, stateInWords, STATES, WAY_WORDS } from "./words.ts";

/** Thank-yous that nobody has asked for, by mail and by call: what each campaign did, how its mails look, and what became of each. */
export function CampaignsPage() {
  return (
    <Page
      title="Campaigns"
      lead="Thank-yous to customers with whom all is well. The rulebook says who, when and how often; only people who have agreed are written to or called, and one word ends it."
    >
      <div className="sections">
        <section>
          <h2 className="section-head">What they did</h2>
          <Campaigns />
        </section>
        <section>
          <h2 className="section-head">Thank-yous</h2>
          <ThankYous />
        </section>
      </div>
    </Page>
  );
}

function Campaigns() {
  const query = useCampaigns();
  if (query.isPending) return <Loading rows={3} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <Empty title="No campaigns">Write one under thanks.campaigns in the rulebook.</Empty>;
  return (
    <div className="stack">
      {query.data.items.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} />
      ))}
    </div>
  );
}

function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { id, occasion, by, plans, holdOut, spent, left, budget, refused, plannedTo } = campaign;
  return (
    <section className="card" aria-labelledby={`campaign-${id}`}>
      <h3 id={`campaign-${id}`}>{id}</h3>
      <p className="quiet">
        {OCCASION_WORDS[occasion]}, {WAY_WORDS[by]}, for {plans.length > 0 ? plans.join(" and ") : "every plan with a fee"}. {holdOut / 100} % are held out by
        lot.
      </p>
      <States campaign={campaign} />
      <dl className="campaign-figures">
        <div>
          <dt>Spent so far</dt>
          <dd>
            <Amount {...spent} />
          </dd>
        </div>
        <div>
          <dt>Left this month</dt>
          <dd>
            <Amount {...left} /> of <Amount {...budget} />
          </dd>
        </div>
        <div>
          <dt>Planned up to</dt>
          <dd>
            {plannedTo ? calendarDate(plannedTo) : by === "mail" ? "nothing yet; it needs a mail server (SMTP_URL)" : "nothing yet; it begins in the morning"}
          </dd>
        </div>
      </dl>
      <Effect campaign={campaign} />
      {refused.length > 0 ? (
        <p className="quiet small">Not sent: {refused.map(({ reason, count }) => `${count}, because ${reasonInWords(reason)}`).join("; ")}.</p>
      ) : null}
      {by === "mail" ? <MailPreview campaign={id} /> : <WhereTheyWait by={by} />}
    </section>
  );
}

function WhereTheyWait({ by }: { by: Campaign["by"] }) {
  return (
    <p className="small">
      <Link href="/calls">{by === "call" ? "The calls, each with what to say" : "The calls"}</Link>
    </p>
  );
}

/** One bar for all of them, and the same in words. */
function States({ campaign: { by, counts } }: { campaign: Campaign }) {
  const shown = STATES.map((one) => ({ ...one, count: counts[one.state] ?? 0 })).filter(({ count }) => count > 0);
  const all = shown.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p className="quiet">No occasion yet. Who has agreed to such {by === "mail" ? "mails" : "calls"} stands on their customer’s page.</p>;
  let x = 0;
  return (
    <>
      <svg className="campaign-bar" viewBox={`0 0 ${all} 1`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ state, tone, count }) => {
          const part = <rect key={state} className={`campaign-${tone}`} x={x} y="0" width={count} height="1" />;
          x += count;
          return part;
        })}
      </svg>
      <ul className="campaign-key">
        {shown.map(({ state, word, tone, count }) => (
          <li key={state}>
            <svg className="campaign-dot" viewBox="0 0 1 1" aria-hidden="true">
              <rect className={`campaign-${tone}`} width="1" height="1" />
            </svg>
            {count} {word}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether it does any good: customers who were thanked beside those who were held out. */
function Effect({ campaign: { thanked, heldOut } }: { campaign: Campaign }) {
  if (thanked.customers === 0 && heldOut.customers === 0) return null;
  const groups = [
    { name: "Thanked", ...thanked },
    { name: "Held out", ...heldOut },
  ];
  return (
    <Table
      label="Thanked and held out"
      heads={[
        { word: "Group" },
        { word: "Customers", right: true },
        { word: "Matters each, 90 days after", right: true },
        { word: "Still with a contract", right: true },
      ]}
    >
      {groups.map(({ name, customers, episodes, kept }) => (
        <Tr key={name}>
          <Td label="Group">{name}</Td>
          <Td label="Customers" right>
            {customers}
          </Td>
          <Td label="Matters each, 90 days after" right>
            {customers === 0 ? "–" : (episodes / customers).toFixed(1)}
          </Td>
          <Td label="Still with a contract" right>
            {customers === 0 ? "–" : `${kept} of ${customers}`}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

function ThankYous() {
  const query = useMailouts();
  if (query.isPending) return <Loading rows={3} />;
  if (!query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const { items, next } = query.data;
  if (items.length === 0) return <p className="quiet">None yet. Each stands here from the day of its occasion on, with what became of it and why.</p>;
  return (
    <>
      <Table
        label="Thank-yous, the newest first"
        heads={[{ word: "To" }, { word: "Campaign" }, { word: "What became of it" }, { word: "When" }, { word: "Cost", right: true }]}
      >
        {items.map(({ id, customer, contact, campaign, state, reason, reply, sentAt, endedAt, dueAt, cost }) => (
          <Tr key={id}>
            <Td label="To">
              {contact.name ?? "somebody"}, <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
            </Td>
            <Td label="Campaign">{campaign}</Td>
            <Td label="What became of it">
              {stateInWords(state)}
              {reason && state !== "sent" && state !== "planned" ? <span className="quiet small"> {reasonInWords(reason)}</span> : null}
              {reply ? <span className="quiet small"> The server said: {reply}</span> : null}
            </Td>
            <Td label="When">
              <When at={sentAt ?? endedAt ?? dueAt} />
            </Td>
            <Td label="Cost" right>
              {cost && state !== "bounced" ? <Amount {...cost} /> : "–"}
            </Td>
          </Tr>
        ))}
      </Table>
      {next ? <p className="quiet small">The newest {counted(items.length, "thank-you")}; older ones are in the staff API.</p> : null}
    </>
  );
}
