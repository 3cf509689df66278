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
  template?: string;
  /** hears of each story; true ends the run */
  told?: (answer: Answer) => boolean | void;
};

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const OPTIMISE_SOON = "--wasm-tiering-budget=200000"; // the embedded database is most of the work: a fifth less of it than with the default
const STORIES_OF_A_PROCESS = 100; // each leaves some megabytes in the embedded database, tables emptied or not
const PLANT = new URL("./bugs/plant.ts", import.meta.url).href;

/** Tells the stories `from` to `from + seeds - 1`. Resolves to all of them in the order of their seeds. */
export async function simulate({ seeds, from, jobs, options = {}, bug, template, told }: Run): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = from;
  let ended = false;
  await Promise.all(
    Array.from({ length: Math.min(jobs, seeds) }, async () => {
      let child = await start(bug, template);
      try {
        for (let count = 1; !ended && next < from + seeds; count++) {
          if (count % STORIES_OF_A_PROCESS === 0) {
            child.kill("SIGKILL");
            child = await start(bug, template);
          }
          const answer = await tell(child, { seed: next++, options });
          answers.push(answer);
          if (told?.(answer) === true) ended = true;
        }
      } finally {
        child.kill("SIGKILL");
      }
    }),
  );
  return answers.sort((a, b) => a.seed - b.seed);
}

async function start(bug: string | undefined, template: string | undefined): Promise<ChildProcess> {
  const given = { STANDIN_PLANTED_BUG: bug, STANDIN_SIMULATION_TEMPLATE: template };
  const child = fork(WORKER, [], {
    execArgv: [OPTIMISE_SOON, ...(bug === undefined ? [] : ["--import", PLANT])],
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  await answerOf(child);
  return child;
}

function tell(child: ChildProcess, order: { seed: number; options: Options }): Promise<Answer> {
  const answer = answerOf(child);
  child.send(order);
  return answer as Promise<Answer>;
}

/** The child's next word. Rejects with what it printed when it ends without one. */
function answerOf(child: ChildProcess): Promise<unknown> {
  let printed = "";
  const listen = (chunk: Buffer) => void (printed += chunk.toString());
  child.stderr?.on("data", listen);
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`A simulation ended by itself:\n${printed.slice(-4_000)}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      child.stderr?.off("data", listen);
      resolve(message);
    });
  });
}

/** The smallest story of this seed that breaks the same promise: fewer conversations, a shorter time. */
export async function smallest(seed: number, invariant: string, options: Options, bug?: string): Promise<{ answer: Answer; options: Options } | undefined> {
  for (const size of [1, 2, 4, 8]) {
    for (const days of [2, 5]) {
      const smaller = { ...options, conversations: size, days };
      const [answer] = await simulate({ seeds: 1, from: seed, jobs: 1, options: smaller, ...(bug === undefined ? {} : { bug }) });
      if (answer?.violations.some((one) => one.invariant === invariant)) return { answer, options: smaller };
    }
  }
  return undefined;
}
