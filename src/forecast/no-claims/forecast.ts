import { costOnOurs, PAST_YEARS, schemeFigures, USUAL_RATE, type SchemeFigures } from "../../care/index.ts";
import type { Scheme } from "../../policies/index.ts";
import { findScheme, presets, SchemeBroken } from "../../rulebook/index.ts";
import { ForecastMisused, type Forecast, type ForecastHouse } from "../forecast.ts";

const HELP = `Usage: npm run standin -- forecast no-claims [--scheme NAME|FILE] [--rate PERCENT] [--json]

What no-claims schemes give away, before you choose one: the mean discount in the long run, and what a customer would gain by hiding an
incident ("bonus hunger"), in percent of the fee of a period, counted from the next renewal on. Without --scheme all of them.

  --scheme NAME|FILE  one scheme: its name, or a file in the form of those in rulebooks/no-claims
  --rate PERCENT      how many periods of a hundred have an incident (20)`;

const RATE = /^\d{1,2}(\.\d{1,2})?$|^100$/;

async function run(values: Record<string, string | boolean | undefined>, house: ForecastHouse): Promise<{ report: unknown; lines: string[] }> {
  const asked = values["rate"] ?? String(USUAL_RATE);
  if (typeof asked !== "string" || !RATE.test(asked))
    throw new ForecastMisused(`--rate is a share of a hundred, such as 20, and not ${JSON.stringify(asked)}.`);
  const rate = Number(asked);
  const schemes = await chosen(values["scheme"], house);
  const figures = schemes.map((scheme) => schemeFigures(scheme, rate));
  const past = await pastOf(schemes, house);
  const lines = figures.length === 1 ? inDetail(figures[0] as SchemeFigures, rate) : inATable(figures, rate);
  return { report: { rate, schemes: figures, ...(past.costs ? { past: past.costs } : {}) }, lines: [...lines, "", ...past.lines] };
}

/** What these schemes would have cost with the owner's own customers; where there are none, why. */
async function pastOf(schemes: Scheme[], house: ForecastHouse) {
  const db = await house.db();
  if (typeof db === "string") return { lines: [db] };
  const { business } = await house.book();
  const costs = await costOnOurs(db, schemes, { timeZone: business.timeZone, now: house.now, years: PAST_YEARS });
  const units = (micro: bigint) => (micro / 1_000_000n).toString();
  const lines = costs.map(({ scheme, discounts, fees }) => {
    const share = fees === 0n ? "0.00" : (Number((discounts * 10_000n) / fees) / 100).toFixed(2);
    return `  ${scheme.padEnd(16)} ${`${units(discounts)} ${business.currency}`.padStart(16)}  of ${units(fees)} in fees, ${share} %`;
  });
  return {
    costs: costs.map((one) => ({ ...one, discounts: one.discounts.toString(), fees: one.fees.toString() })),
    lines: [`With your ${costs[0]?.customers ?? 0} customers who pay a fee, over the last ${PAST_YEARS} years:`, ...lines],
  };
}

async function chosen(name: string | boolean | undefined, house: ForecastHouse): Promise<Scheme[]> {
  const schemes = (await house.book().catch(() => undefined))?.noClaims.schemes ?? presets;
  if (typeof name !== "string") return Object.values(schemes);
  try {
    return [await findScheme(schemes, name)];
  } catch (error) {
    throw error instanceof SchemeBroken ? new ForecastMisused(error.message) : error;
  }
}

function inATable(figures: SchemeFigures[], rate: number): string[] {
  const row = (...cells: string[]) => cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(18))).join("");
  const lines = figures.map(({ scheme, meanDiscount: mean, atBest, bonusHunger: hunger }) => {
    const most = Math.max(...hunger.map(({ forfeits }) => forfeits));
    const top = hunger.at(-1)?.forfeits ?? 0;
    return row(scheme, `${mean} %`, `${atBest} %`, `${top.toFixed(2)} %`, `${most.toFixed(2)} %`);
  });
  const head = row("scheme", "mean discount", "discount at best", "hiding at best", "hiding at most");
  return [
    `If ${rate} of 100 periods have an incident, in percent of the fee of a period. Hiding: what one incident forfeits, at the best level and at most.`,
    "",
    head,
    ...lines,
  ];
}

/** Coefficients have hundreds of levels: of these every tenth is shown. */
const MOST_SHOWN = 40;

function inDetail({ scheme, about, meanDiscount: mean, atBest, bonusHunger: hunger }: SchemeFigures, rate: number): string[] {
  const every = hunger.length > MOST_SHOWN ? 10 : 1;
  const rows = hunger
    .filter((_, i) => i % every === 0 || i === hunger.length - 1)
    .map(
      ({ level, forfeits, periods }) =>
        `  at ${level.padEnd(6)} ${`${forfeits.toFixed(2)} %`.padStart(10)}  of the fee of a period, over ${periods} ${periods === 1 ? "period" : "periods"}`,
    );
  return [
    `${scheme}: ${about}`,
    `Mean discount: ${mean} % of the fee, if ${rate} of 100 periods have an incident; ${atBest} % at best.`,
    "What one incident forfeits from the next renewal on, which is what hiding it would be worth:",
    ...rows.toReversed(),
  ];
}

export const noClaimsForecast: Forecast = { help: HELP, options: { scheme: { type: "string" }, rate: { type: "string" } }, run };
