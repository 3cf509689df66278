/** The sentence model runs in a thread that may die or hang. Nobody who asks a question may wait for it, or meet its error. */
import { afterEach, expect, test, vi } from "vitest";
import { localEmbedder } from "../../src/avatar/index.ts";

const warn = vi.fn<(fields: object, line: string) => void>();
const open: { close(): Promise<void> }[] = [];
const LONG = 20_000; // never reached in a test that goes well

function fragile(given: { questionMs?: number; stalledMs?: number; restMs?: number }) {
  const embedder = localEmbedder({
    log: { warn: warn as never },
    worker: new URL("./threads/fragile.ts", import.meta.url),
    questionMs: LONG,
    stalledMs: LONG,
    restMs: LONG,
    ...given,
  });
  open.push(embedder);
  return embedder;
}

afterEach(async () => {
  for (const embedder of open.splice(0)) await embedder.close();
  warn.mockClear();
});

test("a thread that dies takes its question's vector along and nothing else; who asks after its rest gets a new thread", async () => {
  const embedder = fragile({ restMs: 1 });
  const [first = 0] = (await embedder.question("hello")) ?? [];
  const passage = embedder.passage("die");
  await expect(passage).rejects.toThrow("the sentence model is lost");
  expect(warn).toHaveBeenCalledWith(expect.objectContaining({ reason: "its thread has ended" }), expect.any(String));
  const again = await vi.waitUntil(async () => embedder.question("hello"), { timeout: LONG });
  expect(again[0]).toBeGreaterThan(first);
});

test("after a thread was lost nobody is kept waiting while it rests", async () => {
  const embedder = fragile({});
  await expect(embedder.passage("die")).rejects.toThrow();
  expect(await embedder.question("hello")).toBeUndefined();
  await expect(embedder.passage("hello")).rejects.toThrow("rests");
});

test("a question does not wait for a thread that hangs, and the thread is given up", async () => {
  const embedder = fragile({ questionMs: 20, stalledMs: 200 });
  expect(await embedder.question("hang")).toBeUndefined();
  expect(await embedder.question("hello")).toBeUndefined();
  await vi.waitUntil(() => warn.mock.calls.some(([fields]) => (fields as { reason?: string }).reason === "a sentence took too long"), { timeout: LONG });
  await expect(fragile({ stalledMs: 200 }).passage("hang")).rejects.toThrow("a sentence took too long");
});

test("when more ask at once than can be served soon, those who come last do not wait", async () => {
  const embedder = fragile({ stalledMs: 300 });
  const [first, ...others] = Array.from({ length: 8 }, (_, i) => embedder.question(i === 0 ? "hang" : "hello"));
  // One is under way and five wait; the others know at once, long before the thread is given up.
  expect(await Promise.all(others.slice(-2))).toEqual([undefined, undefined]);
  expect(warn).not.toHaveBeenCalled();
  expect(await first).toBeUndefined();
});

test("a question goes before all the passages that wait", async () => {
  const embedder = fragile({});
  const order: string[] = [];
  const note = (name: string) => (): void => void order.push(name);
  await Promise.all([...["a", "b", "c"].map((name) => embedder.passage(name).then(note(name))), embedder.question("?").then(note("?"))]);
  // The first passage was under way already.
  expect(order).toEqual(["a", "?", "b", "c"]);
});

test("what the model refuses is no vector, and costs nobody else theirs", async () => {
  const embedder = fragile({});
  await expect(embedder.passage("refuse")).rejects.toThrow("these are no words");
  expect(await embedder.question("refuse")).toBeUndefined();
  expect(await embedder.question("hello")).toBeDefined();
});

test("the real model, out of its package: a question is nearer to what it means than to what shares its words", { timeout: 120_000 }, async () => {
  const embedder = localEmbedder({ log: { warn: warn as never }, questionMs: 100_000, stalledMs: 100_000 });
  open.push(embedder);
  const near = (a: Float32Array, b: Float32Array): number => a.reduce((sum, number, i) => sum + number * (b[i] as number), 0);
  const question = (await embedder.question("How old are you?")) as Float32Array;
  const meant = await embedder.passage("What is your age?");
  const alike = await embedder.passage("How are the old servers?");
  expect(question).toHaveLength(embedder.dimensions);
  expect(near(question, question)).toBeCloseTo(1, 4);
  expect(near(question, meant)).toBeGreaterThan(near(question, alike) + 0.1);
});
