import type { Readable } from "node:stream";
import { readLines } from "./lines.ts";
import { ModelFailure, type ModelReply, type ToolCall } from "./model.ts";
import { collect, type CallPart } from "./tool-calls.ts";
import { openWords } from "./words.ts";

const MAX_EVENT_CHARACTERS = 1024 * 1024;
const MAX_STREAM_CHARACTERS = 64 * 1024 * 1024; // what is broken is read on for its usage, but not for ever
const LINGER_MS = 1_000; // the end of a connection comes with the last words, or is not worth waiting for

/** The parts of a streamed completion that we read (OpenAI, "Chat completion chunk"). All of it may be missing or wrong. */
type Chunk = { choices?: (Choice | null)[]; usage?: unknown; error?: unknown };
type Choice = { index?: unknown; delta?: { content?: unknown; tool_calls?: unknown } | null; finish_reason?: unknown };

export type StreamListener = {
  onText(text: string): boolean;
  /** something of the reply came: no comment, and no empty line */
  onChunk(): void;
  /** a longer reply is a broken one */
  maxCharacters: number;
};

/**
 * Reads a completion from its server-sent events. Text goes out once per piece that arrived, not per token. A reply that turns
 * out to be broken is read to its end all the same, in silence: its usage is still to come, and is paid.
 * @throws ModelFailure, with the usage where it was the final one
 */
export function readStream(body: Readable, on: StreamListener): Promise<ModelReply> {
  const reply = openReply();
  let length = 0;

  return new Promise<ModelReply>((resolve, reject) => {
    let settled = false;
    function settle(problem: ModelFailure, destroy = true): void {
      if (settled) return;
      settled = true;
      const failure = reply.failure(problem);
      if (failure) reject(failure);
      else resolve(reply.whole());
      if (destroy) return void body.destroy();
      // All is said. The connection serves again if its end comes now; what comes after the end is nobody's.
      const linger = setTimeout(() => body.destroy(), LINGER_MS).unref();
      body.once("close", () => clearTimeout(linger));
    }
    function read(piece: string): void {
      if (settled) return;
      length += piece.length;
      if (length > MAX_STREAM_CHARACTERS) return settle(broken("the stream does not end"));
      if (reply.read(piece)) on.onChunk();
      const fresh = reply.fresh();
      if (reply.length() > on.maxCharacters) reply.breaks("the reply does not end");
      else if (fresh !== "" && !on.onText(fresh)) return settle(new ModelFailure("stopped", "maybe", "the draft was refused while it was written"));
      if (reply.done()) settle(broken("the stream is done"), false);
    }
    function take(piece: string): void {
      try {
        read(piece);
      } catch (cause) {
        settle(new ModelFailure("broken_off", "maybe", "the stream could not be read", { cause }));
      }
    }
    body.setEncoding("utf8");
    body.on("data", take);
    body.on("end", () => {
      take("\n"); // the last line may have no end
      settle(new ModelFailure("broken_off", "maybe", "the stream ended in the middle"), false);
    });
    body.on("error", (cause) => settle(cause instanceof ModelFailure ? cause : new ModelFailure("broken_off", "maybe", "the stream broke off", { cause })));
    body.on("close", () => settle(new ModelFailure("broken_off", "maybe", "the connection was closed in the middle")));
  });
}

/** A reply as it grows. */
function openReply() {
  const calls: ToolCall[] = [];
  const words = openWords();
  let usage: unknown;
  let final = false;
  let finish: string | null = null;
  let done = false;
  let index: number | undefined;
  let failure: ModelFailure | undefined;
  let shape: Shape | undefined;
  let held: string | undefined;
  let alive = false;

  const lines = readLines({ line, tooLong: () => breaks("a line of the stream does not end") });

  function breaks(reason: string): void {
    failure ??= broken(reason);
  }

  // An event may have its data in several lines. Servers that leave the empty line between events out send whole ones.
  function line(one: string): void {
    if (done) return;
    if (one === "" && held !== undefined) {
      if (!take(held)) breaks("the stream holds something that is not JSON");
      held = undefined;
    }
    if (!one.startsWith("data:")) return;
    alive = true;
    const data = one.slice(5).trim();
    if (held === undefined && take(data)) return;
    held = held === undefined ? data : `${held}\n${data}`;
    if (held.length <= MAX_EVENT_CHARACTERS) return;
    breaks("an event of the stream does not end");
    held = undefined;
  }

  /** False: it is not JSON, or not all of it. */
  function take(data: string): boolean {
    if (data === "[DONE]") {
      done = true;
      return true;
    }
    const content = failure ? undefined : shape?.read(data);
    if (content !== undefined) {
      say(content);
      return true;
    }
    const chunk = parse(data);
    if (!chunk) return false;
    const choice = choiceOf(chunk);
    shape = choice && shapeOf(data, chunk, choice);
    if (chunk.error) failure ??= new ModelFailure("refused", "maybe", "the model endpoint sent an error in its stream");
    if (choice) hear(choice);
    if (chunk.usage) count(chunk.usage, choice === undefined);
    return true;
  }

  // Some count while they write; what comes alone, or with the end, is the account of the whole request.
  function count(given: unknown, alone: boolean): void {
    usage = given;
    final = alone || finish !== null;
  }

  // Only one was asked for. Whoever sends several is heard where he began.
  function choiceOf({ choices }: Chunk): Choice | undefined {
    const given = Array.isArray(choices) ? choices.filter((one): one is Choice => typeof one === "object" && one !== null) : [];
    if (given[0]) index ??= placeOf(given[0]);
    return given.find((one) => placeOf(one) === index);
  }

  function hear({ delta, finish_reason }: Choice): void {
    if (typeof finish_reason === "string" && finish_reason !== "") finish = finish_reason;
    if (finish === "content_filter" || finish === "error") failure ??= new ModelFailure("refused", "maybe", "the model endpoint cut the reply off");
    if (typeof delta?.content === "string") say(delta.content);
    if (Array.isArray(delta?.tool_calls)) for (const part of delta.tool_calls as CallPart[]) call(part);
  }

  function say(content: string): void {
    if (content === "") return;
    final = false;
    words.say(content, !failure);
  }

  function call(part: CallPart): void {
    if (failure) return;
    const problem = collect(calls, part);
    if (problem) breaks(problem);
  }

  return {
    breaks,
    /** Whether something of the reply came. */
    read(piece: string): boolean {
      alive = false;
      lines.write(piece);
      const begun = lines.begun();
      return alive || (begun !== "" && !begun.startsWith(":"));
    },
    fresh: words.fresh,
    length: words.length,
    done: () => done,
    whole: (): ModelReply => ({ text: words.text(), toolCalls: calls.filter(({ name }) => name !== ""), usage, finish }),
    /** What is wrong with it; undefined where it is whole, however the connection ended (`problem`). */
    failure(problem: ModelFailure): ModelFailure | undefined {
      // Some endpoints end without [DONE]; a reply that has neither that nor a finish reason was cut off.
      const found = failure ?? (done || finish !== null ? undefined : problem);
      if (found && final) found.usage = usage;
      return found;
    },
  };
}

function placeOf({ index }: Choice): number {
  return typeof index === "number" ? index : 0;
}

function broken(reason: string): ModelFailure {
  return new ModelFailure("nonsense", "maybe", reason);
}

function parse(data: string): Chunk | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? (value as Chunk) : {};
  } catch {
    return undefined;
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
function shapeOf(data: string, chunk: Chunk, { delta, finish_reason }: Choice): Shape | undefined {
  const content = delta?.content;
  if (typeof content !== "string" || chunk.choices?.length !== 1 || chunk.usage || chunk.error || finish_reason || delta?.tool_calls) return undefined;
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
