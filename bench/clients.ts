import { openEvents, openLine, type EventLine, type Line } from "./wire.ts";
import { question, REPLY_MARK } from "./texts.ts";

/** A turn as its asker lived it, in milliseconds: until the whole reply was there, and until its first words were. */
export type Turn = {
  ms: number;
  firstMs: number;
  /** in ms since the epoch */ sentAt: number;
  /** until it was acknowledged; the floors do not */ acceptedMs?: number;
};

/** Somebody who asks, one question after the other. */
export interface Client {
  /** Asks and waits for the reply. Rejects when it is not what the model said. */
  turn(): Promise<Turn>;
  close(): void;
}

/** Makes clients of one server. `turnsEach`: after so many turns a client starts a new conversation. */
export type Crowd = (turnsEach: number) => Promise<Client>;

let asked = 0;
let named = 0;

const now = () => performance.timeOrigin + performance.now();

/** The floor: one request, whose answer streams the reply. */
export function floorCrowd(port: number, say = question): Crowd {
  return async (turnsEach) => {
    const line = await openLine(port);
    let turns = 0;
    let conversation = "";
    return {
      async turn() {
        if (turns++ % turnsEach === 0) conversation = `c${++named}`;
        const sentAt = now();
        const { status, ms, firstMs } = await line.ask({ path: "/chat", body: { conversation, text: say(++asked) } }, "data: ");
        if (status !== 200 || firstMs === undefined) throw new Error(`the floor answered ${status}`);
        return { ms, firstMs, sentAt };
      },
      close: () => line.close(),
    };
  };
}

type Waiting = { id: string; sent: number; firstMs: number | undefined; resolve: (turn: Turn) => void; reject: (error: Error) => void };

/**
 * Standin as the widget uses it: the message is posted on one connection, the reply comes on the conversation's open event stream.
 * A turn ends when the reply's `message` has arrived (and the post's 202 before it).
 * `token`: a known contact's, made anew for each conversation; without it a visitor asks.
 */
export function standinCrowd(port: number, say = question, token?: () => string): Crowd {
  return async (turnsEach) => {
    const line = await openLine(port);
    let turns = 0;
    let session = "";
    let events: EventLine | undefined;
    let waiting: Waiting | undefined;

    function onEvent(name: string, data: string): void {
      if (!waiting) return;
      if (name === "delta") waiting.firstMs ??= performance.now() - waiting.sent;
      if (name !== "message" || !data.includes('"from":"avatar"') || !data.includes(waiting.id)) return;
      const { sent, firstMs, resolve, reject } = waiting;
      waiting = undefined;
      if (!data.includes(REPLY_MARK)) return reject(new Error(`another reply than the model's: ${data.slice(0, 300)}`));
      const ms = performance.now() - sent;
      resolve({ ms, firstMs: firstMs ?? ms, sentAt: sent + performance.timeOrigin });
    }

    async function begin(): Promise<void> {
      events?.close();
      session = await openSession(line, token?.());
      events = await openEvents(port, "/api/chat/events?after=0", session, {
        event: onEvent,
        closed: () => waiting?.reject(new Error("the event stream was closed")),
      });
    }

    return {
      async turn() {
        if (turns++ % turnsEach === 0) await begin();
        const number = ++asked;
        const id = `bench-${number}-`;
        const replied = new Promise<Turn>((resolve, reject) => (waiting = { id, sent: performance.now(), firstMs: undefined, resolve, reject }));
        const [turn, acceptedMs] = await Promise.all([replied, post(line, session, { id, text: say(number) })]);
        return { ...turn, acceptedMs };
      },
      close() {
        events?.close();
        line.close();
        waiting?.reject(new Error("hung up"));
      },
    };
  };
}

async function openSession(line: Line, token?: string): Promise<string> {
  const { status, body } = await line.ask({ path: "/api/chat/sessions", body: token === undefined ? {} : { token, locale: "en" } });
  const session = status === 201 ? /"session":"([^"]+)"/.exec(body)?.[1] : undefined;
  if (session === undefined) throw new Error(`no session: ${status} ${body.slice(0, 300)}`);
  return session;
}

async function post(line: Line, bearer: string, body: { id: string; text: string }): Promise<number> {
  const answer = await line.ask({ path: "/api/chat/messages", bearer, body });
  if (answer.status !== 202) throw new Error(`the message was answered ${answer.status} ${answer.body.slice(0, 300)}`);
  return answer.ms;
}

/** The model itself, for what the first token costs without anybody in between. */
export function directCrowd(port: number): Crowd {
  return async () => {
    const line = await openLine(port);
    return {
      async turn() {
        const messages = [
          { role: "system", content: "You are a helpful avatar." },
          { role: "user", content: question(++asked) },
        ];
        const { ms, firstMs } = await line.ask(
          { path: "/v1/chat/completions", body: { model: "direct", stream: true, stream_options: { include_usage: true }, messages } },
          '"content"',
        );
        return { ms, firstMs: firstMs ?? ms, sentAt: now() - ms };
      },
      close: () => line.close(),
    };
  };
}
