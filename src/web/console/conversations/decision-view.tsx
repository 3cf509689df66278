import { Link } from "wouter";
import type { Decision } from "../../../http/contract.ts";
import { Tag, type Tone } from "../parts/badges.tsx";
import { Clock } from "../parts/time.tsx";
import { spoken } from "../parts/words.ts";

const TONES: Record<string, Tone> = {
  granted: "green",
  pass: "green",
  admitted: "green",
  quiet: "green",
  deferred: "amber",
  joined: "amber",
  again: "amber",
  fallback: "amber",
  refused: "amber",
  overridden: "red",
  firing: "red",
};

/** What a policy decided: the verdict, why, and on request what it saw. Closed, it is one line. */
export function DecisionView({ decision, open = false }: { decision: Decision; open?: boolean }) {
  if (!open) {
    return (
      <details className="decision">
        <summary>
          <Verdict decision={decision} />
        </summary>
        <Reasons decision={decision} />
        <Facts decision={decision} />
      </details>
    );
  }
  return (
    <div className="decision">
      <p className="decision-head">
        <Verdict decision={decision} />
        <span className="quiet small">
          <Clock at={decision.at} />
        </span>
      </p>
      <Reasons decision={decision} />
      <details>
        <summary>Facts that it saw</summary>
        <Facts decision={decision} />
      </details>
    </div>
  );
}

function Verdict({ decision }: { decision: Decision }) {
  // a verdict may be a name, e.g. of a model: only plain codes are spoken
  const verdict = /^[a-z_]+$/.test(decision.verdict) ? spoken(decision.verdict) : decision.verdict;
  return (
    <>
      <span className="decision-policy">{spoken(decision.policy)}</span> <Tag tone={TONES[decision.verdict] ?? "grey"}>{verdict}</Tag>
    </>
  );
}

function Facts({ decision }: { decision: Decision }) {
  return (
    <dl className="pairs facts">
      {Object.entries(decision.facts).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      <dt>rulebook</dt>
      <dd className="code">{decision.rulebook}</dd>
      <dt>decision</dt>
      <dd className="code">{decision.id}</dd>
    </dl>
  );
}

function Reasons({ decision }: { decision: Decision }) {
  if (decision.reasons.length === 0) return <p className="quiet">No reason was recorded.</p>;
  return (
    <ul className="reasons">
      {decision.reasons.map((reason) => (
        <li key={reason.code}>
          {reason.text} <span className="code quiet">{reason.code}</span>
        </li>
      ))}
    </ul>
  );
}

const PLACES: Record<string, string> = { customer: "/customers/", conversation: "/conversations/", escalation: "/escalations/" };

function Fact({ name, value }: { name: string; value: unknown }) {
  const place = PLACES[name];
  return (
    <>
      <dt>{spoken(name)}</dt>
      <dd className={typeof value === "number" ? "number" : "code"}>
        {place !== undefined && typeof value === "string" ? <Link href={`${place}${encodeURIComponent(value)}`}>{value}</Link> : factInWords(value)}
      </dd>
    </>
  );
}

/** Facts are ids and numbers; whatever else a policy keeps is shown as it was stored. */
export function factInWords(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
  if (typeof value === "string") return value === "" ? "empty" : value;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(factInWords).join(", ");
  return JSON.stringify(value);
}
