import { createCounting, livesOf, peopleOf } from "../../care/index.ts";
import { readRulebook, RulebookError, TONGUE_IN_CHEEK, type Book } from "../../rulebook/index.ts";
import { ForecastMisused, type Forecast } from "../forecast.ts";
import { BOOK_DAYS, BOOK_YEARS, bookFigures, type BookFigures } from "./compare.ts";

const row = (name: string, ...cells: string[]) => `${name.padEnd(46)}${cells.map((cell) => cell.padStart(20)).join("")}`;

/** One line for each figure, the books side by side. */
function inWords(figures: BookFigures[], currency: string): string[] {
  const line = (name: string, of: (one: BookFigures) => number | bigint | string) => row(name, ...figures.map((one) => String(of(one))));
  const money = (amount: bigint) => `${(amount / 1_000_000n).toString()}.${((amount / 10_000n) % 100n).toString().padStart(2, "0")} ${currency}`;
  return [
    line(`alerts, in the last ${BOOK_DAYS} days`, ({ alerts }) => alerts.fired),
    line("  about so many customers", ({ alerts }) => alerts.customers),
    line("  with so many people", ({ alerts }) => alerts.people),
    line("thank-yous in that time, had all agreed", ({ thanks }) => thanks.sent),
    line("  to so many customers", ({ thanks }) => thanks.customers),
    line("  what they cost", ({ thanks }) => money(thanks.cost)),
    line(`discounts granted in ${BOOK_YEARS} years`, ({ discounts }) => money(discounts.granted)),
    line("  lost through incidents", ({ discounts }) => money(discounts.lost)),
    line("  by so many customers", ({ discounts }) => discounts.customers),
    line("  with so many people", ({ discounts }) => discounts.people),
    line("may be spent on serving who pays, a month", ({ serving }) => money(serving)),
  ];
}

/** What another rulebook would have done to our customers, beside the one in use. */
export const booksForecast: Forecast = {
  help: `Usage: npm run standin -- forecast books [--other FILE] [--json]

What your rulebook and another one would have done to your own customers: alerts, thank-yous, discounts and their loss, and how many people that is.
Without --other it is the rulebook that takes the idea of selecting customers to the letter (rulebooks/tongue-in-cheek.yaml). Nothing is written.

  --other FILE  another rulebook
  --json        one report as JSON`,
  options: { other: { type: "string" } },
  async run({ other }, { book, db, now }) {
    const mine = await book();
    const theirs = await read(typeof other === "string" ? other : TONGUE_IN_CHEEK);
    const house = await db();
    if (typeof house === "string") return { report: null, lines: [house] };
    const { timeZone, currency } = mine.business;
    const counting = createCounting({ db: house, clock: { now: () => now } });
    const rooms = { counting, now, lives: await livesOf(house, { timeZone, now }), people: await peopleOf(house) };
    const figures = [await bookFigures(mine, rooms), await bookFigures(theirs, rooms)];
    const report = JSON.parse(JSON.stringify(figures, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))) as unknown;
    return { report, lines: [row("", "your rulebook", "the other one"), ...inWords(figures, currency)] };
  },
};

async function read(file: string): Promise<Book> {
  try {
    return (await readRulebook(file)).book;
  } catch (error) {
    throw error instanceof RulebookError ? new ForecastMisused(error.message) : error;
  }
}
