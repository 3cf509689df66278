import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/**
 * A model endpoint on 127.0.0.1 that does what it is told: the OpenAI-compatible stream, with pauses, breaks, lies and
 * hangs. It keeps a journal of what it was asked and of what it would charge for it.
 */

/** Sent one after the other: text of the reply (a chunk each), a pause, a wait for something, or bytes as they are. */
export type Piece = string | { pauseMs: number } | { until: () => Promise<unknown> } | { raw: string | Buffer };

/** How one request is answered. */
export type Step = {
  /** whether the request is the expected one; if it is not, the script has failed */
  when?: (asked: Asked) => boolean;
  /** instead of a stream: this status, with `body` */
  status?: number;
  body?: string;
  /** beside the ordinary ones, or in their place */
  headers?: Record<string, string>;
  /** instead of all that: bytes on the wire, with no regard for HTTP */
  wire?: (socket: Socket, asked: Asked) => unknown;
  /** before the first byte, headers included */
  before?: () => Promise<unknown>;
  pieces?: Piece[];
  toolCalls?: { name: string; arguments: unknown }[];
  /** `undefined`: the truth. `null`: none is sent. Anything else is sent as it is, however untrue. */
  usage?: unknown;
  /** whole: finish reason, usage, [DONE]. cut: the connection breaks. hang: it stays open for ever. silent: it ends without a word. */
  end?: "whole" | "cut" | "hang" | "silent";
};

/** Tokens of one answer, as the vendor counts them. `cached` is a part of `input`. */
export type Tokens = { input: number; cached: number; output: number };

export type RequestBody = {
  model: string;
  messages: { role: string; content: string | null }[];
  tools?: { function: { name: string } }[];
  max_tokens?: number;
  max_completion_tokens?: number;
};

/** One request, in the journal. */
export type Asked = {
  number: number;
  body: RequestBody;
  /** address, headers and body, as they came */
  raw: string;
  /** of the request's body */
  bytes: number;
  /** chunks written so far */
  chunks: number;
  state: "open" | "whole" | "cut" | "refused";
  /** what it would charge when the answer is whole */
  tokens: Tokens;
};

export type Script = Step[] | ((asked: Asked) => Step);

export type StubModel = Awaited<ReturnType<typeof startStubModel>>;

/** `script`: the steps for the first, second … request, or what answers them all. `tokens`: how it counts, if not by the bytes. */
export async function startStubModel(script: Script = () => ({ pieces: ["Noted."] }), options: { tokens?: (asked: Asked, text: string) => Tokens } = {}) {
  const journal: Asked[] = [];
  const problems: string[] = [];
  let current = script;
  let next = 0;

  function stepFor(asked: Asked): Step {
    if (typeof current === "function") return current(asked);
    const step = current[next++];
    if (!step) {
      problems.push(`request ${asked.number} was not expected: ${lastWords(asked)}`);
      return { status: 500, body: "not in the script" };
    }
    if (step.when && !step.when(asked)) problems.push(`request ${asked.number} is not the one that step ${next} waits for: ${lastWords(asked)}`);
    return step;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const raw = Buffer.concat(parts);
    const body = JSON.parse(raw.toString()) as RequestBody;
    const asked: Asked = {
      number: journal.length + 1,
      body,
      raw: [request.url, ...request.rawHeaders, raw.toString()].join("\n"),
      bytes: raw.length,
      chunks: 0,
      state: "open",
      tokens: { input: 0, cached: 0, output: 0 },
    };
    journal.push(asked);
    const gone = new Promise<"gone">((resolve) => response.once("close", () => resolve("gone")));
    await answer(stepFor(asked), asked, response, gone);
    if (asked.state === "open") asked.state = "cut";
  }

  async function answer(step: Step, asked: Asked, response: ServerResponse, gone: Promise<"gone">): Promise<void> {
    const text = (step.pieces ?? []).filter((piece) => typeof piece === "string").join("");
    asked.tokens = options.tokens?.(asked, text) ?? { input: Math.ceil(asked.bytes / 4), cached: 0, output: Math.ceil((text.length + 1) / 4) };
    if (step.before && (await Promise.race([step.before(), gone])) === "gone") return;
    if (step.wire) return void (await step.wire(response.socket as Socket, asked));
    if (step.status !== undefined && step.status !== 200) {
      asked.state = "refused";
      return void response.writeHead(step.status, { "content-type": "application/json", ...step.headers }).end(step.body ?? '{"error":{"message":"told to"}}');
    }
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache", ...step.headers });
    response.flushHeaders();
    if (!(await stream(step.pieces ?? [], asked, response, gone))) return;
    finish(step, asked, response);
  }

  /** False: whoever asked has gone meanwhile. */
  async function stream(pieces: Piece[], asked: Asked, response: ServerResponse, gone: Promise<"gone">): Promise<boolean> {
    for (const piece of pieces) {
      if (typeof piece === "string") {
        response.write(chunk(asked, { content: piece }, null));
        asked.chunks++;
      } else if ("raw" in piece) await written(response, piece.raw);
      else if ((await Promise.race(["until" in piece ? piece.until() : sleep(piece.pauseMs), gone])) === "gone") return false;
      if (response.destroyed) return false;
    }
    return true;
  }

  function finish(step: Step, asked: Asked, response: ServerResponse): void {
    const { end = "whole" } = step;
    if (end === "hang") return;
    // What was written before has to arrive, or nobody would know that it broke off in the middle.
    if (end === "cut") return void setImmediate(() => response.destroy());
    if (end === "silent") return void response.end();
    const calls = step.toolCalls?.map((call, index) => ({
      index,
      id: `call_${asked.number}_${index}`,
      type: "function",
      function: { name: call.name, arguments: JSON.stringify(call.arguments) },
    }));
    if (calls) response.write(chunk(asked, { tool_calls: calls }, null));
    response.write(chunk(asked, {}, calls ? "tool_calls" : "stop"));
    const usage = step.usage === undefined ? usageOf(asked.tokens) : step.usage;
    if (usage !== null)
      response.write(
        `data: ${JSON.stringify({ id: `chatcmpl-${asked.number}`, object: "chat.completion.chunk", model: asked.body.model, choices: [], usage })}\n\n`,
      );
    response.end("data: [DONE]\n\n");
    asked.state = "whole";
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));

  return {
    /** for OPENAI_BASE_URL */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** every request, in the order of arrival */
    journal,
    /** A new script from here on; the old one's unused steps are a problem. */
    switchTo(script: Script) {
      problems.push(...unused());
      current = script;
      next = 0;
    },
    /** Fails on requests that no step was waiting for, and on steps that nobody asked for. */
    done(): void {
      const all = [...problems, ...unused()];
      if (all.length > 0) throw new Error(`the model's script and what was asked differ:\n  ${all.join("\n  ")}`);
    },
    /** What the vendor would charge for all whole answers, in micro-euros. */
    bill: () => journal.filter((asked) => asked.state === "whole").reduce((sum, asked) => sum + billOf(asked.tokens), 0n),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };

  function unused(): string[] {
    if (typeof current === "function" || next >= current.length) return [];
    return [`${current.length - next} of ${current.length} steps were never asked for`];
  }
}

// gpt-4o-mini in millionths of a dollar per thousand tokens, from the vendor's page, and euros for a dollar as in policies.yaml: reckoned apart from our own code.
const PER_THOUSAND = { input: 150n, cached: 75n, output: 600n };
const EURO_PERCENT = 92n;

/** What one answer of gpt-4o-mini costs, in micro-euros, rounded up once. */
export function billOf({ input, cached, output }: Tokens): bigint {
  return euros(BigInt(input - cached) * PER_THOUSAND.input + BigInt(cached) * PER_THOUSAND.cached + BigInt(output) * PER_THOUSAND.output);
}

/** The most that a request can cost: every byte of it a token, and every token of the reply that it allows. */
export function ceilingOf(asked: Asked): bigint {
  const most = asked.body.max_tokens ?? asked.body.max_completion_tokens ?? 0;
  return euros(BigInt(asked.bytes) * PER_THOUSAND.input + BigInt(most) * PER_THOUSAND.output);
}

function euros(thousandthsOfMicroDollars: bigint): bigint {
  const divisor = 100_000n;
  return (thousandthsOfMicroDollars * EURO_PERCENT + divisor - 1n) / divisor;
}

function usageOf({ input, cached, output }: Tokens): Record<string, unknown> {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, prompt_tokens_details: { cached_tokens: cached } };
}

function chunk(asked: Asked, delta: unknown, finish: string | null): string {
  return `data: ${JSON.stringify({ id: `chatcmpl-${asked.number}`, object: "chat.completion.chunk", model: asked.body.model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

/** Resolves when there is room for more, or nobody to read it. */
async function written(response: ServerResponse, bytes: string | Buffer): Promise<void> {
  if (response.destroyed || response.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.on("drain", go).on("close", go);
  });
}

/** What the person said last, cut short: enough to see which request it was. */
function lastWords(asked: Asked): string {
  return JSON.stringify((asked.body.messages.findLast((message) => message.role === "user")?.content ?? "").slice(0, 80));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
