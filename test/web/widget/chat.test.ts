import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatMessage, OpenSession } from "../../../src/http/contract.ts";
import { type ChatApi, ChatRefused } from "../../../src/web/widget/api.ts";
import { type Chat, createChat } from "../../../src/web/widget/chat.ts";
import { createSessionStore, type SessionStore } from "../../../src/web/widget/sessions.ts";

/** A server in memory: sessions, one log each, streams that can be cut, and refusals to order. */
function openServer() {
  const sessions = new Set<string>();
  const log: ChatMessage[] = [];
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const calls = { opened: [] as OpenSession[], sent: [] as string[], resumedAt: [] as number[] };
  const refusals: ChatRefused[] = [];
  let down = false;
  const check = (session: string) => {
    if (down) throw new TypeError("fetch failed");
    if (!sessions.has(session)) throw new ChatRefused(401, { code: "session_expired" }, undefined);
  };
  const say = (item: Partial<ChatMessage>): ChatMessage => {
    const whole: ChatMessage = {
      seq: log.length + 1,
      id: `msg_${log.length + 1}`,
      from: "avatar",
      name: "Mara",
      text: "",
      sources: [],
      at: "2026-11-22T09:00:00Z",
      inReplyTo: [],
      ...item,
    };
    log.push(whole);
    emit("message", whole, whole.seq);
    return whole;
  };
  const emit = (event: string, data: unknown, id?: number) => {
    const bytes = new TextEncoder().encode(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    for (const stream of streams) stream.enqueue(bytes);
  };
  const api: ChatApi = {
    persona: () => Promise.reject(new Error("a chat needs no face")),
    async openSession(body) {
      calls.opened.push(body);
      if (down) throw new TypeError("fetch failed");
      if (body.session !== undefined) check(body.session);
      if (body.token === "bad") throw new ChatRefused(401, { code: "token_bad" }, undefined);
      const session = body.session ?? `ses_${calls.opened.length}`;
      sessions.add(session);
      return { session, conversation: "cnv_1", contact: { known: false }, persona: { name: "Mara", ai: true }, mode: { mode: "avatar" } };
    },
    async sendMessage(session, { id, text }) {
      check(session);
      calls.sent.push(id);
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      const item = say({ from: "contact", name: "", text });
      return { id: item.id, seq: item.seq };
    },
    async messages(session, after) {
      check(session);
      const rest = log.filter((item) => item.seq > after);
      return { items: rest.slice(0, 2), next: rest.length > 2 ? (rest[1] as ChatMessage).seq : null };
    },
    async events(session, after, resumed, signal) {
      check(session);
      if (resumed) calls.resumedAt.push(after);
      return new ReadableStream({
        start(controller) {
          streams.add(controller);
          signal.addEventListener("abort", () => {
            if (streams.delete(controller)) controller.error(signal.reason);
          });
          for (const item of log.filter((one) => one.seq > after))
            controller.enqueue(new TextEncoder().encode(`id: ${item.seq}\nevent: message\ndata: ${JSON.stringify(item)}\n\n`));
        },
        cancel: () => undefined,
      });
    },
  };
  const cut = () => {
    for (const stream of streams) stream.close();
    streams.clear();
  };
  return {
    api,
    calls,
    refusals,
    say,
    emit,
    cut,
    expire: () => (sessions.clear(), log.splice(0), cut()),
    setDown: (now: boolean) => ((down = now), now && cut()),
  };
}

const running: Chat[] = [];
afterEach(() => {
  for (const chat of running.splice(0)) chat.stop();
});

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

function openTab(server: ReturnType<typeof openServer>, lasting = memory(), tab = memory()) {
  const store: SessionStore = createSessionStore("k", lasting, tab);
  let count = 0;
  const host = { token: undefined as string | undefined, asked: 0 };
  const chat = createChat({
    api: server.api,
    store,
    locale: "en",
    token: () => host.token,
    alone: (work) => work(),
    newId: () => `own_${++count}`,
    now: () => new Date(0),
    random: () => 0,
    tokenNeeded: () => void host.asked++,
  });
  running.push(chat);
  return { chat, host, store, words: () => chat.state().lines.map((line) => (line.kind === "item" ? line.item.text : line.mode.mode)) };
}

const soon = { timeout: 4000, interval: 5 };

describe("one person's chat", () => {
  it("opens a session, says something, and shows the answer", async () => {
    const server = openServer();
    const { chat, words } = openTab(server);
    chat.start();
    chat.send("Hi");
    await vi.waitFor(() => expect(words()).toEqual(["Hi"]), soon);
    server.emit("delta", { replyTo: "msg_1", draft: "d1", offset: 0, text: "Hel" });
    await vi.waitFor(() => expect(chat.state().draft?.text).toBe("Hel"), soon);
    server.say({ text: "Hello.", inReplyTo: ["msg_1"] });
    await vi.waitFor(() => expect([words(), chat.state().draft]).toEqual([["Hi", "Hello."], undefined]), soon);
  });

  it("goes on after a reload, page by page, with what was not sent", async () => {
    const server = openServer();
    const [lasting, tab] = [memory(), memory()];
    const before = openTab(server, lasting, tab);
    before.chat.start();
    for (const text of ["one", "two", "three", "four", "five"]) before.chat.send(text);
    await vi.waitFor(() => expect(before.words()).toHaveLength(5), soon);
    before.chat.stop();
    before.chat.send("six");
    const { chat, words } = openTab(server, lasting, tab);
    chat.start();
    await vi.waitFor(() => expect(words()).toEqual(["one", "two", "three", "four", "five", "six"]), soon);
    expect(server.calls.opened).toEqual([
      { locale: "en", timeZone: expect.stringMatching(/./) },
      { session: "ses_1", locale: "en", timeZone: expect.stringMatching(/./) },
    ]);
  });

  it("takes up a broken stream where it was", async () => {
    const server = openServer();
    const { chat, words } = openTab(server);
    chat.start();
    chat.send("Hi");
    await vi.waitFor(() => expect(chat.state().cursor).toBe(1), soon);
    server.cut();
    server.say({ text: "said meanwhile" });
    await vi.waitFor(() => expect(words()).toEqual(["Hi", "said meanwhile"]), soon);
    expect(server.calls.resumedAt).toEqual([1]);
    expect(chat.state().link).toBe("up");
  });

  it("gets a new session quietly when the old one has expired", async () => {
    const server = openServer();
    const { chat, words } = openTab(server);
    chat.start();
    chat.send("old");
    await vi.waitFor(() => expect(words()).toEqual(["old"]), soon);
    server.expire();
    chat.send("new");
    await vi.waitFor(() => expect(words()).toEqual(["new"]), soon);
    expect(chat.state().phase).toBe("ready");
  });

  it("asks the host for a token when its own is refused, and goes on with the new one", async () => {
    const server = openServer();
    const { chat, host } = openTab(server);
    host.token = "bad";
    chat.start();
    await vi.waitFor(() => expect([chat.state().phase, host.asked]).toEqual(["signed-out", 1]), soon);
    host.token = "good";
    chat.wake();
    await vi.waitFor(() => expect(chat.state().phase).toBe("ready"), soon);
  });

  it("says when there is no way through, and sends again by itself when there is", async () => {
    const server = openServer();
    const { chat, words } = openTab(server);
    chat.start();
    await vi.waitFor(() => expect(chat.state().phase).toBe("ready"), soon);
    server.setDown(true);
    chat.send("anybody?");
    await vi.waitFor(() => expect([chat.state().link, chat.state().pending[0]?.status]).toEqual(["down", "failed"]), soon);
    server.setDown(false);
    chat.wake();
    await vi.waitFor(() => expect([chat.state().link, words()]).toEqual(["up", ["anybody?"]]), soon);
  });

  it("follows another tab to its session", async () => {
    const server = openServer();
    const lasting = memory();
    const { chat } = openTab(server, lasting);
    chat.start();
    await vi.waitFor(() => expect(chat.state().phase).toBe("ready"), soon);
    const other = await server.api.openSession({ locale: "en" });
    lasting.setItem("k", other.session);
    chat.storageChanged();
    await vi.waitFor(() => expect(server.calls.opened.at(-1)).toMatchObject({ session: other.session, locale: "en" }), soon);
  });
});

describe("sending", () => {
  const refused = (status: number, code: string, detail: string, retryAfterMs?: number) => new ChatRefused(status, { code, detail }, retryAfterMs);

  it("waits as long as it is asked to, and sends the same message in its turn", async () => {
    const server = openServer();
    server.refusals.push(refused(429, "too_fast", "Slow down", 60));
    const { chat, words } = openTab(server);
    chat.start();
    chat.send("first");
    chat.send("second");
    await vi.waitFor(() => expect(chat.state().pending[0]?.status).toBe("waiting"), soon);
    chat.wake();
    expect(server.calls.sent).toEqual(["own_1"]);
    await vi.waitFor(() => expect(words()).toEqual(["first", "second"]), soon);
    expect(server.calls.sent).toEqual(["own_1", "own_1", "own_2"]);
  });

  it("shows why a message cannot be taken, and gives its text back", async () => {
    const server = openServer();
    server.refusals.push(refused(413, "message_too_long", "At most 16 KiB."));
    const { chat } = openTab(server);
    chat.start();
    chat.send("long");
    await vi.waitFor(() => expect(chat.state().pending).toMatchObject([{ status: "failed", detail: "At most 16 KiB.", retry: false }]), soon);
    expect(chat.withdraw("own_1")).toBe("long");
    expect(chat.state().pending).toEqual([]);
  });

  it("tries again under the same id", async () => {
    const server = openServer();
    server.refusals.push(refused(503, "storage_full", "There is no room at the moment."));
    const { chat, words } = openTab(server);
    chat.start();
    chat.send("Hi");
    await vi.waitFor(() => expect(chat.state().pending).toMatchObject([{ status: "failed", detail: "There is no room at the moment.", retry: true }]), soon);
    chat.retry("own_1");
    await vi.waitFor(() => expect(words()).toEqual(["Hi"]), soon);
    expect(server.calls.sent).toEqual(["own_1", "own_1"]);
  });
});
