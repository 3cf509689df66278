// A model that answers at once: OpenAI-compatible, streamed, 50 tokens with usage, a new id each. It counts its calls.
// A program of its own, so that its work is not the load's or the service's: node bench/model-server.ts, PORT in the environment.
// PUT /pace { firstMs, pieces, eachMs } makes it slower and has it keep a journal, which GET /journal hands out and begins anew.
import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { FACT_MARK, LOOK_IT_UP, REPLY_TOKENS } from "./texts.ts";

/** Until the first token, and between the pieces in which the 50 come. */
export type Pace = { firstMs: number; pieces: number; eachMs: number };

/** One request: when it was there and when its answer was, in ms since the epoch; what for; how long it was; whether it held what a contact had told. */
export type Heard = { at: number; first: number; end: number; kind: "turn" | "summary"; bytes: number; knows: boolean };

type Request = {
  model?: string;
  messages?: { role: string; content: unknown }[];
  tools?: { function: { name: string } }[];
  stream_options?: { include_usage?: boolean };
};

const AT_ONCE: Pace = { firstMs: 0, pieces: 1, eachMs: 0 };
let pace = AT_ONCE;
let journal: Heard[] | undefined;
let calls = 0;
/** Of these, the ones that retell a long conversation: beside the turns, and sometimes while another server is measured. */
let summaries = 0;

const now = () => performance.timeOrigin + performance.now();

async function complete(body: string, bytes: number, response: ServerResponse): Promise<void> {
  const at = now();
  const request = JSON.parse(body) as Request;
  calls++;
  const isSummary = String(request.messages?.[0]?.content).startsWith("You keep the notes");
  if (isSummary) summaries++;
  const head = `data: ${JSON.stringify({ id: `chatcmpl-${calls}`, object: "chat.completion.chunk", created: Math.floor(Date.now() / 1000), model: request.model ?? "" }).slice(0, -1)}`;
  const chunk = (delta: unknown, finish: string | null) =>
    `${head},"choices":[{"index":0,"delta":${JSON.stringify(delta)},"finish_reason":${JSON.stringify(finish)}}]}\n\n`;
  const call = wanted(request);
  const deltas = call ? [{ role: "assistant", content: null, tool_calls: [call] }] : REPLY_TOKENS.map((content, i) => (i === 0 ? { role: "assistant", content } : { content })); // prettier-ignore
  const input = Math.ceil(bytes / 4);
  const usage = { prompt_tokens: input, completion_tokens: REPLY_TOKENS.length, total_tokens: input + REPLY_TOKENS.length };
  const told = request.stream_options?.include_usage ? `${head},"choices":[],"usage":${JSON.stringify(usage)}}\n\n` : "";
  const chunks = deltas.map((delta) => chunk(delta, null));
  if (pace.firstMs > 0) await sleep(pace.firstMs);
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const first = now();
  const size = Math.ceil(chunks.length / pace.pieces);
  for (let from = 0; from + size < chunks.length; from += size) {
    response.write(chunks.slice(from, from + size).join(""));
    if (pace.eachMs > 0) await sleep(pace.eachMs);
  }
  const rest = chunks.slice(Math.floor((chunks.length - 1) / size) * size);
  response.end(`${rest.join("")}${chunk({}, call ? "tool_calls" : "stop")}${told}data: [DONE]\n\n`);
  journal?.push({ at, first, end: now(), kind: isSummary ? "summary" : "turn", bytes, knows: body.includes(FACT_MARK) });
}

/** The call of the first tool that searches, where the question asks for one and it has not been made. */
function wanted({ messages = [], tools = [] }: Request): object | undefined {
  const last = messages.at(-1);
  const search = tools.find((tool) => tool.function.name.startsWith("search_"));
  if (!search || last?.role !== "user" || !JSON.stringify(last.content).includes(LOOK_IT_UP)) return undefined;
  return { index: 0, id: `call_${calls}`, type: "function", function: { name: search.function.name, arguments: '{"query":"configuration of the server"}' } };
}

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/journal" ? (journal ?? []) : { turns: calls - summaries, pid: process.pid }));
    if (request.url === "/journal") journal &&= [];
    return;
  }
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts);
    if (request.method !== "PUT") return void complete(body.toString(), body.length, response);
    pace = JSON.parse(body.toString()) as Pace;
    journal = [];
    response.end("{}");
  });
});
server.keepAliveTimeout = 600_000;
server.listen(Number(process.env["PORT"]), "127.0.0.1", 4096);
