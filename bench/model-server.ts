// A model that answers at once: OpenAI-compatible, streamed, 50 tokens with usage, a new id each. It counts its calls.
// A program of its own, so that its work is not the load's or the service's: node bench/model-server.ts, PORT in the environment.
import { createServer, type ServerResponse } from "node:http";
import { REPLY_TOKENS } from "./texts.ts";

let calls = 0;

function complete(request: { model?: string; stream_options?: { include_usage?: boolean } }, bytes: number, response: ServerResponse): void {
  calls++;
  const head = `data: ${JSON.stringify({ id: `chatcmpl-${calls}`, object: "chat.completion.chunk", created: Math.floor(Date.now() / 1000), model: request.model ?? "" }).slice(0, -1)}`;
  const chunk = (delta: unknown, finish: string | null) =>
    `${head},"choices":[{"index":0,"delta":${JSON.stringify(delta)},"finish_reason":${JSON.stringify(finish)}}]}\n\n`;
  const tokens = REPLY_TOKENS.map((content, i) => chunk(i === 0 ? { role: "assistant", content } : { content }, null));
  const input = Math.ceil(bytes / 4);
  const usage = { prompt_tokens: input, completion_tokens: REPLY_TOKENS.length, total_tokens: input + REPLY_TOKENS.length };
  const told = request.stream_options?.include_usage ? `${head},"choices":[],"usage":${JSON.stringify(usage)}}\n\n` : "";
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.end(`${tokens.join("")}${chunk({}, "stop")}${told}data: [DONE]\n\n`);
}

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ calls, pid: process.pid }));
    return;
  }
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts);
    complete(JSON.parse(body.toString()) as { model?: string }, body.length, response);
  });
});
server.keepAliveTimeout = 120_000;
server.listen(Number(process.env["PORT"]), "127.0.0.1", 4096);
