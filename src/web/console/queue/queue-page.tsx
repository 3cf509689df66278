import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRef } from "react";
import { useLocation, useSearchParams } from "wouter";
import type { EscalationState, Verdict } from "../../../http/contract.ts";
import { useEscalations, type QueueFilter } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Panel } from "../parts/panel.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { SafetyBanner } from "../shell/safety-banner.tsx";
import { EscalationDetail } from "./escalation-detail.tsx";
import { QueueEmpty, QueueList } from "./queue-list.tsx";
import { byUrgency } from "./urgency.ts";

const STATES: { value: EscalationState; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "claimed", label: "Claimed" },
  { value: "resolved", label: "Resolved" },
];
const VERDICTS: { value: Verdict | ""; label: string }[] = [
  { value: "", label: "Every verdict" },
  { value: "overridden", label: "Overridden" },
  { value: "granted", label: "Granted" },
  { value: "deferred", label: "Deferred" },
];

/** Who waits for a person, the most urgent first; the chosen one beside the list. */
export function QueuePage({ selected }: { selected: string | null }) {
  const [params, setParams] = useSearchParams();
  const [, go] = useLocation();
  const beside = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const filter = readFilter(params);
  const list = useEscalations(filter);
  const items = byUrgencyUnlessDone(filter, list.data?.items ?? []);
  const query = params.size > 0 ? `?${params}` : "";

  function set(name: string, value: string) {
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === "" || value === "open") next.delete(name);
      else next.set(name, value);
      return next;
    });
  }
  const side = useRef<HTMLDivElement>(null);
  function close() {
    side.current?.querySelector<HTMLElement>("[aria-current]")?.focus({ preventScroll: true });
    go(`/${query}`);
  }
  const detail = selected === null ? null : <EscalationDetail key={selected} id={selected} onClose={close} />;

  return (
    <div className={selected !== null && beside ? "queue queue-split" : "queue"}>
      <div className="queue-side" ref={side}>
        <Page
          title="Queue"
          wide
          lead="Who waits for a person. Safety first, then by the date we owe."
          actions={
            <div className="filters">
              <SegmentedControl size="xs" aria-label="State" data={STATES} value={filter.state ?? "open"} onChange={(state) => set("state", state)} />
              <NativeSelect
                size="xs"
                aria-label="Verdict"
                data={VERDICTS}
                value={filter.verdict ?? ""}
                onChange={(event) => set("verdict", event.currentTarget.value)}
              />
            </div>
          }
        >
          {list.isPending ? <Loading /> : null}
          {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
          {list.data && items.length === 0 ? <QueueEmpty state={filter.state ?? "open"} filtered={filter.verdict !== undefined} /> : null}
          {items.length > 0 ? <QueueList items={items} selected={selected} query={query} /> : null}
        </Page>
      </div>
      {beside ? (
        detail
      ) : (
        <Panel name="Escalation" opened={selected !== null} onClose={close} side="right" size="100%">
          <SafetyBanner />
          {detail}
        </Panel>
      )}
    </div>
  );
}

function readFilter(params: URLSearchParams): QueueFilter {
  const state = STATES.find(({ value }) => value === params.get("state"))?.value ?? "open";
  const verdict = VERDICTS.find(({ value }) => value !== "" && value === params.get("verdict"))?.value;
  return { state, ...(verdict ? { verdict } : {}) };
}

/** What is done has no urgency: there the newest comes first, as the server sends it. */
function byUrgencyUnlessDone<E extends Parameters<typeof byUrgency>[0][number]>(filter: QueueFilter, items: E[]): E[] {
  return filter.state === "resolved" ? items : byUrgency(items);
}
