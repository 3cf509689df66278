import type { ChatMessage, Delta, Discard, ModeChange, OpenedSession, Typing } from "../../http/contract.ts";
import { type ChatApi, ChatRefused } from "./api.ts";
import { createAlarm, pauseBefore } from "./backoff.ts";
import { createSender } from "./sender.ts";
import type { SessionStore } from "./sessions.ts";
import { readEvents, type SseEvent } from "./sse.ts";
import { type ChatAction, type ChatState, emptyChat, lastSeq, reduce } from "./state.ts";

export interface ChatOptions {
  api: ChatApi;
  store: SessionStore;
  locale: string;
  /** the host's JWT, asked for whenever a session has to be opened */
  token(): string | undefined;
  /** runs `work` while no other tab does the same, so that two new tabs become one visitor */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  newId(): string;
  now(): Date;
  random(): number;
  /** the host's token is not good any more */
  tokenNeeded(): void;
}

/** One person's chat in this tab. It is started once and goes on by itself until it is stopped. */
export interface Chat {
  state(): ChatState;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** Try now instead of later: the network is back, there is a new token, the page is looked at again. */
  wake(): void;
  /** Lets go of the connection while nobody looks; `wake` takes it up again. */
  rest(): void;
  /** Another tab has changed what is stored. */
  storageChanged(): void;
  send(text: string): void;
  retry(id: string): void;
  /** Takes back what was not accepted, and returns its text. */
  withdraw(id: string): string;
  /** What is still being written, and where it is kept. */
  draft(): string;
  saveDraft(text: string): void;
  markRead(): void;
  /** The last answer has been regretted long enough. */
  calm(): void;
}

const SILENCE_MS = 60_000;
// A single break is repaired before anybody needs to hear of it.
const FAILURES_UNTIL_DOWN = 2;
const HELD_MS = 10_000;
const UNTIL_WOKEN_MS = 2 ** 31 - 1;

type Life = { controller: AbortController; session: string | undefined; loaded: boolean; streamed: boolean; failures: number };

// house: whole because the chat is one state with one life
export function createChat(options: ChatOptions): Chat {
  const { api, store } = options;
  const listeners = new Set<() => void>();
  const alarm = createAlarm();
  // Of its own: waking up early must not shorten the pause that the server asked for.
  const sendingPause = createAlarm();
  let state = emptyChat(store.read(), store.unsent(), options.now().toISOString());
  let life: Life | undefined;
  let connection = new AbortController();
  let resting = false;

  function dispatch(action: ChatAction): void {
    const next = reduce(state, action);
    if (next === state) return;
    if (next.pending !== state.pending) store.saveUnsent(next.pending.map(({ id, text }) => ({ id, text })));
    show(next);
  }

  function show(next: ChatState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  const sender = createSender({
    async send(message) {
      if (life?.session === undefined) throw new ChatRefused(401, {}, undefined);
      return api.sendMessage(life.session, message);
    },
    pending: () => (life?.session === undefined ? [] : state.pending),
    dispatch,
    sleep: (ms) => sendingPause.sleep(ms),
    random: options.random,
    sessionLost: () => loseSession(),
  });

  /** The conversation of the old session is no longer ours to see; what was not sent comes along. */
  function loseSession(forget = true): void {
    if (!life) return;
    if (forget && store.session() === life.session) store.saveSession(undefined);
    Object.assign(life, { session: undefined, loaded: false, streamed: false });
    show({ ...emptyChat(store.read(), [], ""), persona: state.persona, pending: state.pending });
    connection.abort();
    alarm.wake();
  }

  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

  async function openSession(): Promise<OpenedSession> {
    return options.alone(async () => {
      const known = store.session();
      const opened = (known !== undefined && (await resume(known))) || (await api.openSession({ ...tokenOf(options), locale: options.locale, timeZone }));
      store.saveSession(opened.session);
      return opened;
    });
  }

  async function resume(session: string): Promise<OpenedSession | undefined> {
    try {
      return await api.openSession({ session, locale: options.locale, timeZone });
    } catch (error) {
      if (!isGone(error)) throw error;
      store.saveSession(undefined);
      store.saveRead(0);
      return undefined;
    }
  }

  /** One pass: session, history, then the stream until it ends. */
  async function connect(now: Life): Promise<void> {
    if (now.session === undefined) {
      const opened = await openSession();
      now.session = opened.session;
      dispatch({ type: "opened", persona: opened.persona.name, mode: opened.mode ?? { mode: "avatar" } });
    }
    if (!now.loaded) {
      await loadHistory(now.session);
      now.loaded = true;
    }
    const body = await api.events(now.session, state.cursor, now.streamed, connection.signal);
    Object.assign(now, { streamed: true });
    dispatch({ type: "link", link: "up" });
    resendFailed();
    await readEvents(body, SILENCE_MS, (event) => {
      now.failures = 0;
      takeEvent(event);
    });
  }

  async function loadHistory(session: string): Promise<void> {
    const items: ChatMessage[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await api.messages(session, after);
      items.push(...page.items);
      after = page.next;
    }
    dispatch({ type: "history", items });
  }

  function takeEvent({ event, data, id }: SseEvent): void {
    const value: unknown = JSON.parse(data);
    if (event === "message") dispatch({ type: "message", item: value as ChatMessage });
    if (event === "delta") dispatch({ type: "delta", delta: value as Delta });
    if (event === "discard") dispatch({ type: "discard", discard: value as Discard });
    if (event === "typing") dispatch({ type: "typing", name: (value as Typing).name });
    if (event === "mode") {
      const { mode, name, seq = id === undefined ? undefined : Number(id) } = value as ModeChange;
      dispatch({ type: "mode", mode: name === undefined ? { mode } : { mode, name }, seq });
    }
  }

  /** What failed for want of a way through goes out again with its old id, now that there is one. */
  function resendFailed(): void {
    for (const one of state.pending) {
      if (one.status === "failed" && one.retry && one.detail === undefined)
        dispatch({ type: "progress", id: one.id, status: "sending", detail: undefined, retry: true });
    }
    void sender.pump();
  }

  async function live(now: Life): Promise<void> {
    while (!now.controller.signal.aborted) {
      if (resting) {
        await alarm.sleep(UNTIL_WOKEN_MS);
        continue;
      }
      connection = new AbortController();
      const begun = options.now().getTime();
      const lost = await connect(now).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (now.controller.signal.aborted) return;
      // A quiet stream that held for a while was no failure, even if no event came over it.
      now.failures = options.now().getTime() - begun > HELD_MS ? 1 : now.failures + 1;
      const gone = isGone(lost) && now.session !== undefined;
      if (gone) loseSession();
      if (!gone || now.failures >= FAILURES_UNTIL_DOWN) await pauseAfter(now, lost);
    }
  }

  async function pauseAfter(now: Life, lost: unknown): Promise<void> {
    // We let go ourselves: for a new session, to rest, or because somebody wants it at once.
    if (connection.signal.aborted && now.failures <= FAILURES_UNTIL_DOWN) return;
    if (lost instanceof ChatRefused && lost.status === 401 && now.session === undefined && tokenOf(options).token !== undefined) {
      dispatch({ type: "signed-out" });
      options.tokenNeeded();
      await alarm.sleep(UNTIL_WOKEN_MS);
      return;
    }
    if (now.failures >= FAILURES_UNTIL_DOWN || !now.streamed) dispatch({ type: "link", link: "down" });
    const asked = lost instanceof ChatRefused ? lost.retryAfterMs : undefined;
    await alarm.sleep(asked ?? pauseBefore(now.failures, options.random));
  }

  function setSending(id: string): void {
    dispatch({ type: "progress", id, status: "sending", detail: undefined, retry: true });
    alarm.wake();
    void sender.pump();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (life) return;
      life = { controller: new AbortController(), session: undefined, loaded: false, streamed: false, failures: 0 };
      void live(life);
    },
    stop() {
      life?.controller.abort();
      life = undefined;
      connection.abort();
      alarm.wake();
      sendingPause.wake();
    },
    wake() {
      resting = false;
      alarm.wake();
    },
    rest() {
      resting = true;
      connection.abort();
    },
    storageChanged() {
      dispatch({ type: "read", seq: store.read() });
      const stored = store.session();
      if (life?.session !== undefined && stored !== undefined && stored !== life.session) loseSession(false);
    },
    send(text) {
      dispatch({ type: "compose", id: options.newId(), text, at: options.now().toISOString() });
      void sender.pump();
    },
    retry: setSending,
    calm: () => dispatch({ type: "calm" }),
    withdraw(id) {
      const text = state.pending.find((one) => one.id === id)?.text ?? "";
      dispatch({ type: "withdraw", id });
      return text;
    },
    draft: () => store.draft(),
    saveDraft: (text) => store.saveDraft(text),
    markRead() {
      const seq = lastSeq(state);
      if (seq <= state.read) return;
      store.saveRead(seq);
      dispatch({ type: "read", seq });
    },
  };
}

function tokenOf(options: ChatOptions): { token?: string } {
  const token = options.token();
  return token === undefined ? {} : { token };
}

function isGone(error: unknown): boolean {
  return error instanceof ChatRefused && (error.status === 401 || error.status === 404);
}
