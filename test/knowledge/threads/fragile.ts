// A sentence model that can be told to die or to hang: what a real one does when its memory runs out or its sums never end.
import { parentPort, threadId } from "node:worker_threads";

parentPort?.on("message", ({ id, text }: { id: number; text: string }) => {
  if (text === "die") process.exit(7);
  if (text === "hang") for (;;);
  if (text === "refuse") parentPort?.postMessage({ id, problem: "these are no words" });
  else parentPort?.postMessage({ id, vector: Float32Array.of(threadId, text.length) });
});
