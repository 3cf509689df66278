import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import { refused, unreachable } from "./failures.ts";
import { openAIFields } from "./langchain-openai.ts";
import { readChunks } from "./langchain-stream.ts";
import { ModelFailure, ModelUnknown, type ChatMessage, type Model, type ModelReply, type ModelRequest } from "./model.ts";
import { bodyOf, type OpenAISettings } from "./openai.ts";
import { openPatience } from "./patience.ts";

export const LANGCHAIN = "langchain:";

/**
 * What a provider may put around a request by itself, in tokens of which each is counted as a byte: the longest that is known are the few
 * hundred with which a provider explains tools to its model. It belongs to the ceiling of every step.
 */
const PROVIDER_BYTES = 4096;

/** These read a system message wherever it stands; the others take one at the very beginning alone. */
const SYSTEM_ANYWHERE = new Set(["openai", "azure_openai", "deepseek", "groq", "xai", "cerebras", "fireworks", "together"]);

type Parts = Awaited<ReturnType<typeof load>>;

/** The one place where LangChain is loaded: it takes half a second and some 100 MB, so only whoever names it pays for it. */
async function load() {
  const [universal, messages] = await Promise.all([import("langchain/chat_models/universal"), import("@langchain/core/messages")]);
  return {
    classOf: universal.getChatModelByClassName,
    providers: universal.MODEL_PROVIDER_CONFIG as Record<string, { package: string; className: string }>,
    messages,
  };
}

/**
 * Any provider that LangChain has a chat model for: `langchain:PROVIDER/MODEL`. LangChain retries by itself six times: here never,
 * because each attempt is a step of ours with its own hold. It is only ever asked by `.stream()`: with `streaming: true` set on the model, it
 * fetches tables of tokens from elsewhere.
 * @throws ModelUnknown when the provider is not known, its package is not installed, or it lacks its key
 */
export async function createLangChainModel(name: string, settings: OpenAISettings): Promise<Model> {
  const [provider, model] = partsOf(name);
  const parts = await load();
  const build = await builderOf(parts, { name, provider, model }, settings);
  const built = new Map<number, BaseChatModel>();
  // The cap is a part of the model there; the rulebook has one at a time.
  function modelFor(cap: number): BaseChatModel {
    const known = built.get(cap) ?? build(cap);
    if (built.size > 8) built.clear();
    built.set(cap, known);
    return known;
  }
  return {
    name,
    bytesOf: (request) => Buffer.byteLength(JSON.stringify(bodyOf(settings, model, request))) + PROVIDER_BYTES,
    ask: (request) => ask(modelFor(request.maxOutputTokens), { provider, timeoutMs: settings.timeoutMs, messages: parts.messages }, request),
  };
}

function partsOf(name: string): [provider: string, model: string] {
  const rest = name.slice(LANGCHAIN.length);
  const slash = rest.indexOf("/");
  if (slash <= 0 || slash === rest.length - 1)
    throw new ModelUnknown(`The model ${name} is not complete: write langchain:PROVIDER/MODEL, such as langchain:anthropic/claude-sonnet-4-5.`);
  return [rest.slice(0, slash), rest.slice(slash + 1)];
}

type Wanted = { name: string; provider: string; model: string };

async function builderOf(parts: Parts, wanted: Wanted, settings: OpenAISettings): Promise<(cap: number) => BaseChatModel> {
  const { name, provider, model } = wanted;
  const known = Object.hasOwn(parts.providers, provider) ? parts.providers[provider] : undefined;
  if (!known) throw new ModelUnknown(`LangChain knows no provider "${provider}" (in ${name}). It knows: ${Object.keys(parts.providers).join(", ")}.`);
  const Chat = await parts.classOf(known.className, provider).catch((error: unknown) => {
    if (!/^Unable to import|Cannot find (?:package|module)/.test(String((error as Error)?.message))) throw error;
    throw new ModelUnknown(`The model ${name} needs the package ${known.package}, which is not installed. Install it: npm install ${known.package}`, {
      cause: error,
    });
  });
  // Other providers read their key and address from the environment themselves, such as ANTHROPIC_API_KEY.
  const own = provider === "openai" ? await openAIFields(settings) : () => ({});
  const build = (cap: number) => {
    // Each provider has its own word for the cap, and lets those of the others be.
    const fields = { model, maxRetries: 0, maxTokens: cap, maxOutputTokens: cap, numPredict: cap };
    return new (Chat as new (fields: object) => BaseChatModel)({ ...fields, ...own(fields) });
  };
  try {
    build(1);
  } catch (cause) {
    const [first = "it cannot be made"] = String((cause as Error)?.message).split("\n");
    throw new ModelUnknown(`The model ${name} cannot be used: ${first}`, { cause });
  }
  return build;
}

type Lane = { provider: string; timeoutMs: number; messages: Parts["messages"] };

async function ask(model: BaseChatModel, lane: Lane, request: ModelRequest): Promise<ModelReply> {
  if (request.signal.aborted) throw new ModelFailure("stopped", "no", "the turn was stopped before it began");
  const patience = openPatience(lane.timeoutMs, request.signal);
  let began = false;
  try {
    const bound = request.tools.length > 0 && model.bindTools ? model.bindTools(request.tools.map(toolOf)) : model;
    const messages = messagesOf(request.messages, lane);
    // Not every provider's package heeds the signal at once: nobody waits for one that does not.
    const gone = new Promise<never>((_, reject) => patience.signal.addEventListener("abort", () => reject(patience.signal.reason as Error), { once: true }));
    gone.catch(() => undefined);
    const stream = await Promise.race([bound.stream(messages, { signal: patience.signal }), gone]);
    return await readChunks(stream, { request, gone, strict: lane.provider === "openai", alive: () => ((began = true), patience.alive()) });
  } catch (error) {
    throw patience.reason() ?? failureOf(error, began);
  } finally {
    patience.end();
    patience.drop();
  }
}

function toolOf(tool: ModelRequest["tools"][number]) {
  return { type: "function" as const, function: { name: tool.name, description: tool.description, parameters: tool.parameters } };
}

function messagesOf(messages: ChatMessage[], { provider, messages: kinds }: Lane): BaseMessage[] {
  return messages.map((message, at) => {
    const content = message.content ?? "";
    if (message.role === "tool") return new kinds.ToolMessage({ content, tool_call_id: message.callId });
    if (message.role === "system" && (at === 0 || SYSTEM_ANYWHERE.has(provider))) return new kinds.SystemMessage(content);
    if (message.role !== "assistant") return new kinds.HumanMessage(content);
    const calls = (message.toolCalls ?? []).map((call) => ({ id: call.id, name: call.name, args: argumentsOf(call.arguments), type: "tool_call" as const }));
    return new kinds.AIMessage({ content, tool_calls: calls });
  });
}

function argumentsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Every package has its own errors; what they share is a status where the endpoint refused, and the network's code where it was not there. */
function failureOf(error: unknown, began: boolean): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { status, statusCode, headers, name } = (error ?? {}) as { status?: unknown; statusCode?: unknown; headers?: unknown; name?: unknown };
  const code = typeof status === "number" ? status : statusCode;
  if (typeof code === "number" && !began) return refused(code, headerOf(headers, "retry-after"));
  if (name === "TimeoutError") return new ModelFailure("timeout", "maybe", "the model endpoint took too long", { cause: error });
  if (error instanceof SyntaxError) return new ModelFailure("nonsense", "maybe", "the stream holds something that is not JSON", { cause: error });
  if (error instanceof TypeError || !began) return began ? brokenOff(error) : unreachable(error);
  // What a package throws in the middle of a stream is what the endpoint said in it, or that the line went dead.
  return (error as { error?: unknown }).error === undefined
    ? brokenOff(error)
    : new ModelFailure("refused", "maybe", "the model endpoint sent an error in its stream", { cause: error });
}

function brokenOff(cause: unknown): ModelFailure {
  return new ModelFailure("broken_off", "maybe", "the stream broke off", { cause });
}

function headerOf(headers: unknown, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = typeof headers === "object" && headers !== null ? (headers as Record<string, unknown>)[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
