import { createHash } from "node:crypto";
import type { Queryable } from "../../platform/database.ts";
import { dateIn, type ClaimsHistory, type Fault, type Incident, type IncidentKind, type Scheme } from "../../policies/index.ts";

/** What is stored of no-claims discounts, and the history that a level is computed from. */

/** How a customer stood when they were last looked at. */
export type Standing = {
  customer: string;
  scheme: Scheme;
  version: string;
  enrolled_at: Date;
  level: string;
  changes: number;
  settled_at: Date;
};

export type IncidentRow = {
  id: string;
  customer: string;
  kind: IncidentKind;
  security: boolean;
  escalation: string | null;
  conversation: string | null;
  happened_at: Date;
  recorded_at: Date;
  recorded_by: string | null;
  deadline: Date;
  cost: bigint;
  rulings: { class: Fault; at: string; by: string | null }[];
};

export type ChangeRow = {
  id: string;
  customer: string;
  place: number;
  cause: string;
  from_level: string;
  to_level: string;
  from_discount: number;
  to_discount: number;
  incidents: string[];
  amount: bigint;
  transfers: string[];
  decision: string;
  version: string;
  at: Date;
};

export type ContractRow = { id: string; fee: bigint; currency: string; starts_on: string; recorded_at: Date };

export const INCIDENTS = `select i.*, coalesce((select jsonb_agg(jsonb_build_object('class', r.class, 'at', r.at, 'by', r.ruled_by) order by r.place)
  from incident_rulings r where r.incident = i.id), '[]'::jsonb) as rulings from incidents i`;

/** The name of exactly this scheme: the first 16 hex digits of its SHA-256. */
export function versionOf(scheme: Scheme): string {
  return createHash("sha256").update(JSON.stringify(scheme)).digest("hex").slice(0, 16);
}

export async function contractOf(tx: Queryable, customer: string): Promise<ContractRow | undefined> {
  const [row] = await tx.query<ContractRow>(
    "select id, fee, currency, to_char(starts_on, 'YYYY-MM-DD') as starts_on, recorded_at from contracts where customer = $1",
    [customer],
  );
  return row;
}

export async function incidentsOf(tx: Queryable, customer: string): Promise<IncidentRow[]> {
  return tx.query<IncidentRow>(`${INCIDENTS} where i.customer = $1 order by i.happened_at, i.id`, [customer]);
}

/** All that a customer's level is computed from. */
export async function historyOf(tx: Queryable, customer: string, timeZone: string): Promise<ClaimsHistory> {
  const past = await tx.query<{ starts_on: string; ended_at: Date }>(
    "select to_char(starts_on, 'YYYY-MM-DD') as starts_on, ended_at from past_contracts where customer = $1 order by starts_on, ended_at",
    [customer],
  );
  const present = await contractOf(tx, customer);
  const cover = past.map(({ starts_on, ended_at }) => ({ from: starts_on, to: later(starts_on, dateIn(ended_at.getTime(), timeZone)) as string | null }));
  if (present) cover.push({ from: later(present.starts_on, cover.at(-1)?.to ?? ""), to: null });
  return { timeZone, cover, incidents: (await incidentsOf(tx, customer)).map(incidentOf) };
}

const later = (a: string, b: string): string => (a > b ? a : b);

export function incidentOf(row: IncidentRow): Incident {
  return {
    id: row.id,
    kind: row.kind,
    at: row.happened_at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    cost: row.cost,
    security: row.security,
    deadline: row.deadline.getTime(),
    rulings: row.rulings.map((ruling) => ({ class: ruling.class, at: Date.parse(ruling.at) })),
  };
}

/** The history as it was known at a moment: a contract that ends later has no end yet. */
export function knownAt(history: ClaimsHistory, moment: number, endOf: (day: string) => number): ClaimsHistory {
  const cover = history.cover.map((one) => (one.to !== null && endOf(one.to) > moment ? { ...one, to: null } : one));
  return { ...history, cover };
}
