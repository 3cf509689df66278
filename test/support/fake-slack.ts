import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { acceptWebSocket, type ServerSocket } from "./fake-websocket.ts";

/**
 * A small Slack on 127.0.0.1: the Web API that we use, signed requests to us, and Socket Mode, with a journal of every
 * call and with faults. It keeps what is posted, so look-ups by metadata work as they do at Slack.
 */

/** One call to the Web API. `stored`: it had its effect, whatever the caller was told. */
export type Call = { method: string; args: Record<string, unknown>; token: string; stored: boolean };

export type StoredMessage = {
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
  user?: string;
  bot_id?: string;
  blocks?: { type: string; elements?: Record<string, unknown>[] }[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
};

/**
 * What goes wrong with the next call of a method: `error` Slack's own refusal, `rate` 429, `http` another status,
 * `hang` no answer and nothing done, `lost` done but the line is cut, `cut` not done and the line is cut, `none` all is well (to reach a later call).
 */
export type Fault =
  | { kind: "none" }
  | { kind: "error"; error: string }
  | { kind: "rate"; retryAfter: number }
  | { kind: "http"; status: number; stored?: boolean }
  | { kind: "hang"; stored?: boolean }
  | { kind: "lost" }
  | { kind: "cut" };

/** Where payloads go: the address of `/slack/events`, or the open socket. */
export type Where = string | "socket";

/** How a payload was answered. Over the socket an acknowledgement is 200, none within the patience is 0. */
export type Answer = { status: number; body: string; ms: number };

export type SendOptions = {
  /** Slack's count of the attempt, from the second on */
  retryNum?: number;
  /** changes what is about to be sent, e.g. the signature */
  tamper?: (request: { body: string; headers: Record<string, string> }) => void;
  patienceMs?: number;
};

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

export async function startFakeSlack(options: { team?: string; users?: Record<string, { name: string; email?: string; locale?: string }> } = {}) {
  const team = options.team ?? "T1";
  const secrets = { botToken: "xoxb-fake", appToken: "xapp-fake", signingSecret: "fake-signing-secret" };
  const bot = { userId: "UBOT", botId: "BBOT" };
  const users = new Map(Object.entries(options.users ?? { U1: { name: "Ana", email: "ana@example.com", locale: "en-US" } }));
  const journal: Call[] = [];
  const messages: StoredMessage[] = [];
  const faults = new Map<string, Fault[]>();
  const sockets = new Set<ServerSocket>();
  const acknowledged = new Map<string, (body: string) => void>();
  let counter = 0;

  function nextTs(): string {
    counter += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, "0")}`;
  }

  // ─── the Web API ───

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = (request.url ?? "").replace(/^\/api\//, "").replace(/\?.*$/, "");
    const args = parseForm(Buffer.concat(chunks).toString());
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const call: Call = { method, args, token, stored: false };
    journal.push(call);
    const fault = faults.get(method)?.shift();
    if (!fault || fault.kind === "none" || fault.kind === "lost" || ("stored" in fault && fault.stored)) {
      const answer = perform(method, args, token);
      call.stored = answer["ok"] === true;
      if (!fault || fault.kind === "none") return json(response, answer);
    }
    fail(fault, response);
  }

  function fail(fault: Fault, response: ServerResponse): void {
    if (fault.kind === "error") return json(response, { ok: false, error: fault.error });
    if (fault.kind === "rate") return void response.writeHead(429, { "retry-after": String(fault.retryAfter) }).end();
    if (fault.kind === "http") return void response.writeHead(fault.status).end("trouble");
    if (fault.kind !== "hang") response.destroy();
  }

  function perform(method: string, args: Record<string, unknown>, token: string): Record<string, unknown> {
    const wanted = method === "apps.connections.open" ? secrets.appToken : secrets.botToken;
    if (token !== wanted) return { ok: false, error: "invalid_auth" };
    const answer = methods[method];
    return answer ? answer(args) : { ok: false, error: "unknown_method" };
  }

  const methods: Record<string, (args: Record<string, unknown>) => Record<string, unknown>> = {
    "auth.test": () => ({ ok: true, user_id: bot.userId, bot_id: bot.botId, team_id: team }),
    "users.info"({ user }) {
      const found = users.get(String(user));
      if (!found) return { ok: false, error: "user_not_found" };
      return {
        ok: true,
        user: { id: user, name: found.name, real_name: found.name, locale: found.locale, profile: { display_name: found.name, email: found.email } },
      };
    },
    "chat.postMessage"(args) {
      const message = { ...args, ts: nextTs(), user: bot.userId, bot_id: bot.botId } as unknown as StoredMessage;
      messages.push(message);
      return { ok: true, channel: message.channel, ts: message.ts, message };
    },
    "chat.update"({ channel, ts, ...change }) {
      const message = messages.find((one) => one.channel === channel && one.ts === ts);
      if (!message) return { ok: false, error: "message_not_found" };
      Object.assign(message, change);
      return { ok: true, channel, ts };
    },
    "chat.postEphemeral": () => ({ ok: true, message_ts: nextTs() }),
    "views.open": ({ view }) => ({ ok: true, view: { ...(view as object), id: `V${(counter += 1)}` } }),
    "conversations.replies": ({ channel, ts, ...window }) =>
      pageOf(
        messages.filter((one) => one.channel === channel && (one.ts === ts || one.thread_ts === ts)),
        window,
      ),
    "conversations.history": ({ channel, ...window }) =>
      pageOf(messages.filter((one) => one.channel === channel && one.thread_ts === undefined).toReversed(), window),
    "apps.connections.open": () => ({ ok: true, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket` }),
  };

  // ─── Socket Mode ───

  server.on("upgrade", (request, stream) => {
    const socket = acceptWebSocket(request, stream, {
      message(text) {
        const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown };
        acknowledged.get(id)?.(JSON.stringify(payload ?? {}));
      },
      closed: () => void sockets.delete(socket),
    });
    sockets.add(socket);
    socket.send(JSON.stringify({ type: "hello" }));
  });

  async function pushToSocket(type: string, payload: unknown, { retryNum, patienceMs = 3000 }: SendOptions): Promise<Answer> {
    const [socket] = sockets;
    const began = performance.now();
    if (!socket) return { status: 0, body: "no socket", ms: 0 };
    const id = `E${(counter += 1)}`;
    const answer = new Promise<Answer>((resolve) => {
      const timer = setTimeout(() => resolve({ status: 0, body: "", ms: performance.now() - began }), patienceMs);
      acknowledged.set(id, (body) => {
        clearTimeout(timer);
        resolve({ status: 200, body, ms: performance.now() - began });
      });
    });
    socket.send(JSON.stringify({ envelope_id: id, type, payload, retry_attempt: retryNum ?? 0, accepts_response_payload: type === "interactive" }));
    return answer.finally(() => acknowledged.delete(id));
  }

  // ─── what Slack sends us ───

  async function post(url: string, contentType: string, text: string, { retryNum, tamper, patienceMs = 5000 }: SendOptions): Promise<Answer> {
    const stamp = String(Math.floor(Date.now() / 1000));
    const request = {
      body: text,
      headers: {
        "content-type": contentType,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signSlack(secrets.signingSecret, stamp, text),
        ...(retryNum === undefined ? {} : { "x-slack-retry-num": String(retryNum), "x-slack-retry-reason": "http_timeout" }),
      } as Record<string, string>,
    };
    tamper?.(request);
    const began = performance.now();
    const response = await fetch(url, { method: "POST", headers: request.headers, body: request.body, signal: AbortSignal.timeout(patienceMs) });
    return { status: response.status, body: await response.text(), ms: performance.now() - began };
  }

  /** Any payload as JSON: an `event_callback`, `url_verification`, … */
  function sendRaw(where: Where, payload: Record<string, unknown>, send: SendOptions = {}): Promise<Answer> {
    if (where === "socket") return pushToSocket("events_api", payload, send);
    return post(where, "application/json", JSON.stringify(payload), send);
  }

  function sendEvent(where: Where, event: Record<string, unknown>, { eventId, ...send }: SendOptions & { eventId?: string } = {}): Promise<Answer> {
    const payload = {
      type: "event_callback",
      team_id: team,
      api_app_id: "A1",
      event_id: eventId ?? `Ev${(counter += 1)}`,
      event_time: Math.floor(Date.now() / 1000),
      event,
    };
    return sendRaw(where, payload, send);
  }

  function interact(where: Where, payload: Record<string, unknown>, send: SendOptions = {}): Promise<Answer> {
    if (where === "socket") return pushToSocket("interactive", payload, send);
    return post(where, "application/x-www-form-urlencoded", new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), send);
  }

  /** A person's message as Slack would send it, kept so that its thread can be looked up. Not sent yet: see `sendEvent`. */
  function messageEvent(message: { text: string; user?: string; channel?: string; thread?: string; mention?: boolean; [more: string]: unknown }) {
    const { text, user = "U1", channel = "D1", thread, mention = false, ...more } = message;
    const ts = nextTs();
    messages.push({ channel, ts, text, user, ...(thread ? { thread_ts: thread } : {}) });
    const kind = mention ? { type: "app_mention" } : { type: "message", channel_type: channel.startsWith("D") ? "im" : "channel" };
    return { ...kind, channel, user, text, ts, team, event_ts: ts, ...(thread ? { thread_ts: thread } : {}), ...more };
  }

  type Click = { actionId: string; message: StoredMessage; user?: string; channel?: { id: string; name: string } };

  /** Presses a button of a posted message. */
  function action(where: Where, { actionId, message, user = "U1", channel }: Click, send: SendOptions = {}): Promise<Answer> {
    const pressed = message.blocks?.flatMap((block) => block.elements ?? []).find((element) => element["action_id"] === actionId);
    if (!pressed) throw new Error(`the message has no button ${actionId}`);
    const payload = {
      type: "block_actions",
      team: { id: team, domain: "fake" },
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
      channel: channel ?? { id: message.channel, name: "staff" },
      container: { type: "message", message_ts: message.ts, channel_id: message.channel },
      message: { ts: message.ts, text: message.text },
      trigger_id: `trigger-${(counter += 1)}`,
      actions: [{ type: "button", block_id: "b", action_id: actionId, value: pressed["value"], action_ts: nextTs() }],
    };
    return interact(where, payload, send);
  }

  type Form = { view: Record<string, unknown>; text: string; user?: string; viewId?: string };

  /** Sends a form that `views.open` opened, with `text` in its only input. */
  function submitView(where: Where, { view, text, user = "U1", viewId }: Form, send: SendOptions = {}): Promise<Answer> {
    const [block] = view["blocks"] as { block_id: string; element: { action_id: string } }[];
    if (!block) throw new Error("the form has no input");
    const values = { [block.block_id]: { [block.element.action_id]: { type: "plain_text_input", value: text } } };
    const payload = {
      type: "view_submission",
      team: { id: team, domain: "fake" },
      user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team },
      view: { ...view, id: viewId ?? `V${(counter += 1)}`, state: { values } },
    };
    return interact(where, payload, send);
  }

  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    /** for SLACK_API_URL */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    ...secrets,
    team,
    bot,
    users,
    journal,
    messages,
    sockets,
    /** The next calls of `method` go wrong, one fault each, in this order. */
    fault(method: string, ...next: Fault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    calls: (method: string) => journal.filter((call) => call.method === method),
    sendRaw,
    sendEvent,
    /** Socket Mode's way of `sendEvent`. */
    pushEvent: (event: Record<string, unknown>, send: SendOptions & { eventId?: string } = {}) => sendEvent("socket", event, send),
    messageEvent,
    action,
    submitView,
    async close() {
      for (const socket of sockets) socket.close(true);
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

export function signSlack(secret: string, stamp: string, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex")}`;
}

/** Polls until `check` gives something; fails with `what` after the deadline. */
export async function eventually<T>(what: string, check: () => T | undefined | false | null, deadlineMs = 5000): Promise<T> {
  for (const until = Date.now() + deadlineMs; Date.now() < until;) {
    const found = check();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never happened: ${what}`);
}

/** The Web API's arguments come as a form whose structured fields are JSON. */
function parseForm(text: string): Record<string, unknown> {
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
  for (const name of ["blocks", "metadata", "view"]) {
    if (typeof args[name] === "string") args[name] = JSON.parse(args[name]);
  }
  return args;
}

function pageOf(all: StoredMessage[], window: Record<string, unknown>): Record<string, unknown> {
  const { oldest, cursor, limit = "100", include_all_metadata: withMetadata } = window as Record<string, string | undefined>;
  const seen = all.filter((one) => oldest === undefined || one.thread_ts === undefined || Number(one.ts) >= Number(oldest));
  const start = Number(cursor ?? 0);
  const end = start + Number(limit);
  const page = seen.slice(start, end).map((one) => (withMetadata === "true" ? one : { ...one, metadata: undefined }));
  return { ok: true, messages: page, response_metadata: { next_cursor: end < seen.length ? String(end) : "" } };
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
