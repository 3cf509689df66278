import type { Database } from "../platform/database.ts";
import type { Book } from "../rulebook/index.ts";

/** What a forecast may look at. Both are opened when they are asked for; a sentence instead of the database says why there is none. */
export type ForecastHouse = { seed: number; now: Date; book(): Promise<Book>; db(): Promise<Database | string> };

/** One kind of forecast: read-only, and the same for the same seed and data. */
export type Forecast = {
  help: string;
  /** beside --seed, --json and --help */
  options: Record<string, { type: "string" | "boolean" }>;
  /** @throws ForecastMisused when what was asked for is not there */
  run(values: Record<string, string | boolean | undefined>, house: ForecastHouse): Promise<{ report: unknown; lines: string[] }>;
};

/** What was asked for cannot be forecast; `message` is a sentence for people. */
export class ForecastMisused extends Error {
  readonly code = "forecast_misused";
}
