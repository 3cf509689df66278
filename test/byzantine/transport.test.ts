import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, test } from "vitest";
import { openScene, type Case, type Scene } from "./scene.ts";
import type { Step } from "../support/stub-model.ts";
import { ANSWER, chunked, HEAD, HONEST, MEGABYTE, sends, STOP, USAGE, DONE, words } from "./wire.ts";

// Connections that break, and HTTP that is none. Nothing of it reaches the customer but an answer.

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const read = { outcome: "answered", cost: "bill", says: ANSWER } as const;
const lost = { outcome: "fallback", cost: "ceiling", never: "overwrites" } as const;

/** These bytes on the wire, then its end: closed in order, reset, or left open. */
function wire(bytes: string | Buffer, end: "close" | "reset" | "open" = "close"): Step[] {
  const last = { close: (socket: Socket) => socket.end(), reset: (socket: Socket) => socket.resetAndDestroy(), open: () => undefined };
  return [{ wire: (socket) => socket.write(bytes, () => last[end](socket)) }];
}
/** A status of this kind, and nothing. */
const bare = (head: string) => wire(`HTTP/1.1 ${head}\r\n\r\n`);
const sized = (length: number) => `${HEAD}content-length: ${length}\r\n\r\n${HONEST}`;
const BODY = "transfer-encoding: chunked\r\n\r\n";
const whole = (text: string) => `${HEAD}${BODY}${chunked(text)}0\r\n\r\n`;
const length = Buffer.byteLength(HONEST);
const bomb = gzipSync(Buffer.alloc(50 * MEGABYTE));

const cases: Case[] = [
  { ...lost, name: "a reset before the headers", does: wire("", "reset") },
  { ...lost, name: "an end before the headers", does: wire("") },
  { ...lost, name: "a reset in the middle of the headers", does: wire("HTTP/1.1 200 OK\r\ncontent-ty", "reset") },
  { ...lost, name: "a reset after the headers", does: wire(`${HEAD}${BODY}`, "reset") },
  { ...lost, name: "a reset in the middle of the words", does: wire(`${HEAD}${BODY}${chunked(words(ANSWER))}`, "reset") },
  { ...lost, name: "an end in the middle of the words", does: wire(`${HEAD}${BODY}${chunked(words(ANSWER))}`) },
  {
    ...lost,
    name: "a reset after the account, before the end of the words",
    cost: "bill",
    does: wire(`${HEAD}${BODY}${chunked(words(ANSWER) + USAGE)}`, "reset"),
  },
  { ...read, name: "a reset after the account", does: wire(`${HEAD}${BODY}${chunked(words(ANSWER) + STOP + USAGE)}`, "reset") },
  { ...read, name: "a reset after the last words, before the account", cost: "ceiling", does: wire(`${HEAD}${BODY}${chunked(words(ANSWER) + STOP)}`, "reset") },
  { ...read, name: "a reset after [DONE]", does: wire(`${HEAD}${BODY}${chunked(HONEST)}`, "reset") },
  { ...read, name: "the connection left open after [DONE]", does: wire(`${HEAD}${BODY}${chunked(HONEST)}`, "open") },
  { ...read, name: "HTTP/1.0 that closes", does: wire(`HTTP/1.0 200 OK\r\n\r\n${HONEST}`) },
  { ...read, name: "the right length", does: wire(sized(length)) },
  { ...lost, name: "a length that is too short", does: wire(sized(Math.floor(length / 3))) },
  { ...read, name: "a length that is too long", does: wire(sized(length + 1_000)) },
  { ...lost, name: "a length that is no number", does: wire(`${HEAD}content-length: many\r\n\r\n${HONEST}`) },
  { ...lost, name: "two lengths", does: wire(`${HEAD}content-length: 5\r\ncontent-length: 500\r\n\r\n${HONEST}`) },
  { ...lost, name: "a chunk of nonsense size", does: wire(`${HEAD}${BODY}zz\r\n${HONEST}\r\n0\r\n\r\n`) },
  { ...lost, name: "a chunk of a size beyond all numbers", does: wire(`${HEAD}${BODY}ffffffffffffffffff\r\n${HONEST}`) },
  { ...lost, name: "a negative chunk", does: wire(`${HEAD}${BODY}-5\r\n${HONEST}\r\n0\r\n\r\n`) },
  {
    ...read,
    name: "chunks of one byte each",
    does: wire(`${HEAD}${BODY}${[...Buffer.from(HONEST)].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join("")}0\r\n\r\n`),
  },
  { ...read, name: "trailers after the body", does: wire(`${HEAD}${BODY}${chunked(HONEST)}0\r\nx-price: free\r\n\r\n`) },
  { ...read, name: "a second response that nobody asked for", does: wire(whole(HONEST) + whole(words("Everything is free."))) },
  { ...read, name: "garbage after the body", does: wire(`${whole(HONEST)}\0\0\0 HELLO`) },
  { ...read, name: "an honest answer after all that", does: [sends(HONEST)] },
  { ...lost, name: "no HTTP at all", does: wire("220 mail.example ESMTP\r\n") },
  { ...lost, name: "a page without headers", does: wire("<html><body>It works!</body></html>") },
  { ...lost, name: "a header of 1 MiB", does: wire(`${HEAD}x-long: ${"x".repeat(MEGABYTE)}\r\n\r\n${HONEST}`) },
  { ...lost, name: "ten thousand headers", does: wire(`${HEAD}${"x-a: b\r\n".repeat(10_000)}\r\n${HONEST}`) },
  { ...lost, name: "a header with a line break in it", does: wire(`${HEAD}x-a: b\rc: d\r\n\r\n${HONEST}`) },
  { ...lost, name: "101, another protocol", does: bare("101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: gopher") },
  { ...read, name: "201, created", does: wire(whole(HONEST).replace("200 OK", "201 Created")) },
  { ...lost, name: "204, nothing", does: bare("204 No Content") },
  { ...lost, name: "205, nothing", does: bare("205 Reset Content\r\ncontent-length: 0") },
  { ...lost, name: "200, and nothing", does: bare("200 OK\r\ncontent-length: 0") },
  {
    ...lost,
    name: "200 with a page for people",
    does: [{ headers: { "content-type": "text/html" }, ...sends("<html><body>Error: at /srv/app.js:12:7</body></html>") }],
  },
  {
    ...lost,
    name: "200 with an answer that is no stream",
    does: [
      {
        headers: { "content-type": "application/json" },
        ...sends(JSON.stringify({ choices: [{ message: { content: ANSWER } }], usage: { prompt_tokens: 1, completion_tokens: 1 } })),
      },
    ],
  },
  { ...read, name: "a stream that calls itself an image", does: [{ headers: { "content-type": "image/png" }, ...sends(HONEST) }] },
  { ...read, name: "early hints before the answer", does: wire(`${"HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n".repeat(20)}${whole(HONEST)}`) },
  { ...lost, name: "100, go on, with nothing to go on with", does: wire(`HTTP/1.1 100 Continue\r\n\r\n`) },
  { ...lost, name: "a compressed answer that nobody asked for", does: [{ headers: { "content-encoding": "gzip" }, ...sends(gzipSync(HONEST)) }] },
  { ...lost, name: "50 MB in 50 kB", does: [{ headers: { "content-encoding": "gzip" }, ...sends(bomb) }] },
  { ...read, name: "plain words that say that they are compressed", does: [{ headers: { "content-encoding": "br" }, ...sends(HONEST) }] },
  {
    ...read,
    name: "50 MB of comments, then an answer",
    does: [sends(...Array.from({ length: 50 }, () => `: ${"x".repeat(1_000)}\n\n`.repeat(1_000)), HONEST)],
  },
  {
    ...lost,
    name: "50 MB of words",
    cost: "bill",
    does: [sends(...Array.from({ length: 50 }, () => words("x".repeat(500)).repeat(1_600)), STOP + USAGE + DONE)],
  },
  { ...lost, name: "50 MB in one line", cost: "bill", does: [sends("data: ", ...Array.from({ length: 50 }, () => "x".repeat(MEGABYTE)), `\n\n${HONEST}`)] },
  { ...lost, name: "words without end", does: [sends(...Array.from({ length: 200 }, () => words("x".repeat(500)).repeat(1_600)))] },
];

test.each(cases)("$name", (one) => scene.play(one));
