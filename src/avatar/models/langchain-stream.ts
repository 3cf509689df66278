import type { AIMessageChunk, UsageMetadata } from "@langchain/core/messages";
import { CHARACTERS_A_TOKEN, ModelFailure, type ModelReply, type ModelRequest, type ToolCall } from "./model.ts";
import { collect } from "./tool-calls.ts";
import { openWords } from "./words.ts";

/** The names under which providers say why a reply ended. */
const ENDINGS = ["finish_reason", "finishReason", "stop_reason", "stopReason", "done_reason"];

export type Listening = {
  request: ModelRequest;
  /** rejects when nobody waits any longer */
  gone: Promise<never>;
  /** a reply that does not say why it ended was cut off; else its account is enough */
  strict: boolean;
  alive(): void;
};

/**
 * Reads a reply from the chunks of a chat model of LangChain's. One that turns out to be broken is read to its end all the same, in silence: its
 * usage is still to come, and is paid.
 * @throws ModelFailure, with the usage where it came
 */
export async function readChunks(stream: AsyncIterable<AIMessageChunk>, { request, gone, strict, alive }: Listening): Promise<ModelReply> {
  const words = openWords();
  const calls: ToolCall[] = [];
  let usage: UsageMetadata | undefined;
  let finish: string | null = null;
  let problem: ModelFailure | undefined;

  function hear(chunk: AIMessageChunk): void {
    alive();
    usage = sum(usage, chunk.usage_metadata);
    finish = endingOf(chunk) ?? finish;
    if (finish === "content_filter" || finish === "error") problem ??= new ModelFailure("refused", "maybe", "the model endpoint cut the reply off");
    words.say(chunk.text, !problem);
    if (words.length() > request.maxOutputTokens * CHARACTERS_A_TOKEN) problem ??= broken("the reply does not end");
    for (const part of chunk.tool_call_chunks ?? []) {
      const wrong = problem ? undefined : collect(calls, { index: part.index, id: part.id, function: { name: part.name, arguments: part.args } });
      if (wrong) problem = broken(wrong);
    }
    const fresh = words.fresh();
    if (fresh !== "" && !problem && !request.onText(fresh)) throw new ModelFailure("stopped", "maybe", "the draft was refused while it was written");
  }

  const chunks = stream[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await Promise.race([chunks.next(), gone]);
    if (done) break;
    hear(value);
  }
  if (finish === null && (strict || !usage)) problem ??= new ModelFailure("broken_off", "maybe", "the stream ended in the middle");
  if (problem) {
    problem.usage = finish === null ? undefined : asSent(usage);
    throw problem;
  }
  return { text: words.text(), toolCalls: calls.filter(({ name }) => name !== ""), usage: asSent(usage), finish };
}

function endingOf({ response_metadata: told, additional_kwargs: beside }: AIMessageChunk): string | undefined {
  for (const name of ENDINGS) {
    const said: unknown = told?.[name] ?? beside?.[name];
    if (typeof said === "string" && said !== "") return said;
  }
  return undefined;
}

function broken(reason: string): ModelFailure {
  return new ModelFailure("nonsense", "maybe", reason);
}

type Counts = Record<string, unknown>;

/** Some providers count the question at the beginning and the answer at the end. What is no number stays what it is: then it is not believed. */
function sum(one: UsageMetadata | undefined, other: UsageMetadata | undefined): UsageMetadata | undefined {
  if (!one || !other) return one ?? other;
  return {
    ...added(one, other, ["input_tokens", "output_tokens", "total_tokens"]),
    input_token_details: added(one.input_token_details, other.input_token_details, ["cache_read", "cache_creation", "audio"]),
    output_token_details: added(one.output_token_details, other.output_token_details, ["reasoning", "audio"]),
  } as UsageMetadata;
}

function added(one: Counts | undefined, other: Counts | undefined, names: string[]): Counts {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [a, b] = [one?.[name] ?? undefined, other?.[name] ?? undefined];
      if (a === undefined && b === undefined) return [];
      return [[name, typeof a === "number" && typeof b === "number" ? a + b : (b ?? a)]];
    }),
  );
}

/** LangChain's names for the kinds of tokens as those that our ledger reads; every kind that it knows. */
function asSent(usage: UsageMetadata | undefined): unknown {
  if (!usage) return undefined;
  const { input_tokens, output_tokens, total_tokens, input_token_details: read, output_token_details: written } = usage;
  return {
    input_tokens,
    output_tokens,
    total_tokens,
    input_tokens_details: { cached_tokens: read?.cache_read, cache_write_tokens: read?.cache_creation, audio_tokens: read?.audio },
    output_tokens_details: { reasoning_tokens: written?.reasoning, audio_tokens: written?.audio },
  };
}
