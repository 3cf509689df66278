// The other floor: what anybody writes in an hour with LangChain. Bare express and `createAgent` with one tool, the history in a Map, the reply
// passed on as server-sent events. No database, no policy, no ledger. It speaks as bench/floor.ts does.
import { ChatOpenAI } from "@langchain/openai";
import express from "express";
import { createAgent, tool } from "langchain";
import { z } from "zod";

type Message = { role: "user" | "assistant"; content: string };

const search = tool(() => "You can change this in the configuration file of the server.", {
  name: "search_docs",
  description: "Searches the documentation.",
  schema: z.object({ query: z.string() }),
});
const configuration = { baseURL: process.env["OPENAI_BASE_URL"] ?? "" };
const model = new ChatOpenAI({ model: process.env["MODEL"] ?? "gpt-4o-mini", apiKey: "none", maxRetries: 0, configuration });
const agent = createAgent({ model, tools: [search], systemPrompt: "You are a helpful avatar." });
const histories = new Map<string, Message[]>();
const app = express();
app.use(express.json({ limit: "20mb" }));

app.post("/chat", async (request, response) => {
  const { conversation, text } = request.body as { conversation: string; text: string };
  const messages = histories.get(conversation) ?? [];
  histories.set(conversation, messages);
  messages.push({ role: "user", content: text });
  response.setHeader("content-type", "text/event-stream");
  let reply = "";
  for await (const [chunk] of await agent.stream({ messages: [...messages] }, { streamMode: "messages" })) {
    if (chunk.type !== "ai" || chunk.text === "") continue;
    reply += chunk.text;
    response.write(`data: ${JSON.stringify({ delta: chunk.text })}\n\n`);
  }
  messages.push({ role: "assistant", content: reply });
  response.end("data: [DONE]\n\n");
});

app.listen(Number(process.env["PORT"]), "127.0.0.1", 4096).keepAliveTimeout = 300_000;
