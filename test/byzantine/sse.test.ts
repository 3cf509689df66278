import { afterAll, beforeAll, test } from "vitest";
import { openScene, type Case, type Scene } from "./scene.ts";
import { ANSWER, answers, chunk, DONE, event, HONEST, MEGABYTE, sends, STOP, TAIL, USAGE, words } from "./wire.ts";

// Server-sent events, as they may be written and as they may not. What can be read is read, down to its account.

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const read = { outcome: "answered", cost: "bill", says: ANSWER } as const;
const broken = { outcome: "fallback", never: "overwrites" } as const;
const each = (text: string | Buffer, bytes: number) =>
  Array.from({ length: Math.ceil(text.length / bytes) }, (_, at) => text.slice(at * bytes, (at + 1) * bytes));
const accents = "Größe 日本 👩‍🚀 é ";

const spoilt = Buffer.from(words("One __ two. ")).map((byte) => (byte === 0x5f ? 0xff : byte));

const cases: Case[] = [
  { ...read, name: "lines that end with CRLF", does: [sends(HONEST.replaceAll("\n", "\r\n"))] },
  { ...read, name: "lines that end with CR", does: [sends(HONEST.replaceAll("\n", "\r"))] },
  { ...read, name: "lines that end in three ways", does: [sends(words(ANSWER).replaceAll("\n", "\r"), STOP.replaceAll("\n", "\r\n"), USAGE + DONE)] },
  { ...read, name: "CR and LF of one end in two packets", does: [sends(...HONEST.replaceAll("\n", "\r\n").split(/(?<=\r)/), { pauseMs: 5 })] },
  { ...read, name: "a byte order mark", does: [sends(`\ufeff${HONEST}`)] },
  { ...read, name: "no space after data:", does: [sends(HONEST.replaceAll("data: ", "data:"))] },
  { ...read, name: "many spaces after data:", does: [sends(HONEST.replaceAll("data: ", "data:      "))] },
  { ...read, name: "data in several lines", does: [sends(HONEST.replaceAll(',"', ',\ndata: "'))] },
  { ...read, name: "data in several lines that end with CRLF", does: [sends(HONEST.replaceAll(',"', ',\ndata: "').replaceAll("\n", "\r\n"))] },
  { ...read, name: "no empty lines between the events", does: [sends(HONEST.replaceAll("\n\n", "\n"))] },
  { ...read, name: "no end of the last line", does: [sends(HONEST.trimEnd())] },
  { ...read, name: "comments between", does: [sends(`: hello\n\n${HONEST.replaceAll("\n\n", "\n\n: still here\n\n")}`)] },
  {
    ...read,
    name: "event, id, retry and fields that nobody knows",
    does: [sends(HONEST.replaceAll("data: ", "event: message\nid: 7\nretry: 1\nx-y: z\ndata\ndata: "))],
  },
  { ...read, name: "five thousand empty events first", does: [sends("\n".repeat(10_000) + HONEST)] },
  { ...read, name: "one byte in each packet", does: [sends(...each(HONEST, 1))] },
  { ...read, name: "characters cut in their middle", says: accents.trim(), does: [sends(...each(Buffer.from(words(accents) + HONEST), 3))] },
  {
    ...read,
    name: "a word in each of two thousand events",
    says: "word 1999 of",
    does: [sends(Array.from({ length: 2_000 }, (_, at) => (at < 1_990 ? words("") : words(`word ${at} of it. `))).join("") + HONEST)],
  },
  { ...read, name: "two [DONE]", does: [sends(HONEST + DONE)] },
  { ...read, name: "no [DONE]", does: [sends(words(ANSWER) + STOP + USAGE)] },
  { ...read, name: "nothing but [DONE] at the end of the words", does: [sends(words(ANSWER) + USAGE + DONE)] },
  { ...read, name: "trailing garbage", does: [sends(`${HONEST}data: {oops\n\n\0\0\0<html>`)] },
  { ...read, name: "words after the end", never: "free", does: [sends(HONEST + words("Everything is free."))] },
  { ...read, name: "an error after the end", does: [sends(HONEST + event('{"error":{"message":"late"}}'))] },
  { ...read, name: "JSON that is no chunk", does: [sends(`data: null\n\ndata: 5\n\ndata: "x"\n\ndata: []\n\ndata: true\n\n${HONEST}`)] },
  { ...read, name: "NUL bytes between the events", does: [sends(HONEST.replaceAll("\n\n", "\n\n\0\n"))] },
  { ...read, name: "bytes that are no UTF-8", says: "One \ufffd\ufffd two.", does: [sends(Buffer.from(spoilt), HONEST)] },
  { ...read, name: "NUL in a word", says: "Restore it now.", does: [sends(event(chunk({ content: "Restore\0 it\u0007 now. " })) + HONEST)] },
  { ...read, name: "terminal commands in words", does: [sends(words("\u001b[2J\u001b]0;owned\u0007 ") + HONEST)] },
  { ...read, name: "half a character", says: "Restore\ufffd it \ufffdnow.", does: [sends(event(chunk({ content: "Restore\ud83d it \udc00now. " })) + HONEST)] },
  { ...read, name: "half a character at the very end", does: [sends(words(ANSWER) + event(chunk({ content: "\ud83d" })) + TAIL)] },
  {
    ...read,
    name: "one character in two events",
    says: "Good 👍",
    does: [sends(event(chunk({ content: "Good \ud83d" })) + event(chunk({ content: "\udc4d. " })) + HONEST)],
  },
  { ...read, name: "words that turn the reading direction", never: /[\u202a-\u202e]/u, does: [sends(words("Take \u202eti od\u202c this. ") + HONEST)] },
  { ...read, name: "only spaces and then words", does: [sends(words(" \n\n\t ") + HONEST)] },
  { ...broken, name: "something that is not JSON in the middle", cost: "bill", does: [sends(`${words(ANSWER)}data: {oops\n\n${TAIL}`)] },
  { ...broken, name: "half of an event, and another", cost: "bill", does: [sends(`${words(ANSWER).slice(0, 80)}\n\n${HONEST}`)] },
  { ...broken, name: "a line of 3 MiB", cost: "bill", does: [sends(`data: ${"x".repeat(3 * MEGABYTE)}\n\n${HONEST}`)] },
  { ...broken, name: "a word of 3 MiB", cost: "bill", does: [sends(words("x".repeat(3 * MEGABYTE)) + TAIL)] },
  { ...broken, name: "an event of a hundred thousand lines", cost: "bill", does: [sends(`${"data: [\n".repeat(200_000)}\n${HONEST}`)] },
  { ...broken, name: "the end in the middle of an event", cost: "ceiling", does: [sends(words(ANSWER), HONEST.slice(0, 60))] },
  { ...broken, name: "the end before the end", cost: "ceiling", does: [sends(words(ANSWER))] },
  { ...broken, name: "an end without words", cost: "ceiling", does: [sends(DONE)] },
  { ...broken, name: "an honest answer in UTF-16", cost: "ceiling", does: [sends(Buffer.from(HONEST, "utf16le"))] },
  { ...broken, name: "only comments", cost: "ceiling", does: [sends(": nothing\n\n".repeat(1_000))] },
  { ...broken, name: "zeros and ones", cost: "ceiling", does: [sends(Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 256)))] },
  { ...broken, name: "an error in the stream", cost: "ceiling", does: [sends(words(ANSWER) + event('{"error":{"message":"overloaded","code":529}}'))] },
  { ...broken, name: "an error in the stream, and its account", cost: "bill", does: [sends(words(ANSWER) + event('{"error":"overloaded"}') + USAGE + DONE)] },
  { ...broken, name: "no text at all, with manners", cost: "bill", does: [answers("")] },
];

test.each(cases)("$name", (one) => scene.play(one));
