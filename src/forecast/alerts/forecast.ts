import { createCounting } from "../../care/index.ts";
import { ForecastMisused, type Forecast } from "../forecast.ts";
import { figures } from "./figures.ts";
import { outlookOf } from "./ours.ts";
import { figuresInWords, outlooksInWords } from "./words.ts";

/** What call-frequency alerts do: published figures from a seed and, with a database, what the rules would do to our customers. */
export const alertsForecast: Forecast = {
  help: `Usage: npm run standin -- forecast alerts [--rule NAME] [--seed N] [--json]

What the detectors of alerts do to made-up customers who are well, and to one whose matters have tripled, from a seed: the same seed gives the
same figures. With a database, also what each rule of your rulebook would do to your own customers: the false alarms that you have to expect in
a month, and what it would have fired on in the last six months. Nothing is written, nobody is told.

  --rule NAME   this rule alone
  --seed N      another seed (1)
  --json        one report as JSON`,
  options: { rule: { type: "string" } },
  async run({ rule }, { seed, book, db, now }) {
    const rules = (await book()).alerts.filter(({ id }) => rule === undefined || id === rule);
    if (rules.length === 0) throw new ForecastMisused(`The rulebook has no alert "${String(rule)}".`);
    const made = figures(seed);
    const house = await db();
    const ours = typeof house === "string" ? null : await outlookOf(rules, { counting: createCounting({ db: house, clock: { now: () => now } }), now, seed });
    const lines = [...figuresInWords(made), ...(typeof house === "string" ? ["", house] : outlooksInWords(ours ?? []))];
    return { report: { figures: made, ours }, lines };
  },
};
