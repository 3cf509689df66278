import { Button, SegmentedControl } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import type { ConversationHead } from "../../../http/contract.ts";
import { useConversations, type ConversationFilter } from "../api/queries.ts";
import { CustomerPicker } from "../customers/customer-picker.tsx";
import { ModeTag, MoodTag, StateTag, VerdictTag } from "../parts/badges.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { When } from "../parts/time.tsx";

const MODES = [
  { value: "", label: "All" },
  { value: "avatar", label: "With the avatar" },
  { value: "human", label: "With a person" },
];

/** Every conversation, the last spoken first. */
export function ConversationsPage() {
  const [params, setParams] = useSearchParams();
  const mode = params.get("mode");
  const customer = params.get("customer");
  const filter: ConversationFilter = { ...(mode === "avatar" || mode === "human" ? { mode } : {}), ...(customer ? { customer } : {}) };
  const list = useConversations(filter);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  function set(name: string, value: string) {
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  }
  return (
    <Page
      title="Conversations"
      lead="Open one to watch it live, with what was decided and what it costs."
      actions={
        <div className="filters">
          <SegmentedControl size="xs" aria-label="Who speaks" data={MODES} value={filter.mode ?? ""} onChange={(value) => set("mode", value)} />
          <CustomerPicker value={customer ?? ""} onChange={(value) => set("customer", value)} />
        </div>
      }
    >
      {list.isPending ? <Loading height={56} /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty title={params.size > 0 ? "No conversation fits this filter." : "Nobody has written yet."}>
          {params.size > 0
            ? "Choose “All” and every customer to see the rest."
            : "The demo site at / has a chat to try: what is said there appears here at once."}
        </Empty>
      ) : null}
      <ConversationList items={items} />
      {list.hasNextPage ? (
        <div className="more">
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            Older conversations
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

export function ConversationList({ items }: { items: ConversationHead[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="talks" aria-label="Conversations, the last spoken first">
      {items.map((item) => (
        <li key={item.id}>
          <Link href={`/conversations/${item.id}`} className="talk-row">
            <span className="talk-who">
              <strong className="one-line">{item.contact.name}</strong>
              {item.customer.name === item.contact.name ? null : <span className="quiet one-line">{item.customer.name}</span>}
            </span>
            <span className="talk-last one-line">{item.lastText}</span>
            <span className="talk-tags">
              <MoodTag mood={item.mood} />
              {item.escalation ? (
                <>
                  <VerdictTag verdict={item.escalation.verdict} />
                  {item.mode === "avatar" ? <StateTag state={item.escalation.state} /> : null}
                </>
              ) : null}
              {item.mode === "human" ? <ModeTag mode={item.mode} name={item.name} /> : null}
            </span>
            <span className="talk-when quiet">
              <span className="talk-channel">{item.channel}</span>
              <When at={item.lastAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
