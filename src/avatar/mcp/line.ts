import type { DynamicStructuredTool } from "@langchain/core/tools";
import type { ToolServer } from "../../rulebook/index.ts";
import type { ToolSpec } from "../models/model.ts";

/**
 * A line to one server of tools. Whatever is at the other end (dead, slow, lying, endless, huge), each thing that is asked of it ends
 * within its time and its size. The packages that speak the protocol are heavy: they are loaded when the first server is named.
 */

/** A tool as its server describes it, unread. */
export type RawTool = { name: string; description?: unknown; inputSchema?: unknown };

/** A server's answer: its texts, and whether it says of itself that it failed. */
export type Said = { text: string; failed: boolean };

/** Why nothing came. `sent`: it may have begun, and may cost what it costs. */
export class ToolFailure extends Error {
  readonly code: "unreachable" | "arguments" | "timeout" | "stopped" | "broken";
  readonly sent: boolean;
  constructor(code: ToolFailure["code"], sent: boolean, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ToolFailure";
    this.code = code;
    this.sent = sent;
  }
}

export type Asking = {
  spec: ToolSpec;
  tool: string;
  arguments: Record<string, unknown>;
  filled: Record<string, string>;
  timeoutMs: number;
  signal: AbortSignal;
};

export type Line = {
  list(): Promise<RawTool[]>;
  /** @throws ToolFailure */
  call(asking: Asking): Promise<Said>;
  isOpen(): boolean;
  close(): Promise<void>;
};

const LIST_MS = 10_000;
const MOST_BYTES = 4 * 1024 * 1024; // of one answer, or one line of a program's output
const MOST_PAGES = 10;
const MOST_TOOLS = 200;
const MOST_DESCRIBED = 1024 * 1024; // characters of all descriptions together

/** @throws ToolFailure unreachable */
export async function openLine(name: string, server: ToolServer, secretOf: (variable: string) => string | undefined, timeoutMs: number): Promise<Line> {
  const [{ Client }, types, { loadMcpTools }, core] = await Promise.all([
    import("@modelcontextprotocol/sdk/client/index.js"),
    import("@modelcontextprotocol/sdk/types.js"),
    import("@langchain/mcp-adapters"),
    import("@langchain/core/tools"),
  ]);
  const client = new Client({ name: "standin", version: "1" });
  let open = true;
  client.onclose = () => void (open = false);
  const close = () => client.close().catch(() => undefined);
  /** A server that was started anew knows the session no more (404; some say 400), and nobody would ever hear of it: the line is given up. */
  async function lost<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (server.url !== undefined && (code === 400 || code === 404)) {
        open = false;
        void close();
      }
      throw error;
    }
  }
  const transport = await transportOf(server, secretOf);
  try {
    await within(timeoutMs, client.connect(transport, { timeout: timeoutMs }));
  } catch (cause) {
    void close();
    throw new ToolFailure("unreachable", false, messageOf(cause), { cause });
  }

  /** All that it offers, as far as anybody could read it. Its own list is asked for: the client's would compile what the server sent. */
  async function list(): Promise<RawTool[]> {
    const found: RawTool[] = [];
    let cursor: string | undefined;
    // One time for all its pages: a house that starts waits for it.
    const signal = AbortSignal.timeout(LIST_MS);
    for (let page = 0; page < MOST_PAGES; page++) {
      const request = { method: "tools/list", ...(cursor === undefined ? {} : { params: { cursor } }) } as const;
      const answer = await lost(client.request(request, types.ListToolsResultSchema, { timeout: LIST_MS, signal }));
      found.push(...answer.tools);
      if (found.length > MOST_TOOLS || JSON.stringify(found).length > MOST_DESCRIBED)
        throw new ToolFailure("broken", true, `${name} describes more tools than anybody could read`);
      cursor = answer.nextCursor;
      if (cursor === undefined) return found;
    }
    throw new ToolFailure("broken", true, `the list of ${name} has no end`);
  }

  async function call(asking: Asking): Promise<Said> {
    let sent = false;
    let failed = false;
    // What the adapter sees of the server: the one tool as it was approved and cleaned, and a way to call it that adds what the service fills in.
    const window = {
      listTools: async () => ({ tools: [{ name: asking.tool, description: asking.spec.description, inputSchema: asking.spec.parameters }] }),
      async callTool({ arguments: given }: { arguments: Record<string, unknown> }) {
        sent = true;
        const params = { name: asking.tool, arguments: { ...given, ...asking.filled } };
        const options = { timeout: asking.timeoutMs, signal: asking.signal, maxTotalTimeout: asking.timeoutMs };
        const answer = await lost(client.request({ method: "tools/call", params }, types.CallToolResultSchema, options));
        failed = answer.isError === true;
        return { content: [{ type: "text", text: textOf(answer) }] };
      },
    };
    try {
      const [tool] = await loadMcpTools(name, window as never);
      return { text: await invoked(tool, asking.arguments), failed };
    } catch (cause) {
      throw failureOf(cause, { sent, stopped: asking.signal.aborted, wrong: cause instanceof core.ToolInputParsingException });
    }
  }

  return { list, call, isOpen: () => open, close };
}

/** The client bounds its questions, but not all that it says before the first. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const late = AbortSignal.timeout(ms);
  const over = new Promise<never>((_, reject) => late.addEventListener("abort", () => reject(new Error("it did not answer in time")), { once: true }));
  await Promise.race([work, over]);
}

async function invoked(tool: DynamicStructuredTool | undefined, given: Record<string, unknown>): Promise<string> {
  const said: unknown = await tool?.invoke(given as never);
  return typeof said === "string" ? said : JSON.stringify(said);
}

type Answer = { content?: unknown; structuredContent?: unknown };

/** Its texts; where there are none, its data. Pictures, sounds and links to more are left out. */
function textOf({ content, structuredContent }: Answer): string {
  const parts = (Array.isArray(content) ? content : []) as { type?: unknown; text?: unknown }[];
  const texts = parts.flatMap(({ type, text }) => (type === "text" && typeof text === "string" ? [text] : []));
  if (texts.length > 0) return texts.join("\n");
  return structuredContent === undefined ? "" : JSON.stringify(structuredContent);
}

function failureOf(cause: unknown, { sent, stopped, wrong }: { sent: boolean; stopped: boolean; wrong: boolean }): ToolFailure {
  const message = messageOf(cause);
  if (wrong) return new ToolFailure("arguments", false, message, { cause });
  if (stopped) return new ToolFailure("stopped", sent, message, { cause });
  return new ToolFailure(/timed out|-32001/i.test(message) ? "timeout" : "broken", sent, message, { cause });
}

const MOST_MESSAGE = 300;

function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, MOST_MESSAGE);
}

/** A stream that a server closes is not opened again: nothing that it says unasked is read, and one that says "again, at once" would make us spin. */
const NO_RECONNECTION = { maxRetries: 0, initialReconnectionDelay: 1_000, maxReconnectionDelay: 30_000, reconnectionDelayGrowFactor: 1.5 };

/** @throws ToolFailure unreachable */
async function transportOf(server: ToolServer, secretOf: (variable: string) => string | undefined) {
  const secrets = (wanted: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(wanted).map(([key, variable]) => {
        const value = secretOf(variable);
        if (value === undefined || value === "") throw new ToolFailure("unreachable", false, `the environment variable ${variable} is not set`);
        return [key, value];
      }),
    );
  if (server.url !== undefined) {
    const { StreamableHTTPClientTransport } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js");
    return new StreamableHTTPClientTransport(new URL(server.url), {
      requestInit: { headers: secrets(server.headers) },
      fetch: bounded,
      reconnectionOptions: NO_RECONNECTION,
    });
  }
  const { StdioClientTransport } = await import("@modelcontextprotocol/sdk/client/stdio.js");
  return new StdioClientTransport({ command: server.command ?? "", args: server.args, env: secrets(server.env), stderr: "ignore", maxBufferSize: MOST_BYTES });
}

/** An answer ends with an error where it becomes larger than anybody could read. */
async function bounded(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.body) return response;
  let left = MOST_BYTES;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error("the answer is too large"));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counting), { status: response.status, statusText: response.statusText, headers: response.headers });
}
