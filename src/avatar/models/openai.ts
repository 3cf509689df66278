import OpenAI from "openai";
import { Agent } from "undici";
import { refused, unreachable } from "./failures.ts";
import { openPatience } from "./patience.ts";
import { readStream } from "./sse.ts";
import { CHARACTERS_A_TOKEN, ModelFailure, type ChatMessage, type Model, type ModelReply, type ModelRequest } from "./model.ts";

export type OpenAISettings = {
  apiKey: string;
  /** ends in /v1, mostly; undefined: OpenAI's own */
  baseUrl: string | undefined;
  /** to the first token, and between two */
  timeoutMs: number;
};

const CONNECTIONS = 512; // to one endpoint; more streams than that wait their turn
const REFUSAL_BYTES = 64 * 1024; // of a refusal are let go by, so that the connection serves again

/**
 * Any OpenAI-compatible endpoint. The `openai` package knows where and how to ask; the stream is read
 * as it comes, without its objects (measured: half of a turn's CPU). No hidden retries: each attempt is a step with its own hold.
 * Redirects are not followed: the key and the talk go where the owner has said.
 */
export function createOpenAI(settings: OpenAISettings): { model(name: string): Model; close(): Promise<void> } {
  const agent = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 30_000, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });
  const client = new OpenAI({
    apiKey: settings.apiKey,
    ...(settings.baseUrl ? { baseURL: settings.baseUrl } : {}),
    maxRetries: 0,
    logLevel: "off",
  });
  const lane = { agent, prepared: prepare(client) };
  // What is measured for the price is what is sent, written once.
  const texts = new WeakMap<ModelRequest, Map<string, string>>();
  function written(name: string, request: ModelRequest): string {
    const known = texts.get(request) ?? new Map<string, string>();
    texts.set(request, known);
    const text = known.get(name) ?? JSON.stringify(bodyOf(settings, name, request));
    known.set(name, text);
    return text;
  }
  return {
    model: (name) => ({
      name,
      bytesOf: (request) => Buffer.byteLength(written(name, request)),
      ask: (request) => ask(lane, settings, written(name, request), request),
    }),
    close: () => agent.close(),
  };
}

type Lane = { agent: Agent; prepared: Promise<{ url: URL; headers: Record<string, string> }> };

/** Where and with which headers the package would ask: the same for every call, so it is asked once. */
async function prepare(client: OpenAI): Promise<{ url: URL; headers: Record<string, string> }> {
  const { url, req } = await client.buildRequest({ method: "post", path: "/chat/completions", body: {}, stream: true });
  const headers = Object.fromEntries(new Headers(req.headers as ConstructorParameters<typeof Headers>[0]));
  delete headers["content-length"];
  return { url: new URL(url), headers };
}

async function ask({ agent, prepared }: Lane, settings: OpenAISettings, text: string, request: ModelRequest): Promise<ModelReply> {
  const patience = openPatience(settings.timeoutMs, request.signal);
  try {
    if (request.signal.aborted) throw new ModelFailure("stopped", "no", "the turn was stopped before it began");
    const { url, headers } = await prepared;
    const {
      statusCode,
      headers: said,
      body,
    } = await agent
      .request({ origin: url.origin, path: url.pathname + url.search, method: "POST", headers, body: text, signal: patience.signal })
      .catch((error: unknown) => {
        throw patience.reason() ?? unreachable(error);
      });
    if (statusCode < 200 || statusCode >= 300) {
      void body.dump({ limit: REFUSAL_BYTES, signal: AbortSignal.timeout(settings.timeoutMs) }).catch(() => undefined);
      throw refused(statusCode, [said["retry-after"]].flat()[0]);
    }
    return await readStream(body, {
      onText: request.onText,
      onChunk: patience.alive,
      maxCharacters: request.maxOutputTokens * CHARACTERS_A_TOKEN,
    });
  } finally {
    patience.end();
  }
}

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

/** The request as OpenAI-compatible endpoints take it. */
export function bodyOf({ baseUrl }: Pick<OpenAISettings, "baseUrl">, model: string, request: ModelRequest): Body {
  // OpenAI's newer models know only the new name of the cap, other servers mostly only the old one.
  const cap = !baseUrl || new URL(baseUrl).hostname.endsWith("openai.com") ? "max_completion_tokens" : "max_tokens";
  return {
    model,
    messages: request.messages.map(messageOf),
    ...(request.tools.length > 0
      ? {
          tools: request.tools.map((tool) => ({
            type: "function" as const,
            function: { name: tool.name, description: tool.description, parameters: tool.parameters },
          })),
        }
      : {}),
    [cap]: request.maxOutputTokens,
    stream: true,
    stream_options: { include_usage: true },
  };
}

function messageOf(message: ChatMessage): OpenAI.Chat.Completions.ChatCompletionMessageParam {
  if (message.role === "tool") return { role: "tool", tool_call_id: message.callId, content: message.content };
  if (message.role !== "assistant" || !message.toolCalls) return { role: message.role as "user", content: message.content ?? "" };
  return {
    role: "assistant",
    content: message.content,
    tool_calls: message.toolCalls.map((call) => ({ id: call.id, type: "function", function: { name: call.name, arguments: call.arguments } })),
  };
}
