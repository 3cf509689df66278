import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Rate, RateGroup, RateTable } from "../../../http/contract.ts";
import { useRates } from "../api/fairness.ts";
import { Tag } from "../parts/badges.tsx";
import { Page } from "../parts/page.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";
import { counted } from "../parts/words.ts";
import { groupName, RATE_KINDS, RATE_WORDS, rateInWords, READING_WORDS, TABLE_WORDS, type RateKind } from "./words.ts";

const SPANS = [30, 90, 365] as const;

/** Whom the rules hit: so that an owner sees if it is novices, or those who write in a language that is not theirs. */
export function FairnessPage() {
  const [days, setDays] = useState<number>(90);
  const query = useRates(days);
  return (
    <Page
      title="Fairness"
      lead="Whether your rules hit some people more often than others. Counted are people, not messages."
      actions={
        <NativeSelect
          aria-label="Over which time"
          data={SPANS.map((span) => ({ value: String(span), label: `the last ${span} days` }))}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
      }
    >
      <div className="sections">
        {query.isPending ? <Loading rows={4} height={72} /> : null}
        {query.isError && !query.data ? <Failed error={query.error} again={() => void query.refetch()} /> : null}
        {query.data ? <HowToRead least={query.data.least} /> : null}
        {query.data?.tables.map((table) => (
          <Groups key={table.by} table={table} least={query.data.least} />
        ))}
        <section className="card" aria-labelledby="redirected">
          <h2 id="redirected">Calls that went to the avatar</h2>
          <p className="quiet">None can be counted: conference calls do not come to the avatar yet.</p>
        </section>
      </div>
    </Page>
  );
}

function HowToRead({ least }: { least: number }) {
  return (
    <p className="section-note">
      The dark bar is the share that was counted, the line through it the bounds between which the truth lies 95 times in a hundred. Two groups differ only
      where their bounds do not touch; look at many groups and one of twenty stands out by chance. A group of fewer than {least} people is not shown, so that
      nobody is recognised.
    </p>
  );
}

function Groups({ table, least }: { table: RateTable; least: number }) {
  const { title, lead } = TABLE_WORDS[table.by];
  const { groups, small } = table;
  return (
    <section className="card" aria-labelledby={`rates-${table.by}`}>
      <h2 id={`rates-${table.by}`}>{title}</h2>
      <p className="quiet section-note">{lead}</p>
      {groups.length === 0 ? <p className="quiet">No group has so many people in this time that it could be shown; it takes {least}.</p> : null}
      <div className="rates">
        {groups.map((group) => (
          <Group key={groupName(group)} group={group} />
        ))}
      </div>
      {small > 0 ? (
        <p className="quiet small">
          {counted(small, "group")} {small === 1 ? "is" : "are"} not shown: too few people, or the difference would tell of a group of too few.
        </p>
      ) : null}
      {groups.length > 0 ? (
        <details>
          <summary className="small">The same as a table</summary>
          <Rows title={title} groups={groups} />
        </details>
      ) : null}
    </section>
  );
}

function Group({ group }: { group: RateGroup }) {
  return (
    <figure className="rates-group" aria-label={groupName(group)}>
      <figcaption>
        <strong>{groupName(group)}</strong> <span className="quiet">{counted(group.people, "person", "people")}</span>
      </figcaption>
      {RATE_KINDS.map((kind) => (
        <Bar key={kind} kind={kind} rate={group[kind]} />
      ))}
    </figure>
  );
}

/** A share with its bounds. What it says stands beside it in words. */
function Bar({ kind, rate }: { kind: RateKind; rate: Rate | null }) {
  const name = RATE_WORDS[kind];
  return (
    <div className="rates-row">
      <span className="rates-name">{name}</span>
      {rate ? <Drawn name={name} rate={rate} /> : <span className="rates-none quiet small">too few people to be shown</span>}
      {rate ? (
        <span className="rates-words small">
          {rate.count} of {rate.of} <Reading rate={rate} />
        </span>
      ) : null}
    </div>
  );
}

function Drawn({ name, rate }: { name: string; rate: Rate }) {
  const share = (rate.count / rate.of) * 100;
  const [low, high] = [rate.low * 100, rate.high * 100];
  return (
    <svg className="rates-bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={`${name}: ${rateInWords(rate)}`}>
      <rect className="rates-track" x="0" y="0" width="100" height="12" />
      <rect className="rates-share" x="0" y="0" width={share} height="12" />
      <path className="rates-bounds" d={`M${low},6 H${high} M${low},2.5 V9.5 M${high},2.5 V9.5`} />
    </svg>
  );
}

function Reading({ rate: { reading } }: { rate: Rate }) {
  if (reading === "like_others") return null;
  return <Tag tone={reading === "too_few" ? "grey" : "amber"}>{READING_WORDS[reading]}</Tag>;
}

function Rows({ title, groups }: { title: string; groups: RateGroup[] }) {
  const heads = [{ word: "Group" }, { word: "People", right: true }, ...RATE_KINDS.map((kind) => ({ word: RATE_WORDS[kind] })), { word: "To be read as" }];
  return (
    <Table label={title} heads={heads}>
      {groups.map((group) => (
        <Tr key={groupName(group)}>
          <Td label="Group">{groupName(group)}</Td>
          <Td label="People" right>
            {group.people}
          </Td>
          {RATE_KINDS.map((kind) => (
            <Td key={kind} label={RATE_WORDS[kind]}>
              {group[kind] ? rateInWords(group[kind]) : <span className="quiet">too few people</span>}
            </Td>
          ))}
          <Td label="To be read as">{readingOf(group)}</Td>
        </Tr>
      ))}
    </Table>
  );
}

/** "Asked for a person: more often than the others." */
function readingOf(group: RateGroup): string {
  const said = RATE_KINDS.flatMap((kind) => {
    const rate = group[kind];
    return rate && rate.reading !== "like_others" ? [`${RATE_WORDS[kind]}: ${READING_WORDS[rate.reading]}.`] : [];
  });
  return said.length === 0 ? "Nothing stands out." : said.join(" ");
}
