import type { Piece, Step } from "../support/stub-model.ts";
import { USED } from "./scene.ts";

/** What a stream is made of, piece by piece, so that each can be wrong. */

export const ANSWER = "Restore it with the command on the page, it asks before it overwrites anything.";

/** A chunk as JSON: its one choice has this delta. */
export function chunk(delta: unknown, finish: unknown = null, choice: object = {}): string {
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    model: "gpt-4o-mini",
    choices: [{ index: 0, delta, finish_reason: finish, ...choice }],
  });
}
export const event = (data: string) => `data: ${data}\n\n`;
export const words = (text: string) => event(chunk({ content: text }));
export const calls = (...parts: unknown[]) => event(chunk({ tool_calls: parts }));

export const TOKENS = { prompt_tokens: USED.input, completion_tokens: USED.output, total_tokens: USED.input + USED.output };
export const STOP = event(chunk({}, "stop"));
export const TOOLS = event(chunk({}, "tool_calls"));
export const DONE = event("[DONE]");
export const usage = (tokens: unknown) => event(JSON.stringify({ choices: [], usage: tokens }));
export const USAGE = usage(TOKENS);
/** All that follows the words of an honest answer. */
export const TAIL = STOP + USAGE + DONE;
export const HONEST = words(ANSWER) + TAIL;

/** These bytes, and the end of the body. */
export function sends(...parts: (string | Buffer | Piece)[]): Step {
  return { pieces: parts.map((part) => (typeof part === "string" || Buffer.isBuffer(part) ? { raw: part } : part)), end: "silent" };
}
/** An honest answer. */
export const answers = (text = ANSWER): Step => sends(words(text) + TAIL);

export const never = { until: () => new Promise<never>(() => undefined) };
/** The same thing again and again, with a pause after each, for a minute. */
export function drips(raw: string, pauseMs: number): Piece[] {
  return Array.from({ length: Math.ceil(60_000 / pauseMs) }, (): Piece[] => [{ raw }, { pauseMs }]).flat();
}
export const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n";
export const chunked = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
export const MEGABYTE = 1024 * 1024;
