import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What an endpoint for vectors was asked: everything that came, and the texts in it. */
export type VectorsAsked = { raw: string; body: { model: string; input: string[] } };
/** Answers by itself, or leaves it: true. */
export type VectorStep = (asked: VectorsAsked, response: ServerResponse) => boolean | Promise<boolean>;

/** Three matters that a text may be about, in three languages; a text about none stands alone. */
const MATTERS = [/backup|sicherung|sauvegarde/i, /metrics|prometheus|telemetr/i, /invoice|rechnung|facture/i];

export function vectorOf(text: string): number[] {
  return [...MATTERS.map((matter) => (matter.test(text) ? 1 : 0)), 0.1];
}

export function answered(texts: string[], usage: unknown = { prompt_tokens: texts.join(" ").length, total_tokens: 1 }): string {
  return JSON.stringify({ object: "list", data: texts.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) })), usage });
}

/** An OpenAI-compatible endpoint for vectors on 127.0.0.1; `step.now` may be changed while it runs. */
export async function startVectorServer() {
  const journal: VectorsAsked[] = [];
  const step: { now: VectorStep } = { now: () => false };
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const text = Buffer.concat(parts).toString();
      const asked = { raw: [request.url, ...request.rawHeaders, text].join("\n"), body: JSON.parse(text) as VectorsAsked["body"] };
      journal.push(asked);
      if (await step.now(asked, response)) return;
      response.writeHead(200, { "content-type": "application/json" }).end(answered(asked.body.input));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    journal,
    step,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
