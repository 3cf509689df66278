import type { Readable } from "node:stream";
import { ModelFailure, type ModelReply, type ToolCall } from "./model.ts";

const MAX_REPLY_CHARACTERS = 256 * 1024; // no answer to a person is that long; a model that goes on is broken
const MAX_LINE_CHARACTERS = 1024 * 1024;
const MAX_TOOL_CALLS = 32;

/** The parts of a streamed completion that we read (OpenAI, "Chat completion chunk"). All of it may be missing or wrong. */
type Chunk = {
  choices?: { delta?: { content?: unknown; tool_calls?: { index?: unknown; id?: unknown; function?: { name?: unknown; arguments?: unknown } }[] }; finish_reason?: unknown }[];
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

  function line(text: string): void {
    if (!text.startsWith("data:")) return;
    const data = text.slice(5).trim();
    if (data === "[DONE]") {
      done = true;
      return;
    }
    const chunk = parse(data);
    if (chunk.error) throw new ModelFailure("refused", "maybe", "the model endpoint sent an error in its stream");
    if (chunk.usage) reply.usage = chunk.usage;
    const choice = chunk.choices?.[0];
    if (!choice) return;
    if (typeof choice.finish_reason === "string") reply.finish = choice.finish_reason;
    if (typeof choice.delta?.content === "string") fresh += choice.delta.content;
    for (const part of choice.delta?.tool_calls ?? []) collect(calls, part);
  }

  return new Promise<ModelReply>((resolve, reject) => {
    const fail = (error: unknown) => {
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
      resolve(reply);
    });
    body.on("error", fail);
    body.on("close", () => fail(new ModelFailure("broken_off", "maybe", "the connection was closed in the middle")));
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
