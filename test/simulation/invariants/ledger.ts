import type { App } from "../../../src/app.ts";
import { report, type Told } from "./told.ts";

const LINES = ["transfers", "postings", "holds", "hold_ends"]
  .map((table) => `select '${table}' as table, md5(x::text) as line from ${table} x`)
  .join(" union all ");

/** Every row of the ledger that was ever seen is there as it was: looked at during the story too, for a row may be touched and tidied away. */
export async function neverChange(told: Told): Promise<void> {
  const rows = await told.raw.query<{ table: string; line: string }>(LINES, [], "simulation_ledger_lines");
  const lines = new Map(rows.map(({ table, line }) => [line, table]));
  const gone = [...told.ledger].filter(([line]) => !lines.has(line)).map(([, table]) => table);
  if (gone.length > 0) report(told, "4 ledger rows never change", `of ${[...new Set(gone)].join(", ")}: ${gone.length} rows`);
  told.ledger = lines;
}

/** The ledger's own check, which an owner runs: it recomputes everything and looks at each seal. */
export async function checkOwnBooks(told: Told, { rooms }: App): Promise<void> {
  const { balanced, differences } = await rooms.ledger.check();
  if (!balanced) report(told, "4 the ledger finds itself whole", differences.slice(0, 3));
}
