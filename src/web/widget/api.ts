import type { ChatMessages, OpenedSession, OpenSession, Persona, ProblemDocument, SentMessage } from "../../http/contract.ts";

/** The server said no. `detail` is fit to be shown; `retryAfterMs` is there when it said when to come again. */
export class ChatRefused extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;
  constructor(status: number, problem: Partial<ProblemDocument>, retryAfterMs: number | undefined) {
    super(`${status} ${problem.code ?? "refused"}`);
    this.name = "ChatRefused";
    this.status = status;
    this.code = problem.code ?? "refused";
    this.detail = problem.detail ?? problem.title;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The chat calls of CONTRACTS. Each rejects with `ChatRefused`, or with whatever `fetch` throws when there is no way through. */
export interface ChatApi {
  /** Who answers here. Needs no session, so that the button has its face before anybody chats. */
  persona(): Promise<Persona>;
  openSession(body: OpenSession): Promise<OpenedSession>;
  sendMessage(session: string, message: { id: string; text: string }): Promise<SentMessage>;
  messages(session: string, after: number): Promise<ChatMessages>;
  /** The open event stream; the caller reads its body. `resumed`: a stream before this one ended at `after`. */
  events(session: string, after: number, resumed: boolean, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

const CALL_TIMEOUT_MS = 20_000;

/** `server`: an origin without a slash at the end. */
export function createChatApi(server: string, fetch: typeof globalThis.fetch): ChatApi {
  async function call(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${server}${path}`, { cache: "no-store", ...init, credentials: "omit" });
    if (!response.ok) throw await refusal(response);
    return response;
  }
  function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const signal = AbortSignal.timeout(CALL_TIMEOUT_MS);
    return call(path, { method: "POST", body: JSON.stringify(body), headers: { ...headers, "Content-Type": "application/json" }, signal });
  }
  return {
    async persona() {
      const response = await call("/api/chat/persona", { cache: "default", signal: AbortSignal.timeout(CALL_TIMEOUT_MS) });
      return (await response.json()) as Persona;
    },
    async openSession(body) {
      const response = await post("/api/chat/sessions", body);
      return (await response.json()) as OpenedSession;
    },
    async sendMessage(session, message) {
      const response = await post("/api/chat/messages", message, bearer(session));
      return (await response.json()) as SentMessage;
    },
    async messages(session, after) {
      const response = await call(`/api/chat/messages?after=${after}`, { headers: bearer(session), signal: AbortSignal.timeout(CALL_TIMEOUT_MS) });
      return (await response.json()) as ChatMessages;
    },
    async events(session, after, resumed, signal) {
      const resume = resumed ? { "Last-Event-ID": String(after) } : {};
      const response = await call(`/api/chat/events?after=${after}`, { headers: { ...bearer(session), ...resume, Accept: "text/event-stream" }, signal });
      if (!response.body) throw new Error("the event stream has no body");
      return response.body;
    },
  };
}

function bearer(session: string): { Authorization: string } {
  return { Authorization: `Bearer ${session}` };
}

async function refusal(response: Response): Promise<ChatRefused> {
  const text = await response.text().catch(() => "");
  return new ChatRefused(response.status, problemOf(text), retryAfterMs(response.headers.get("Retry-After"), Date.now()));
}

// A proxy in between answers with a page of its own; that is not a detail to show to anybody.
function problemOf(text: string): Partial<ProblemDocument> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110 10.2.3); undefined when there is none or it makes no sense. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
