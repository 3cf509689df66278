import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { bugs } from "./bugs/bugs.ts";
import { CALM, ROUGH } from "./faults.ts";
import { figureText } from "./figure.ts";
import { huntingGround } from "./hunt.ts";
import { simulate, smallestStory } from "./simulate.ts";
import type { Options } from "./story.ts";
import type { Answer } from "./worker.ts";

const HELP = `npm run simulate -- [--seeds N] [--from N] [--months N] [--jobs N] [--replay SEED] [--bug NAME] [--rough]

Tells stories of a support team's life with everything that may go wrong in it, each from its seed, and checks every promise.
  --seeds N      how many stories (150)
  --from N       the first seed (1)
  --months N     how long each story is; left out, a fortnight
  --jobs N       how many at once; left out, one for each processor
  --replay SEED  tells one story and prints all that happens in it
  --bug NAME     with one of the planted mistakes of test/simulation/bugs/bugs.ts
  --rough        in the worst weather there is, as when mistakes are hunted
  --fair         in weather in which nothing goes wrong by itself
Exit codes: 0 every promise held, 1 one did not or the run ended early, 2 misused.`;

const DAYS_OF_A_MONTH = 30;

type Wanted = { seeds: number; from: number; jobs: number; options: Options; bug: string | undefined };

function wanted(): Wanted {
  const number = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: {
        seeds: number,
        from: number,
        months: number,
        jobs: number,
        replay: number,
        bug: { type: "string" },
        rough: { type: "boolean" },
        fair: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const whole = (name: "seeds" | "from" | "months" | "jobs" | "replay", otherwise: number) => {
      const given = values[name];
      if (given === undefined) return otherwise;
      if (!/^\d{1,9}$/.test(given) || Number(given) === 0) throw new Error(`--${name} ${given}: a whole number above 0, please.`);
      return Number(given);
    };
    const hunted = bugs.find(({ name }) => name === values.bug);
    const options: Options = {
      ...(values.months === undefined ? {} : { days: whole("months", 1) * DAYS_OF_A_MONTH }),
      ...(values.rough ? (hunted ? huntingGround(hunted) : { weather: ROUGH }) : values.fair ? { weather: CALM } : {}),
    };
    if (values.replay !== undefined) return { seeds: 1, from: whole("replay", 1), jobs: 1, options: { ...options, whole: true }, bug: values.bug };
    return { seeds: whole("seeds", 150), from: whole("from", 1), jobs: whole("jobs", availableParallelism()), options, bug: values.bug };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}

const { seeds, from, jobs, options, bug } = wanted();
const began = performance.now();
const broken: Answer[] = [];
let told = 0;
const answers = await simulate({
  seeds,
  from,
  jobs,
  options,
  ...(bug === undefined ? {} : { bug }),
  told(answer) {
    told++;
    if (answer.violations.length > 0) {
      broken.push(answer);
      console.log(`seed ${answer.seed}: ${answer.violations.map((one) => `${one.invariant} (${one.detail})`).join("\n  ")}`);
    }
    if (process.stderr.isTTY || told % 50 === 0)
      console.error(`${told} of ${seeds} stories, ${broken.length} broken, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  },
}).catch((error: Error) => {
  console.error(`Ended early, after ${told} of ${seeds} stories, ${broken.length} broken: ${error.message}`);
  process.exit(1);
});
if (options.whole) console.log(answers[0]?.trace?.join("\n"));
const sum = (of: (answer: Answer) => number) => answers.reduce((total, answer) => total + of(answer), 0);
const seconds = (performance.now() - began) / 1000;
console.log(
  `Seeds ${from} to ${from + seeds - 1}: ${sum((one) => one.conversations)} conversations, ${sum((one) => one.messages)} messages, ${sum((one) => one.calls)} calls of the model, ` +
    `${sum((one) => one.crashes)} crashes in ${seconds.toFixed(0)} s (${(sum((one) => one.conversations) / (sum((one) => one.ms) / 1000)).toFixed(1)} conversations a second and processor); ${broken.length} seeds broke a promise.`,
);
console.log(`\n${figureText(answers.flatMap(({ figure }) => figure ?? []))}`);
const first = broken[0];
if (first && !options.whole) {
  console.log(`\n${await smallestStory(first, { options, ...(bug === undefined ? {} : { bug }) })}`);
}
process.exitCode = broken.length > 0 ? 1 : 0;
