import { SegmentedControl } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import { useDeliveries } from "../api/queries.ts";
import { Tag } from "../parts/badges.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";
import { When } from "../parts/time.tsx";
import { spoken } from "../parts/words.ts";

const STATES: { value: "unknown" | "failed"; label: string }[] = [
  { value: "unknown", label: "May not have arrived" },
  { value: "failed", label: "Did not arrive" },
];

/** What was sent and may not have arrived. Never sent twice blindly: a person decides. */
export function DeliveriesPage() {
  const [params, setParams] = useSearchParams();
  const state = params.get("state") === "failed" ? "failed" : "unknown";
  const list = useDeliveries(state);
  const items = list.data?.items ?? [];
  return (
    <Page
      title="Deliveries"
      lead="What we sent and cannot know to have arrived, or know not to have. It is never sent again blindly: look at the conversation and say it anew where needed."
      actions={
        <SegmentedControl size="xs" aria-label="State" data={STATES} value={state} onChange={(next) => setParams(next === "unknown" ? {} : { state: next })} />
      }
    >
      {list.isPending ? <Loading /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty title={state === "unknown" ? "Everything that was sent has arrived." : "No delivery has failed."}>
          A channel that breaks off in the middle leaves its message here until somebody has looked.
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <Table
          label="Deliveries"
          heads={[
            { word: "What" },
            { word: "Channel" },
            { word: "State" },
            { word: "What the channel said" },
            { word: "Attempts", right: true },
            { word: "Sent" },
            { word: "Conversation" },
          ]}
        >
          {items.map((item) => (
            <Tr key={item.id}>
              <Td label="What">{spoken(item.kind)}</Td>
              <Td label="Channel">{item.channel}</Td>
              <Td label="State">
                <Tag tone={item.state === "failed" ? "red" : "amber"}>{item.state === "failed" ? "Failed" : "Unknown"}</Tag>
              </Td>
              <Td label="It said">{item.error ?? <span className="quiet">nothing</span>}</Td>
              <Td label="Attempts" right>
                <span className="number">{item.attempts}</span>
              </Td>
              <Td label="Sent">
                <When at={item.createdAt} />
              </Td>
              <Td label="Conversation">
                {item.conversation ? <Link href={`/conversations/${item.conversation}`}>Open</Link> : <span className="quiet">none</span>}
              </Td>
            </Tr>
          ))}
        </Table>
      ) : null}
    </Page>
  );
}
