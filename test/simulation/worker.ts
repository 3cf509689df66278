import { openStage, tellStory, type Options, type Report } from "./story.ts";

/** Tells the stories that it is asked for, one after the other. A process of its own: a planted mistake stays in it. */

export type Order = { seed: number; options: Options };
export type Answer = Omit<Report, "trace"> & { trace: string[] | undefined; ms: number };

const LAST_LINES = 60;

async function migrations(): Promise<string | undefined> {
  if (process.env["STANDIN_PLANTED_BUG"] === undefined) return undefined;
  const { plantedMigrations } = await import("./bugs/plant.ts");
  return plantedMigrations();
}

const stage = await openStage(await migrations());
process.on("message", (order: Order) => {
  const began = performance.now();
  void tellStory(stage, order.seed, order.options).then(({ trace, ...report }) => {
    const kept = order.options.whole ? trace : report.violations.length > 0 ? trace.slice(-LAST_LINES) : undefined;
    process.send?.({ ...report, trace: kept, ms: performance.now() - began } satisfies Answer);
  });
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
