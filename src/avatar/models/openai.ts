import OpenAI, { APIConnectionError, APIError } from "openai";
import { Agent, request as undiciRequest, type Dispatcher } from "undici";
import { readStream } from "./sse.ts";
import { ModelFailure, type ChatMessage, type Model, type ModelReply, type ModelRequest } from "./model.ts";

export type OpenAISettings = {
  apiKey: string;
  /** ends in /v1, mostly; undefined: OpenAI's own */
  baseUrl: string | undefined;
  /** to the first token, and between two */
  timeoutMs: number;
};

const CONNECTIONS = 512; // to one endpoint; more streams than that wait their turn
const REPLY_LIMIT_MS = 5 * 60_000; // a reply that drips longer than this is broken

/**
 * Any OpenAI-compatible endpoint. The `openai` package makes the request and names the errors; the stream is read
 * as it comes, without its objects (measured: half of a turn's CPU). No hidden retries: each attempt is a step with its own hold.
 */
export function createOpenAI(settings: OpenAISettings): { model(name: string): Model; close(): Promise<void> } {
  const agent = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 30_000, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });
  const client = new OpenAI({
    apiKey: settings.apiKey,
    ...(settings.baseUrl ? { baseURL: settings.baseUrl } : {}),
    maxRetries: 0,
    timeout: REPLY_LIMIT_MS,
    logLevel: "off",
    fetch: ((url: string | URL, init: RequestInit) => lightFetch(agent, url, init)) as unknown as typeof fetch,
  });
  return {
    model: (name) => ({
      name,
      bytesOf: (request) => Buffer.byteLength(JSON.stringify(bodyOf(settings, name, request))),
      ask: (request) => ask(client, settings, name, request),
    }),
    close: () => agent.close(),
  };
}

async function ask(client: OpenAI, settings: OpenAISettings, name: string, request: ModelRequest): Promise<ModelReply> {
  const stop = new AbortController();
  let reason: ModelFailure | undefined;
  const end = (failure: ModelFailure) => {
    reason ??= failure;
    stop.abort(failure);
  };
  let timer = setTimeout(() => end(new ModelFailure("timeout", "maybe", `no token within ${settings.timeoutMs} ms`)), settings.timeoutMs);
  const longest = setTimeout(() => end(new ModelFailure("timeout", "maybe", `not finished within ${REPLY_LIMIT_MS} ms`)), REPLY_LIMIT_MS);
  const onAbort = () => end(new ModelFailure("stopped", "maybe", "the turn was stopped"));
  request.signal.addEventListener("abort", onAbort, { once: true });
  try {
    if (request.signal.aborted) throw new ModelFailure("stopped", "no", "the turn was stopped before it began");
    const response = await client.chat.completions.create(bodyOf(settings, name, request), { signal: stop.signal }).asResponse();
    const body = response.body as unknown as Dispatcher.ResponseData["body"];
    return await readStream(body, {
      onText: request.onText,
      onChunk: () => {
        clearTimeout(timer);
        timer = setTimeout(() => end(new ModelFailure("timeout", "maybe", `no token for ${settings.timeoutMs} ms`)), settings.timeoutMs);
      },
    });
  } catch (error) {
    throw reason ?? failureOf(error);
  } finally {
    clearTimeout(timer);
    clearTimeout(longest);
    request.signal.removeEventListener("abort", onAbort);
  }
}

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

function bodyOf({ baseUrl }: OpenAISettings, model: string, request: ModelRequest): Body {
  // OpenAI's newer models know only the new name of the cap, other servers mostly only the old one.
  const cap = !baseUrl || new URL(baseUrl).hostname.endsWith("openai.com") ? "max_completion_tokens" : "max_tokens";
  return {
    model,
    messages: request.messages.map(messageOf),
    ...(request.tools.length > 0 ? { tools: request.tools.map((tool) => ({ type: "function" as const, function: { name: tool.name, description: tool.description, parameters: tool.parameters } })) } : {}),
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

function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const cause = { cause: error };
  if (error instanceof APIConnectionError) {
    const code = codeOf(error);
    // Refused or not found: nothing was sent. Anything else may have been read before the line went dead.
    return new ModelFailure("unreachable", code === "ECONNREFUSED" || code === "ENOTFOUND" ? "no" : "maybe", `the model endpoint cannot be reached (${code ?? error.message})`, cause);
  }
  if (error instanceof APIError) return new ModelFailure("refused", "no", `the model endpoint answered ${error.status ?? "an error"}`, cause);
  return new ModelFailure("broken_off", "maybe", error instanceof Error ? error.message : String(error), cause);
}

function codeOf(error: unknown): string | undefined {
  for (let at = error as { code?: string; cause?: unknown } | undefined; at; at = at.cause as typeof at) if (typeof at.code === "string") return at.code;
  return undefined;
}

// What the package needs of fetch, over undici's pool: a third of the work of a full fetch per call.
async function lightFetch(agent: Agent, url: string | URL, init: RequestInit): Promise<unknown> {
  const { statusCode, headers, body } = await undiciRequest(url, {
    dispatcher: agent,
    method: (init.method ?? "GET") as Dispatcher.HttpMethod,
    headers: Object.fromEntries(new Headers(init.headers as ConstructorParameters<typeof Headers>[0])),
    body: init.body as string,
    signal: init.signal ?? null,
  });
  const names = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === "string") names.set(name, value);
  return { ok: statusCode >= 200 && statusCode < 300, status: statusCode, statusText: "", url: String(url), headers: names, body, text: () => body.text(), json: () => body.json() };
}
