import type { CSSProperties } from "react";
import { Link } from "wouter";
import type { Incident, NoClaimsDetail } from "../../../http/contract.ts";
import { calendarDate } from "../parts/when.ts";
import { Table, Td, Tr } from "../parts/table.tsx";
import { CAUSE_WORDS, FAULT_WORDS, percentOf } from "./words.ts";

type Steps = NoClaimsDetail["timeline"];
type Frame = { from: number; to: number; least: number; most: number };

/** Where a moment and a discount lie in the chart, in percent of its width and height. */
const across = ({ from, to }: Frame, at: number) => (Math.min(Math.max(at - from, 0), to - from) / (to - from)) * 100;
const down = ({ least, most }: Frame, discount: number) => 100 - ((discount - least) / (most - least)) * 100;

/** A customer's discount over the years with the incidents: a line for the eye, and the same as a table for everybody. */
export function Timeline({ detail, now }: { detail: NoClaimsDetail; now: number }) {
  const { timeline, incidents, levels } = detail;
  const first = timeline[0];
  if (!first || levels.length === 0) return null;
  const discounts = levels.map(({ discount }) => discount);
  const frame = { from: Date.parse(first.at), to: Math.max(now, Date.parse(first.at) + 1), least: Math.min(...discounts), most: Math.max(...discounts) };
  const last = timeline.at(-1) ?? first;
  return (
    <figure className="timeline" aria-label="The discount over the years, with the incidents">
      <p className="timeline-end small quiet" aria-hidden="true">
        {percentOf(frame.most)}
      </p>
      <div className="timeline-plot">
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={`From ${percentOf(first.discount)} on ${calendarDate(first.at)} to ${percentOf(last.discount)} now; ${incidents.length} incidents.`}
        >
          <path className="timeline-area" d={`${line(timeline, frame)} V100 H0 Z`} />
          <path className="timeline-line" d={line(timeline, frame)} />
        </svg>
        {incidents.map((incident) => (
          <Mark key={incident.id} incident={incident} left={across(frame, Date.parse(incident.happenedAt))} />
        ))}
      </div>
      <p className="timeline-end small quiet" aria-hidden="true">
        {percentOf(frame.least)}
      </p>
      <p className="timeline-years small quiet" aria-hidden="true">
        <span>{calendarDate(first.at)}</span>
        <span>today</span>
      </p>
      <figcaption>
        <details>
          <summary className="small">The same as a table</summary>
          <Rows timeline={timeline} incidents={incidents} />
        </details>
      </figcaption>
    </figure>
  );
}

/** A staircase: a level holds until the next one. */
function line(timeline: Steps, frame: Frame): string {
  const [first, ...rest] = timeline.map(({ at, discount }) => ({ x: across(frame, Date.parse(at)).toFixed(2), y: down(frame, discount).toFixed(2) }));
  return `M${first?.x ?? 0},${first?.y ?? 100} ${rest.map(({ x, y }) => `H${x} V${y}`).join(" ")} H100`;
}

function Mark({ incident, left }: { incident: Incident; left: number }) {
  const counts = incident.fault === "customer" || incident.fault === "still_unknown" || incident.fault === "shared";
  const words = `${incident.kind}, ${calendarDate(incident.happenedAt)}: ${FAULT_WORDS[incident.fault]}`;
  return (
    <span
      className={counts ? "timeline-mark timeline-counts" : "timeline-mark"}
      style={{ "--at": `${left}%` } as CSSProperties}
      title={words}
      aria-hidden="true"
    />
  );
}

function Rows({ timeline, incidents }: { timeline: Steps; incidents: Incident[] }) {
  const rows = [
    ...timeline.map(({ at, level, discount, cause }) => ({
      at,
      what: CAUSE_WORDS[cause] ?? cause,
      conversation: null,
      level: `${level} (${percentOf(discount)})`,
    })),
    ...incidents.map(({ happenedAt, kind, fault, security, conversation }) => ({
      at: happenedAt,
      what: `${kind}${security ? ", a security report" : ""}: ${FAULT_WORDS[fault]}`,
      conversation,
      level: "",
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <Table label="Levels and incidents" heads={[{ word: "Date" }, { word: "What happened" }, { word: "Level" }]}>
      {rows.map(({ at, what, conversation, level }, i) => (
        <Tr key={`${at}/${i}`}>
          <Td label="Date">{calendarDate(at)}</Td>
          <Td label="What happened">{conversation ? <Link href={`/conversations/${conversation}`}>{what}</Link> : what}</Td>
          <Td label="Level">{level === "" ? <span className="quiet">–</span> : level}</Td>
        </Tr>
      ))}
    </Table>
  );
}
