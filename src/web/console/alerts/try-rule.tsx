import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import type { AlertForecast } from "../../../http/contract.ts";
import { useForecastAlert } from "../api/writes.ts";
import { Page } from "../parts/page.tsx";
import { Refused } from "../parts/states.tsx";
import { exact } from "../parts/when.ts";
import { counted } from "../parts/words.ts";
import { DETECTORS, FIRST, fieldsOf, ruleErrors, yamlOf, type Detector, type RuleDraft } from "./rule-draft.ts";

/** What a rule would do to our customers, before it is saved. It is saved by whoever may write the rulebook: policies.yaml is a file. */
export function TryRulePage() {
  const forecast = useForecastAlert();
  const [draft, setDraft] = useState<RuleDraft>(FIRST);
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState<{ yaml: string; answer: AlertForecast }>();
  const errors = ruleErrors(draft);
  const stale = asked !== undefined && asked.yaml !== yamlOf(draft);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    const yaml = yamlOf(draft);
    forecast.run({ yaml }).then(
      (answer) => setAsked({ yaml, answer }),
      () => undefined, // shown from `error`
    );
  }
  return (
    <Page
      title="Try an alert rule"
      lead="What a rule would do to your customers, before you save it. Nothing is written, and nobody is told."
      actions={<Link href="/alerts">Back to the alerts</Link>}
    >
      <div className="try-rule">
        <form className="card form" onSubmit={submit} noValidate aria-label="The rule">
          <RuleFields draft={draft} errors={tried ? errors : {}} change={setDraft} />
          <Refused error={forecast.error} />
          <div className="row">
            <Button type="submit" loading={forecast.busy}>
              Show what it would do
            </Button>
          </div>
        </form>
        <section className="card" aria-label="To save it">
          <h2>To save it</h2>
          <p className="quiet small">
            Put these lines under <span className="code">alerts:</span> in policies.yaml; the service takes them over within seconds.
          </p>
          <pre className="code paste" tabIndex={0} aria-label="The lines for policies.yaml">
            {yamlOf(draft)}
          </pre>
        </section>
      </div>
      <div aria-live="polite">{asked ? <Outlook answer={asked.answer} stale={stale} /> : null}</div>
    </Page>
  );
}

type FieldsProps = { draft: RuleDraft; errors: Partial<Record<keyof RuleDraft, string>>; change(next: RuleDraft): void };

function RuleFields({ draft, errors, change }: FieldsProps) {
  const set = (name: keyof RuleDraft) => (event: { currentTarget: { value: string } }) => change({ ...draft, [name]: event.currentTarget.value });
  const detectors = Object.entries(DETECTORS).map(([value, { word }]) => ({ value, label: word }));
  return (
    <>
      <TextInput label="Name" value={draft.id} error={errors.id} onChange={set("id")} />
      <div className="form-row">
        <NativeSelect
          label="Detector"
          description={DETECTORS[draft.detector].means}
          data={detectors}
          value={draft.detector}
          onChange={(event) => change({ ...draft, detector: event.currentTarget.value as Detector })}
        />
        <NativeSelect
          label="What is counted"
          description="Never messages, never what we caused."
          data={[
            { value: "episodes", label: "Matters with their follow-ups" },
            { value: "organised_calls", label: "Calls they organised" },
          ]}
          value={draft.counts}
          onChange={set("counts")}
        />
      </div>
      <div className="form-row">
        {fieldsOf(draft).map(({ name, label, hint }) => (
          <TextInput key={name} label={label} description={hint} inputMode="decimal" value={draft[name]} error={errors[name]} onChange={set(name)} />
        ))}
      </div>
    </>
  );
}

function Outlook({ answer, stale }: { answer: AlertForecast; stale: boolean }) {
  const { falseAlarmsPerMonth: alarms, customers, wouldHaveFired } = answer;
  return (
    <section className={`card outlook${stale ? " stale" : ""}`} aria-label="What it would do">
      <h2>What it would do{stale ? " (before your last change)" : ""}</h2>
      <dl className="figures">
        <div>
          <dt>False alarms to expect</dt>
          <dd>
            <strong>{alarms.toLocaleString("en-GB", { maximumFractionDigits: alarms < 10 ? 1 : 0 })}</strong> a month
          </dd>
          <dd className="quiet small">if none of {counted(customers, "customer")} changed: a simulation, the same each time</dd>
        </div>
        <div>
          <dt>In the last six months</dt>
          <dd>
            it would have fired <strong>{counted(wouldHaveFired.length, "time")}</strong>
          </dd>
          <dd className="quiet small">what we caused and safety reports left out</dd>
        </div>
      </dl>
      {wouldHaveFired.length > 0 ? <PastTable answer={answer} /> : null}
    </section>
  );
}

function PastTable({ answer }: { answer: AlertForecast }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="What it would have fired on">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col" className="right">
              Counted
            </th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {answer.wouldHaveFired.map(({ customer, at, until, value, limit, expected, days }) => (
            <tr key={`${customer.id} ${at}`}>
              <td>
                <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
              </td>
              <td>
                <Day at={at} />
              </td>
              <td>{until === null ? "still" : <Day at={until} />}</td>
              <td className="right number">
                {value} in {counted(days, "day")}
              </td>
              <td>{expected === null ? `at most ${limit}` : `${expected.toLocaleString("en-GB", { maximumFractionDigits: 1 })} usual`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {at.slice(0, 10)}
    </time>
  );
}
