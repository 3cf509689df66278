import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Options } from "./story.ts";
import type { Answer } from "./worker.ts";

/** Many stories, on several processors. */
export type Run = {
  seeds: number;
  from: number;
  jobs: number;
  options?: Options;
  /** one of bugs/bugs.ts, planted in all processes */
  bug?: string;
  /** the dump of an embedded database with all tables: with it, a process is there sooner */
  template?: string | undefined;
  /** where its processes believe to be; left out, where this one is */
  place?: { TZ?: string; LANG?: string };
  /** hears of each story; true ends the run */
  told?: (answer: Answer) => boolean | void;
};

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const OPTIMISE_SOON = "--wasm-tiering-budget=200000"; // the embedded database is most of the work: a fifth less of it than with the default
const STORIES_OF_A_PROCESS = 100; // each leaves some megabytes in the embedded database, tables emptied or not
const PLANT = new URL("./bugs/plant.ts", import.meta.url).href;

const SILENT_MS = 5 * 60_000; // a story takes seconds
const MOST_TRIES = 40; // to make a story smaller,
const MOST_TRYING_MS = 2 * 60_000; // and the longest
const CONVERSATIONS = 20;

/** Tells the stories `from` to `from + seeds - 1`. Resolves to all of them in the order of their seeds. */
export async function simulate(run: Run): Promise<Answer[]> {
  const { seeds, from, jobs, options = {}, told } = run;
  const answers: Answer[] = [];
  let next = from;
  let ended = false;
  await Promise.all(
    Array.from({ length: Math.min(jobs, seeds) }, async () => {
      const teller = await openTeller(run);
      try {
        while (!ended && next < from + seeds) {
          const answer = await teller.tell(next++, options);
          answers.push(answer);
          if (told?.(answer) === true) ended = true;
        }
      } finally {
        teller.close();
      }
    }),
  );
  return answers.sort((a, b) => a.seed - b.seed);
}

/** A process that tells one story after the other. One that dies or hangs is a broken story of its seed, and another takes its place. */
async function openTeller(where: Pick<Run, "bug" | "template" | "place">) {
  let child = await start(where);
  let count = 0;

  async function tell(seed: number, options: Options): Promise<Answer> {
    if (++count % STORIES_OF_A_PROCESS === 0) await anew();
    const answer = answerOf(child, SILENT_MS);
    child.send({ seed, options });
    return (answer as Promise<Answer>).catch(async (error: Error) => {
      await anew();
      const violations = [{ invariant: "the story ends" as const, detail: `seed ${seed}: ${error.message}` }];
      return { seed, digest: "", conversations: 0, messages: 0, calls: 0, crashes: 0, steps: 0, violations, figure: undefined, trace: undefined, ms: 0 };
    });
  }

  async function anew(): Promise<void> {
    child.kill("SIGKILL");
    child = await start(where);
  }

  return { tell, close: () => void child.kill("SIGKILL") };
}

async function start({ bug, template, place }: Pick<Run, "bug" | "template" | "place">): Promise<ChildProcess> {
  const { PATH, HOME, TZ, LANG } = process.env;
  const given = { PATH, HOME, TZ, LANG, STANDIN_PLANTED_BUG: bug, STANDIN_SIMULATION_TEMPLATE: template, ...place };
  const child = fork(WORKER, [], {
    execArgv: [OPTIMISE_SOON, ...(bug === undefined ? [] : ["--import", PLANT])],
    env: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  await answerOf(child, SILENT_MS);
  return child;
}

/** The child's next word. Rejects with what it printed when it ends without one, or says nothing for too long. */
function answerOf(child: ChildProcess, withinMs: number): Promise<unknown> {
  let printed = "";
  const listen = (chunk: Buffer) => void (printed += chunk.toString());
  child.stderr?.on("data", listen);
  return new Promise((resolve, reject) => {
    const silent = setTimeout(() => over(`said nothing for ${withinMs / 60_000} minutes`), withinMs);
    const ended = () => over("ended by itself");
    const over = (what: string) => {
      clearTimeout(silent);
      reject(new Error(`the simulation ${what}\n${printed.slice(-4_000)}`));
    };
    child.once("exit", ended);
    child.once("message", (message) => {
      clearTimeout(silent);
      child.off("exit", ended);
      child.stderr?.off("data", listen);
      resolve(message);
    });
  });
}

/** The smallest story of this seed that was found to break the same promise. */
export type Smallest = { answer: Answer; options: Options; conversations: number };

/** Leaves out conversations, halves first and then one by one, as long as the rest still breaks the same promise. */
export async function smallest(broken: Answer, run: Pick<Run, "options" | "bug" | "template">): Promise<Smallest> {
  const invariant = broken.violations[0]?.invariant;
  const total = run.options?.conversations ?? (broken.conversations || CONVERSATIONS);
  const everybody = Array.from({ length: total }, (_, i) => i + 1);
  // As many as there were, said so: the crowd at the beginning is one only among many.
  const optionsOf = (kept: number[]): Options => ({ ...run.options, conversations: total, without: everybody.filter((one) => !kept.includes(one)) });
  let kept = everybody;
  let answer = broken;
  const until = performance.now() + MOST_TRYING_MS;
  let tries = 0;
  const teller = await openTeller(run);
  try {
    for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < kept.length && tries < MOST_TRIES && performance.now() < until; tries++) {
        const fewer = kept.toSpliced(at, size);
        const tried = await teller.tell(broken.seed, optionsOf(fewer));
        if (tried.violations.some((one) => one.invariant === invariant)) [kept, answer] = [fewer, tried];
        else at += size;
      }
    }
  } finally {
    teller.close();
  }
  return { answer, options: optionsOf(kept), conversations: kept.length };
}

/** The smallest story, to be read. */
export async function smallestStory(broken: Answer, run: Pick<Run, "options" | "bug" | "template">): Promise<string> {
  const { answer, conversations, options } = await smallest(broken, run);
  const invariant = broken.violations[0]?.invariant ?? "";
  const left = options.without?.length ? `, without the conversations ${options.without.join(", ")}` : "";
  return [
    `The smallest story of seed ${broken.seed} that breaks "${invariant}" has ${conversations} conversations${left}:`,
    answer.violations.find((one) => one.invariant === invariant)?.detail ?? "",
    "Its end:",
    ...(answer.trace ?? broken.trace ?? []),
  ].join("\n");
}
