import type { DecisionRow } from "../../../src/rulebook/index.ts";
import type { HouseProcess } from "../house-process.ts";
import { report, type Told } from "./told.ts";

/** Every decision on record, taken again from its facts under the book of its time, comes out the same. */
export async function checkDecisions(told: Told, house: HouseProcess): Promise<void> {
  const rows = await told.raw.query<DecisionRow>("select id, policy, verdict, reasons, facts, rulebook, turn, at from decisions order by id");
  for (const row of rows) {
    const again = await house.app.rooms.rulebook.replayDecision(row);
    if (!again?.same) report(told, "8 a decision replays", { ...row, again: again?.decision });
  }
}
