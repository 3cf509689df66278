import type { App } from "../../../src/app.ts";
import { report, type Told } from "./told.ts";

const TABLES = ["transfers", "postings", "holds", "hold_ends"];

/** Every row of the ledger that was ever seen is there as it was. Looked at during the story too: a row may be touched and touched again. */
export async function neverChange(told: Told): Promise<void> {
  for (const table of TABLES) {
    const rows = await told.raw.query<{ line: string }>(`select md5(x::text) as line from ${table} x`, [], `simulation_lines_${table}`);
    const lines = new Set(rows.map((row) => row.line));
    const gone = [...(told.ledger.get(table) ?? [])].filter((line) => !lines.has(line));
    if (gone.length > 0) report(told, "4 ledger rows never change", `${table}: ${gone.length} rows`);
    told.ledger.set(table, lines);
  }
}

/** The ledger's own check, which an owner runs: it recomputes everything and looks at each seal. */
export async function checkOwnBooks(told: Told, { rooms }: App): Promise<void> {
  const { balanced, differences } = await rooms.ledger.check();
  if (!balanced) report(told, "4 the ledger finds itself whole", differences.slice(0, 3));
}
