import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Posting } from "../../../http/contract.ts";
import { usePostings } from "../api/queries.ts";
import { Amount } from "../parts/amount.tsx";
import { Tag } from "../parts/badges.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { When } from "../parts/time.tsx";
import { spoken } from "../parts/words.ts";
import { accountInWords, flowOf, groupByTransfer, moved } from "./transfers.ts";

/** Postings by transfer: what happened and who paid; opened, the lines that balance. Page by page. */
export function Postings({ customer }: { customer?: string }) {
  const list = usePostings(customer);
  if (list.isPending) return <Loading height={36} />;
  if (list.isError && !list.data) return <Failed error={list.error} again={() => void list.refetch()} />;
  const all = groupByTransfer(list.data?.pages.flatMap((page) => page.items) ?? []);
  // The last one may go on over the page's edge: half of it would tell a wrong payer.
  const groups = list.hasNextPage && all.length > 1 ? all.slice(0, -1) : all;
  if (groups.length === 0)
    return <Empty title="Nothing has been booked yet.">Every answer, minute and mail that costs something is booked here at once.</Empty>;
  return (
    <>
      <ul className="transfers" aria-label="Transfers">
        {groups.map((group) => (
          <li key={group.transfer}>
            <Transfer postings={group.postings} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="more">
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            More postings
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Transfer({ postings }: { postings: Posting[] }) {
  const [first] = postings;
  if (!first) return null;
  const flow = flowOf(postings);
  return (
    <details className="transfer">
      <summary>
        <span className="transfer-kind">
          <strong>{spoken(first.kind)}</strong>
          {first.cause === first.kind ? null : <span>{first.cause}</span>}
          {first.reverses ? <Tag tone="amber">reversal</Tag> : null}
        </span>
        <span className="transfer-bearer quiet">{flow === null ? "" : `${flow.word} ${accountInWords(flow.account)}`}</span>
        <span className="transfer-when quiet">
          <When at={first.at} />
        </span>
        <Amount amount={moved(postings)} currency={first.currency} />
      </summary>
      <ul className="lines">
        {postings.map((posting) => (
          <li key={posting.id}>
            <span title={posting.account}>{accountInWords(posting.account)}</span>
            <Amount amount={posting.amount} currency={posting.currency} />
          </li>
        ))}
      </ul>
      <p className="transfer-foot small quiet">
        <span className="code">{first.transfer}</span>
        {first.reverses ? <span className="code">reverses {first.reverses}</span> : null}
        {first.conversation ? <Link href={`/conversations/${first.conversation}`}>Conversation</Link> : null}
        {first.customer ? <Link href={`/customers/${first.customer}`}>Customer</Link> : null}
      </p>
    </details>
  );
}
