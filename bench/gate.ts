/**
 * What the gate costs in processor time, per kilobyte of reply: read in pieces as a stream brings them, and read at once.
 * `node bench/gate.ts` measures this tree; `node bench/gate.ts ../other` measures another one beside it, round by round in
 * the same process, so that both meet the same machine.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { openGate } from "../src/avatar/gate.ts";

type Open = typeof openGate;

const ROUNDS = 12;
const REPLY = 1_200;
const PIECE = 4;

/** Replies as they are: good answers one after the other. */
function replies(language: string): string[] {
  const { good } = parse(readFileSync(new URL(`../test/avatar/corpora/gate/${language}.yaml`, import.meta.url), "utf8")) as { good: string };
  const found: string[] = [];
  let reply = "";
  for (const line of good.split("\n")) {
    reply += `${line} `;
    if (reply.length < REPLY) continue;
    found.push(reply.trim());
    reply = "";
  }
  return found.slice(0, 16);
}

function inPieces(open: Open, text: string): void {
  const gate = open({ texts: [], links: [], prompt: "You are Robin.", internal: ["Northwind Traders"] });
  for (let end = PIECE; end < text.length + PIECE; end += PIECE) {
    const prefix = text.slice(0, end);
    gate.check(prefix, false);
    gate.holdBack(prefix);
  }
  gate.check(text, true);
}

function atOnce(open: Open, text: string): void {
  open({ texts: [], links: [], prompt: "You are Robin.", internal: ["Northwind Traders"] }).check(text, true);
}

/** Milliseconds of processor time per kilobyte. */
function cost(run: (open: Open, text: string) => void, open: Open, texts: readonly string[]): number {
  const before = process.cpuUsage();
  for (const text of texts) run(open, text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / texts.reduce((sum, text) => sum + text.length, 0);
}

const trees = [["this tree", ".."], ...process.argv.slice(2).map((path) => [path, new URL(`${path}/`, `file://${process.cwd()}/`).pathname])];
const opens: [string, Open][] = [];
for (const [name = "", path = ""] of trees) opens.push([name, ((await import(`${path}/src/avatar/gate.ts`)) as { openGate: Open }).openGate]);
const rows: string[] = [];
for (const language of ["en", "de"]) {
  const texts = replies(language);
  for (const [how, run] of [
    [`in pieces of ${PIECE}`, inPieces],
    ["at once", atOnce],
  ] as const) {
    const best = opens.map(() => Infinity);
    for (let round = 0; round < ROUNDS; round++) for (const [i, [, open]] of opens.entries()) best[i] = Math.min(best[i] ?? Infinity, cost(run, open, texts));
    rows.push(`| ${language}, ${how} | ${best.map((one) => `${one.toFixed(2)} ms`).join(" | ")} |`);
  }
}
process.stdout.write(`| per KB of reply | ${opens.map(([name]) => name).join(" | ")} |\n|---|${"--:|".repeat(opens.length)}\n${rows.join("\n")}\n`);
