import { join } from "node:path";
import { asksForHuman } from "../src/avatar/human-request.ts";
import { openGate } from "../src/avatar/gate.ts";
import { recall } from "../src/avatar/memory/recall.ts";
import { signsOf } from "../src/avatar/mood/signs.ts";
import { detectSafety, readMessage } from "../src/avatar/safety.ts";
import { createKnowledge } from "../src/knowledge/index.ts";
import { createLog } from "../src/platform/log.ts";
import { FACTS, question, REPLY_TOKENS } from "./texts.ts";

/** What of a turn is thinking, apart from waiting: each part alone, in this process, on the texts of the bench. Mean ms of processor. */
export type Part = { name: string; ms: number };

export async function thinking(runs: number): Promise<Part[]> {
  const knowledge = await createKnowledge({ directory: join(import.meta.dirname, "..", "knowledge"), publicUrl: "http://localhost", log: createLog("silent") });
  const now = new Date();
  const until = new Date(now.getTime() + 86_400_000).toISOString();
  const facts = FACTS.map((fact, i) => ({ id: `m${i}`, fact, at: now.toISOString(), until, confidence: "said" as const, own: true, shared: false }));
  const reply = REPLY_TOKENS.join("");
  const evidence = { texts: [], links: ["http://localhost"], prompt: "You are the avatar of a company.", internal: ["Northwind Traders"] };
  const parts: [string, (turn: number) => unknown][] = [
    ["safety rules and the request for a person, on the question", (turn) => {
      const read = readMessage(question(turn));
      return [detectSafety(read), asksForHuman(read)];
    }],
    ["mood, on the question", (turn) => signsOf(question(turn))],
    ["pages, by words", (turn) => knowledge.search(question(turn), 4)],
    ["memory, five facts", (turn) => recall(facts, question(turn), now)],
    ["the gate, reply at once", () => openGate(evidence).check(reply, true)],
    ["the gate, reply in 25 pieces", () => {
      const gate = openGate(evidence);
      for (let end = 2; end < REPLY_TOKENS.length; end += 2) {
        const prefix = REPLY_TOKENS.slice(0, end).join("");
        gate.check(prefix, false);
        gate.holdBack(prefix);
      }
      gate.check(reply, true);
    }],
  ]; // prettier-ignore
  return parts.map(([name, think]) => {
    for (let turn = 0; turn < runs; turn++) think(turn); // until it is compiled
    const before = process.cpuUsage();
    for (let turn = 0; turn < runs; turn++) think(runs + turn);
    const { user, system } = process.cpuUsage(before);
    return { name, ms: (user + system) / 1000 / runs };
  });
}
