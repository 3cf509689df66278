// The floor: what anybody writes in an hour. Bare express and the openai package, the history in a Map, the reply passed on as
// server-sent events. No database, no policy, no ledger. At most 40 lines: what is faster than this costs nobody anything.
import express from "express";
import OpenAI from "openai";

type Message = { role: "system" | "user" | "assistant"; content: string };

const model = process.env["MODEL"] ?? "gpt-4o-mini";
const openai = new OpenAI({ maxRetries: 0 });
const histories = new Map<string, Message[]>();
const app = express();
app.use(express.json({ limit: "20mb" }));

app.post("/chat", async (request, response) => {
  const { conversation, text } = request.body as { conversation: string; text: string };
  const messages = histories.get(conversation) ?? [{ role: "system", content: "You are a helpful avatar." }];
  histories.set(conversation, messages);
  messages.push({ role: "user", content: text });
  response.setHeader("content-type", "text/event-stream");
  let reply = "";
  for await (const chunk of await openai.chat.completions.create({ model, messages, stream: true, stream_options: { include_usage: true } })) {
    const delta = chunk.choices[0]?.delta?.content;
    if (!delta) continue;
    reply += delta;
    response.write(`data: ${JSON.stringify({ delta })}\n\n`);
  }
  messages.push({ role: "assistant", content: reply });
  response.end("data: [DONE]\n\n");
});

// Its clients wait while the others are measured: longer than the five seconds after which node hangs up.
app.listen(Number(process.env["PORT"]), "127.0.0.1", 4096).keepAliveTimeout = 300_000;
