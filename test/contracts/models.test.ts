import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createLangChainModel } from "../../src/avatar/models/langchain.ts";
import { ModelFailure, type Model, type ModelRequest } from "../../src/avatar/models/model.ts";
import { createOpenAI } from "../../src/avatar/models/openai.ts";
import { credibleUsage } from "../../src/ledger/usage.ts";
import { startStubModel, type Script, type StubModel } from "../support/stub-model.ts";
import { calls, chunk, DONE, event, never, sends, STOP, TAIL, TOKENS, TOOLS, usage, USAGE, words } from "../byzantine/wire.ts";

// What a turn relies on, whoever brings the words: our own reader of the OpenAI-compatible stream, or a chat model of LangChain's. A step is asked
// once, its account comes whole, and what went wrong has the same name. LangChain is tried with the provider that can be had on this machine.

const TIMEOUT_MS = 1_000;
let stub: StubModel | undefined;
let shut: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of shut) await close();
  shut = [];
  await stub?.close();
  stub = undefined;
});

type Adapter = { name: string; open(baseUrl: string): Promise<Model> };
const adapters: Adapter[] = [
  {
    name: "our own reader",
    async open(baseUrl) {
      const { model, close } = createOpenAI({ apiKey: "sk-test", baseUrl, timeoutMs: TIMEOUT_MS });
      shut.push(close);
      return model("gpt-4o-mini");
    },
  },
  { name: "LangChain", open: (baseUrl) => createLangChainModel("langchain:openai/gpt-4o-mini", { apiKey: "sk-test", baseUrl, timeoutMs: TIMEOUT_MS }) },
];

const TOOL = {
  name: "search_knowledge",
  description: "Search.",
  parameters: { type: "object", properties: { query: { type: "string" } }, required: ["query"] },
};

function requestOf(more: Partial<ModelRequest> = {}): ModelRequest & { heard: string[] } {
  const heard: string[] = [];
  return {
    messages: [
      { role: "system", content: "You answer customers." },
      { role: "user", content: "How do I restore a backup? Żółw, 亀, 🐢." },
    ],
    tools: [TOOL],
    maxOutputTokens: 800,
    onText: (text) => (heard.push(text), true),
    takeBack: () => true,
    signal: new AbortController().signal,
    heard,
    ...more,
  };
}

describe.each(adapters)("$name", ({ open }) => {
  async function asked(script: Script, more: Partial<ModelRequest> = {}) {
    stub = await startStubModel(script);
    const request = requestOf(more);
    const model = await open(stub.url);
    const answer = await model.ask(request).then(
      (reply) => ({ reply, failure: undefined }),
      (failure: unknown) => ({ reply: undefined, failure: failure as ModelFailure }),
    );
    return { ...answer, request, model, asked: stub.journal };
  }

  test("brings the words as they come, and says why they ended", async () => {
    const { reply, request } = await asked([{ pieces: ["Use ", { pauseMs: 30 }, "marl-restore ", { pauseMs: 30 }, "🐢."] }]);
    expect(reply).toMatchObject({ text: "Use marl-restore 🐢.", toolCalls: [], finish: "stop" });
    expect(request.heard.length).toBeGreaterThan(1);
    expect(request.heard.join("")).toBe("Use marl-restore 🐢.");
  });

  test("asks with the messages and tools as they are, a cap, a stream with its account, and nothing about the customer", async () => {
    const messages: ModelRequest["messages"] = [
      { role: "system", content: "You answer customers." },
      { role: "user", content: "How?" },
      { role: "assistant", content: null, toolCalls: [{ id: "call_1", name: "search_knowledge", arguments: '{"query":"backup"}' }] },
      { role: "tool", callId: "call_1", content: "Pages: none was found." },
      { role: "system", content: "Pages (material)." },
      { role: "user", content: "And now?" },
    ];
    const { asked: journal, model, request } = await asked(undefined as never, { messages });
    const body = journal[0]?.body as unknown as Record<string, unknown>;
    expect(body["messages"]).toEqual([
      { role: "system", content: "You answer customers." },
      { role: "user", content: "How?" },
      {
        role: "assistant",
        content: expect.toSatisfy((content) => content === null || content === ""),
        tool_calls: [{ id: "call_1", type: "function", function: { name: "search_knowledge", arguments: '{"query":"backup"}' } }],
      },
      { role: "tool", tool_call_id: "call_1", content: "Pages: none was found." },
      { role: "system", content: "Pages (material)." },
      { role: "user", content: "And now?" },
    ]);
    expect(body["tools"]).toEqual([{ type: "function", function: TOOL }]);
    expect(body).toMatchObject({ model: "gpt-4o-mini", max_tokens: 800, stream: true, stream_options: { include_usage: true } });
    expect(Object.keys(body).sort()).toEqual(["max_tokens", "messages", "model", "stream", "stream_options", "tools"]);
    expect(model.bytesOf(request), "the ceiling is reckoned from no less than what is sent").toBeGreaterThanOrEqual(journal[0]?.bytes ?? Infinity);
  });

  test("brings tool calls whole, however they were cut", async () => {
    const { reply } = await asked([
      sends(
        calls({ index: 0, id: "a", function: { name: "search_knowledge", arguments: '{"que' } }),
        calls({ index: 0, function: { arguments: 'ry":"x"}' } }, { index: 1, id: "b", function: { name: "ask_later", arguments: "{}" } }),
        TOOLS + USAGE + DONE,
      ),
    ]);
    expect(reply?.toolCalls).toEqual([
      { id: "a", name: "search_knowledge", arguments: '{"query":"x"}' },
      { id: "b", name: "ask_later", arguments: "{}" },
    ]);
  });

  test("brings the account in all its kinds", async () => {
    const told = {
      prompt_tokens: 700,
      completion_tokens: 240,
      total_tokens: 940,
      prompt_tokens_details: { cached_tokens: 500, cache_write_tokens: 60, audio_tokens: 30 },
      completion_tokens_details: { reasoning_tokens: 150, audio_tokens: 20 },
    };
    const { reply } = await asked([sends(words("Yes.") + STOP + usage(told) + DONE)]);
    expect(credibleUsage(reply?.usage, { requestBytes: 10_000, maxOutputTokens: 800, replyBytes: 4 })).toEqual({
      ok: true,
      usage: { input: 700, cachedInput: 500, cacheWrite: 60, audioInput: 30, output: 240, reasoning: 150, audioOutput: 20 },
    });
  });

  test.each([
    ["none", DONE],
    ["words for numbers", usage({ prompt_tokens: "many", completion_tokens: "few" }) + DONE],
    ["more than there can be", usage({ prompt_tokens: 9e15, completion_tokens: 9e15 }) + DONE],
    ["more cached than read", usage({ ...TOKENS, prompt_tokens_details: { cached_tokens: 701 } }) + DONE],
  ])("of an account that is wrong (%s) brings nothing that is believed", async (_what, tail) => {
    const { reply } = await asked([sends(words("Yes.") + STOP + tail)]);
    expect(reply?.text).toBe("Yes.");
    expect(credibleUsage(reply?.usage, { requestBytes: 10_000, maxOutputTokens: 800, replyBytes: 4 }).ok).toBe(false);
  });

  test.each([307, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 529])("is refused with %i: asked once, nothing owed", async (status) => {
    const { failure, asked: journal } = await asked(() => ({ status, headers: { location: "http://127.0.0.1:9/elsewhere" } }));
    expect(failure).toBeInstanceOf(ModelFailure);
    expect(failure).toMatchObject({ code: "refused", paid: "no" });
    expect(journal).toHaveLength(1);
    expect(failure?.message, "what it says about it is for nobody").toBe(`the model endpoint answered ${status}`);
  });

  test("hears how long a busy endpoint wants to be left alone", async () => {
    const { failure } = await asked([{ status: 429, headers: { "retry-after": "7" } }]);
    expect(failure).toMatchObject({ code: "refused", paid: "no", retryAfter: "7" });
  });

  test("where nobody listens, nothing was sent", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const model = await open(`http://127.0.0.1:${port}/v1`);
    await expect(model.ask(requestOf())).rejects.toMatchObject({ code: "unreachable", paid: "no" });
  });

  test.each([
    ["before the headers", { before: never.until }, "timeout"],
    ["in the middle of the words", sends(words("Use "), never), "timeout"],
    ["with the line cut in the middle", { pieces: ["Use "], end: "cut" as const }, "broken_off"],
    ["with the line cut before anything", { wire: (socket: { destroy(): void }) => socket.destroy() }, "unreachable"],
    ["without a word on why", sends(words("Use ")), "broken_off"],
    ["with an error in the stream", sends(words("Use ") + event('{"error":{"message":"overloaded"}}')), "refused"],
    ["with something that is not JSON", sends(words("Use ") + "data: {oops\n\n" + TAIL), "nonsense"],
    ["cut off by a filter", sends(words("Use ") + event(chunk({}, "content_filter")) + USAGE + DONE), "refused"],
  ])("that breaks %s may have to be paid, and is asked once", async (_what, step, code) => {
    const { failure, asked: journal } = await asked(() => step);
    expect(failure).toMatchObject({ code, paid: "maybe" });
    expect(journal).toHaveLength(1);
  });

  test("that is longer than was allowed is broken, and read on for its account", async () => {
    const { failure } = await asked([sends(words("x".repeat(15_000)) + STOP + USAGE + DONE)], { maxOutputTokens: 100 });
    expect(failure).toMatchObject({ code: "nonsense", paid: "maybe" });
    expect(credibleUsage(failure?.usage, { requestBytes: 10_000, maxOutputTokens: 800 }).ok).toBe(true);
  });

  test("is stopped when the turn is: at once, and the endpoint is left", async () => {
    const stop = new AbortController();
    const { failure, asked: journal } = await asked([sends(words("Use "), { until: async () => stop.abort() }, never)], { signal: stop.signal });
    expect(failure).toMatchObject({ code: "stopped", paid: "maybe" });
    await vi.waitFor(() => expect(journal[0]?.state).toBe("cut"));
  });

  test("is not asked at all by a turn that was stopped before", async () => {
    const { failure, asked: journal } = await asked([], { signal: AbortSignal.abort() });
    expect(failure).toMatchObject({ code: "stopped", paid: "no" });
    expect(journal).toEqual([]);
  });

  test("says nothing to anybody but the endpoint", async () => {
    const real = globalThis.fetch;
    const hosts = new Set<string>();
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : input).host);
      return real(input, init);
    });
    const { reply } = await asked([sends(words("Yes.") + TAIL)]);
    expect(reply?.text).toBe("Yes.");
    expect([...hosts].filter((host) => !stub?.url.includes(host))).toEqual([]);
  });
});

describe("a model of LangChain's that cannot be had", () => {
  const endpoint = { apiKey: "sk-test", baseUrl: undefined, timeoutMs: TIMEOUT_MS };
  test.each([
    [
      "langchain:anthropic/claude-sonnet-4-5",
      "The model langchain:anthropic/claude-sonnet-4-5 needs the package @langchain/anthropic, which is not installed. Install it: npm install @langchain/anthropic",
    ],
    ["langchain:gpt-4o", /is not complete: write langchain:PROVIDER\/MODEL/],
    ["langchain:nobody/gpt-4o", /^LangChain knows no provider "nobody" \(in langchain:nobody\/gpt-4o\)\. It knows: openai, anthropic/],
    ["langchain:__proto__/gpt-4o", /^LangChain knows no provider "__proto__"/],
    ["langchain:azure_openai/gpt-4o", /^The model langchain:azure_openai\/gpt-4o cannot be used: /],
  ])("%s: one line says what to do", async (name, says) => {
    const refused = await createLangChainModel(name, endpoint).catch((error: unknown) => error as Error & { code?: string });
    expect(refused).toMatchObject({ code: "model_unknown" });
    expect((refused as Error).message).toMatch(says);
    expect((refused as Error).message).not.toContain("\n");
  });
});
