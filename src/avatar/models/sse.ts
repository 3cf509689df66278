import type { Readable } from "node:stream";
import { ModelFailure, type ModelReply, type ToolCall } from "./model.ts";

const MAX_REPLY_CHARACTERS = 256 * 1024; // no answer to a person is that long; a model that goes on is broken
const MAX_LINE_CHARACTERS = 1024 * 1024;
const MAX_TOOL_CALLS = 32;

/** The parts of a streamed completion that we read (OpenAI, "Chat completion chunk"). All of it may be missing or wrong. */
type Chunk = {
  choices?: {
    delta?: { content?: unknown; tool_calls?: { index?: unknown; id?: unknown; function?: { name?: unknown; arguments?: unknown } }[] };
    finish_reason?: unknown;
  }[];
  usage?: unknown;
  error?: unknown;
};

/** Reads a completion from its server-sent events. Text goes out once per piece that arrived, not per token. */
export function readStream(body: Readable, on: { onText(text: string): boolean; onChunk(): void }): Promise<ModelReply> {
  const reply: ModelReply = { text: "", toolCalls: [], usage: undefined, finish: null };
  const calls: ToolCall[] = [];
  let rest = "";
  let fresh = "";
  let done = false;
  let shape: Shape | undefined;

  function line(text: string): void {
    if (!text.startsWith("data:")) return;
    const data = text.slice(5).trim();
    if (data === "[DONE]") {
      done = true;
      return;
    }
    const content = shape?.read(data);
    if (content !== undefined) {
      fresh += content;
      return;
    }
    const chunk = parse(data);
    shape = shapeOf(data, chunk);
    if (chunk.error) throw new ModelFailure("refused", "maybe", "the model endpoint sent an error in its stream");
    if (chunk.usage) reply.usage = chunk.usage;
    const choice = chunk.choices?.[0];
    if (!choice) return;
    if (typeof choice.finish_reason === "string") reply.finish = choice.finish_reason;
    if (typeof choice.delta?.content === "string") fresh += choice.delta.content;
    for (const part of choice.delta?.tool_calls ?? []) collect(calls, part);
  }

  return new Promise<ModelReply>((resolve, reject) => {
    let settled = false;
    const fail = (error: unknown) => {
      settled = true;
      body.destroy();
      reject(error instanceof ModelFailure ? error : new ModelFailure("broken_off", "maybe", "the stream broke off", { cause: error }));
    };
    body.setEncoding("utf8");
    body.on("data", (piece: string) => {
      try {
        on.onChunk();
        rest += piece;
        let start = 0;
        for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
          line(rest.charCodeAt(end - 1) === 13 ? rest.slice(start, end - 1) : rest.slice(start, end));
          start = end + 1;
        }
        rest = rest.slice(start);
        if (rest.length > MAX_LINE_CHARACTERS) throw new ModelFailure("nonsense", "maybe", "a line of the stream does not end");
        if (fresh !== "") {
          reply.text += fresh;
          const more = fresh;
          fresh = "";
          if (reply.text.length > MAX_REPLY_CHARACTERS) throw new ModelFailure("nonsense", "maybe", "the reply does not end");
          if (!on.onText(more)) throw new ModelFailure("stopped", "maybe", "the draft was refused while it was written");
        }
      } catch (error) {
        fail(error);
      }
    });
    body.on("end", () => {
      // Some endpoints end without [DONE]; a reply that has neither that nor a finish reason was cut off.
      if (!done && reply.finish === null) return fail(new ModelFailure("broken_off", "maybe", "the stream ended in the middle"));
      reply.toolCalls = calls.filter((call) => call.name !== "");
      settled = true;
      resolve(reply);
    });
    body.on("error", fail);
    body.on("close", () => settled || fail(new ModelFailure("broken_off", "maybe", "the connection was closed in the middle")));
  });
}

function parse(data: string): Chunk {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? (value as Chunk) : {};
  } catch (cause) {
    throw new ModelFailure("nonsense", "maybe", "the stream holds something that is not JSON", { cause });
  }
}

const CONTENT = '"content":';
/** What JSON would have to escape: quotes, backslashes, control characters. */
const ESCAPED = /["\\\p{Cc}]/u;

/** Reads the content out of a chunk that differs from an earlier one in its content alone. */
type Shape = { read(data: string): string | undefined };

/**
 * The tokens of one reply come in chunks that are the same but for the content. What stands between the same beginning and
 * the same end, without quotes, backslashes and control characters, is the content: no need to parse it all (a twentieth of a turn).
 */
function shapeOf(data: string, chunk: Chunk): Shape | undefined {
  const content = chunk.choices?.[0]?.delta?.content;
  if (typeof content !== "string" || chunk.usage || chunk.error || chunk.choices?.[0]?.finish_reason || chunk.choices?.[0]?.delta?.tool_calls) return undefined;
  const value = JSON.stringify(content);
  const at = data.indexOf(CONTENT);
  const from = data.indexOf('"', at + CONTENT.length);
  // Named twice (log probabilities have one, too), or written otherwise than we would: not worth the risk.
  if (at < 0 || data.includes(CONTENT, at + 1) || !data.startsWith(value, from) || data.slice(at + CONTENT.length, from).trim() !== "") return undefined;
  const start = data.slice(0, from + 1);
  const end = data.slice(from + value.length - 1);
  return {
    read(other) {
      if (other.length < start.length + end.length || !other.startsWith(start) || !other.endsWith(end)) return undefined;
      const text = other.slice(start.length, other.length - end.length);
      return ESCAPED.test(text) ? undefined : text;
    },
  };
}

function collect(calls: ToolCall[], part: NonNullable<NonNullable<NonNullable<Chunk["choices"]>[number]["delta"]>["tool_calls"]>[number]): void {
  const index = typeof part.index === "number" && Number.isInteger(part.index) && part.index >= 0 ? part.index : calls.length;
  if (index >= MAX_TOOL_CALLS) throw new ModelFailure("nonsense", "maybe", "the model calls too many tools at once");
  while (calls.length <= index) calls.push({ id: `call_${calls.length}`, name: "", arguments: "" });
  const call = calls[index] as ToolCall;
  if (typeof part.id === "string" && part.id !== "") call.id = part.id;
  if (typeof part.function?.name === "string") call.name += part.function.name;
  if (typeof part.function?.arguments === "string") call.arguments += part.function.arguments;
  if (call.arguments.length > MAX_REPLY_CHARACTERS) throw new ModelFailure("nonsense", "maybe", "a tool's arguments do not end");
}
