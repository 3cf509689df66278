import { openStage, tellStory, type Options, type Report } from "./story.ts";

/** Tells the stories that it is asked for, one after the other. A process of its own: a planted mistake stays in it. */

export type Order = { seed: number; options: Options };
export type Answer = Omit<Report, "trace"> & { trace: string[] | undefined; ms: number };

const LAST_LINES = 60;

/** Where the tables come from: a planted mistake may be in them. */
async function tables(): Promise<Parameters<typeof openStage>[0]> {
  const template = process.env["STANDIN_SIMULATION_TEMPLATE"];
  if (process.env["STANDIN_PLANTED_BUG"] === undefined) return { template };
  const { plantedMigrations } = await import("./bugs/plant.ts");
  const migrations = plantedMigrations();
  return migrations === undefined ? { template } : { migrations };
}

const stage = await openStage(await tables());
process.on("message", (order: Order) => {
  const began = performance.now();
  void tellStory(stage, order.seed, order.options).then(({ trace, ...report }) => {
    const kept = order.options.whole ? trace : report.violations.length > 0 ? trace.slice(-LAST_LINES) : undefined;
    process.send?.({ ...report, trace: kept, ms: performance.now() - began } satisfies Answer);
  });
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
