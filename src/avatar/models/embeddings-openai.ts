import OpenAI from "openai";
import { Agent } from "undici";
import { z } from "zod";
import type { Embedder } from "../../knowledge/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Log } from "../../platform/log.ts";
import { refused, unreachable } from "./failures.ts";
import { ModelFailure } from "./model.ts";
import type { OpenAISettings } from "./openai.ts";

/** The longest that a question waits for its vector: somebody waits for the answer to it. */
const QUESTION_MS = 1_500;
/** With so many under way the endpoint is slow, and one more would wait in vain. */
const MOST_QUESTIONS = 16;
/** After a failure nobody asks for so long: what refused or hung will do so again a moment later. */
const REST_MS = 30_000;
/** Passages in one request: endpoints take 2,048; fewer keep a failure cheap. */
const AT_ONCE = 64;
/** OpenAI's largest has 3,072. */
const MOST_DIMENSIONS = 8_192;
/** A number in JSON with its comma, generously. */
const BYTES_A_NUMBER = 32;
const BYTES_AROUND = 64 * 1024;

/** Believed only as numbers: what else an endpoint says is let go by. */
const answered = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(2).max(MOST_DIMENSIONS) })),
  usage: z.object({ prompt_tokens: z.unknown() }).optional().catch(undefined),
});

/**
 * What a call costs. `before` books the most that it can be, for a request of so many bytes, and resolves to what is told afterwards: the
 * tokens that were used as the endpoint said, 0 where nothing was sent, undefined where nobody knows. Rejects when the call may not be made.
 */
export type SearchCosts = { before(bytes: number): Promise<(tokens: unknown) => Promise<void>> };

type Given = OpenAISettings & { name: string; clock: Clock; costs: SearchCosts; log: Pick<Log, "warn">; questionMs?: number; restMs?: number };

/**
 * Vectors of an OpenAI-compatible endpoint, in any language it reads. It is sent the text alone: no customer, no user, no id. Redirects are
 * not followed, answers are read up to the length that their vectors can have. Whatever fails, words alone are searched.
 */
export function providerEmbedder(given: Given) {
  const { name, clock, log, timeoutMs, questionMs = QUESTION_MS, restMs = REST_MS } = given;
  const agent = new Agent({ connections: 8, keepAliveTimeout: 30_000 });
  const prepared = prepare(given);
  let resting = 0;
  let questions = 0;
  let dimensions: number | undefined;
  let waiting: { text: string; done(vector: Float32Array): void; failed(error: unknown): void }[] = [];

  async function ask(texts: string[], withinMs: number): Promise<Float32Array[]> {
    if (clock.now().getTime() < resting) throw new Error("the endpoint for vectors rests");
    const body = JSON.stringify({ model: name, input: texts, encoding_format: "float" });
    const settle = await given.costs.before(Buffer.byteLength(body));
    let tokens: unknown;
    try {
      const answer = await post(body, texts.length, withinMs);
      tokens = answer.usage?.prompt_tokens;
      return vectorsOf(answer.data, texts.length);
    } catch (error) {
      if (error instanceof ModelFailure && error.paid === "no") tokens = 0;
      resting = clock.now().getTime() + restMs;
      log.warn({ err: error, restMs }, "vectors cannot be had from the endpoint, words alone are searched");
      throw error;
    } finally {
      await settle(tokens);
    }
  }

  async function post(body: string, count: number, withinMs: number): Promise<z.output<typeof answered>> {
    const signal = AbortSignal.timeout(withinMs);
    const { url, headers } = await prepared;
    const answer = await agent
      .request({ origin: url.origin, path: url.pathname + url.search, method: "POST", headers, body, signal })
      .catch((error: unknown) => {
        throw unreachable(error);
      });
    if (answer.statusCode < 200 || answer.statusCode >= 300) {
      void answer.body.dump({ limit: BYTES_AROUND }).catch(() => undefined);
      throw refused(answer.statusCode, undefined);
    }
    const most = BYTES_AROUND + count * MOST_DIMENSIONS * BYTES_A_NUMBER;
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of answer.body as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > most) throw new ModelFailure("nonsense", "maybe", `the endpoint for vectors said more than ${most} bytes`);
      parts.push(part);
    }
    return answered.parse(JSON.parse(Buffer.concat(parts).toString("utf8")));
  }

  /** Each text's own, of length 1; all of one length for as long as the process lives. */
  function vectorsOf(data: z.output<typeof answered>["data"], count: number): Float32Array[] {
    const vectors = Array.from({ length: count }, (_, i) => data.find(({ index }) => index === i)?.embedding);
    return vectors.map((numbers) => {
      const length = Math.hypot(...(numbers ?? []));
      dimensions ??= numbers?.length;
      if (!numbers || data.length !== count || numbers.length !== dimensions || !Number.isFinite(length) || length === 0)
        throw new ModelFailure("nonsense", "maybe", "the endpoint for vectors gave others than were asked for");
      return Float32Array.from(numbers, (one) => one / length);
    });
  }

  async function question(text: string): Promise<Float32Array | undefined> {
    if (questions >= MOST_QUESTIONS) return undefined;
    questions++;
    return ask([text], questionMs)
      .then(([vector]) => vector)
      .catch(() => undefined)
      .finally(() => questions--);
  }

  /** Those that are asked for at once go in one request. */
  function passage(text: string): Promise<Float32Array> {
    return new Promise((done, failed) => {
      if (waiting.push({ text, done, failed }) === 1) queueMicrotask(() => void send());
    });
  }

  async function send(): Promise<void> {
    const asked = waiting;
    waiting = [];
    try {
      const vectors = await ask(
        asked.map(({ text }) => text),
        timeoutMs,
      );
      for (const [i, { done }] of asked.entries()) done(vectors[i] as Float32Array);
    } catch (error) {
      for (const { failed } of asked) failed(error);
    }
  }

  return {
    model: `openai:${name}`,
    languages: "all",
    atOnce: AT_ONCE,
    dimensions: undefined,
    question,
    passage,
    close: () => agent.close(),
  } satisfies Embedder & {
    close(): Promise<void>;
  };
}

/** Where and with which headers the package would ask. */
async function prepare({ apiKey, baseUrl }: OpenAISettings): Promise<{ url: URL; headers: Record<string, string> }> {
  const client = new OpenAI({ apiKey, ...(baseUrl ? { baseURL: baseUrl } : {}), maxRetries: 0, logLevel: "off" });
  const { url, req } = await client.buildRequest({ method: "post", path: "/embeddings", body: {} });
  const headers = Object.fromEntries(new Headers(req.headers as ConstructorParameters<typeof Headers>[0]));
  delete headers["content-length"];
  return { url: new URL(url), headers };
}
