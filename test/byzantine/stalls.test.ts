import { afterAll, beforeAll, test } from "vitest";
import { openScene, type Case, type Scene } from "./scene.ts";
import { ANSWER, calls, chunk, chunked, drips, event, HEAD, never, sends, STOP, TAIL, USAGE, words } from "./wire.ts";

// An endpoint that lets us wait. Nobody waits longer than for one token, nor much longer for all of them; what is whole by then
// is an answer. The time-out is half a second here, so that this takes none.

let scene: Scene;
beforeAll(async () => void (scene = await openScene({ MODEL_TIMEOUT_MS: "500" })));
afterAll(() => scene.close());

const lost = { outcome: "fallback", cost: "ceiling", never: "overwrites" } as const;
const read = { outcome: "answered", cost: "bill", says: ANSWER } as const;
const BODY = "transfer-encoding: chunked\r\n\r\n";

const cases: Case[] = [
  { ...lost, name: "before the headers", does: [{ before: never.until }] },
  { ...lost, name: "in the middle of the headers", does: [{ wire: (socket) => socket.write("HTTP/1.1 200 OK\r\nconte") }] },
  { ...lost, name: "after the headers", does: [sends(never)] },
  { ...lost, name: "after a word of welcome to whom", does: [sends(event(chunk({ role: "assistant", content: "" })), never)] },
  { ...lost, name: "in the middle of the words", does: [sends(words(ANSWER), never)] },
  { ...lost, name: "in the middle of a line", does: [sends(words(ANSWER), words(ANSWER).slice(0, 50), never)] },
  { ...lost, name: "in the middle of a character", does: [sends(Buffer.from(words(`${ANSWER} é`)).subarray(0, -62), never)] },
  {
    ...lost,
    name: "in the middle of a chunk of the wire",
    does: [{ wire: (socket) => socket.write(`${HEAD}${BODY}${chunked(words(ANSWER)).slice(0, -20)}`) }],
  },
  { ...lost, name: "in the middle of a call", does: [sends(calls({ index: 0, id: "a", function: { name: "ask_later", arguments: "{" } }), never)] },
  { ...lost, name: "after an error", does: [sends(event('{"error":{"message":"overloaded"}}'), never)] },
  { ...lost, name: "after something that is not JSON", does: [sends("data: {oops\n\n", never)] },
  { ...lost, name: "after the account, before the end of the words", cost: "bill", does: [sends(words(ANSWER) + USAGE, never)] },
  { ...read, name: "after the last word, before the account", cost: "ceiling", does: [sends(words(ANSWER) + STOP, never)] },
  { ...read, name: "after the account", does: [sends(words(ANSWER) + STOP + USAGE, never)] },
  { ...read, name: "after the end", does: [sends(words(ANSWER) + TAIL, never)] },
  {
    ...lost,
    name: "with a refusal that does not end",
    cost: "none",
    does: [{ wire: (socket) => socket.write(`HTTP/1.1 500 Oh\r\n${BODY}${chunked("wait")}`) }],
  },
  { ...lost, name: "with a sign of life now and then, and no word", does: [sends(...drips(": still here\n\n", 100))] },
  { ...lost, name: "with a sign of life now and then, after the first words", does: [sends(words(ANSWER), ...drips(": still here\n\n", 100))] },
  { ...lost, name: "with empty lines", does: [sends(...drips("\n", 100))] },
  { ...lost, name: "with empty words for ever", does: [sends(...drips(words(""), 100))] },
  { ...lost, name: "with a letter now and then, for ever", does: [sends(...drips(words("a "), 100))] },
  { ...lost, name: "with a line that grows for ever", does: [sends("data: ", ...drips("x", 100))] },
  { ...lost, name: "with headers that grow for ever", does: [{ wire: drip }] },
];

function drip(socket: { write(text: string): unknown; destroyed: boolean; once(event: "close", go: () => void): unknown }): void {
  socket.write("HTTP/1.1 200 OK\r\n");
  const timer = setInterval(() => socket.write("x-a: b\r\n"), 100);
  socket.once("close", () => clearInterval(timer));
}

test.each(cases)("$name", (one) => scene.play(one));
