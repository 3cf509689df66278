/** @jsxImportSource preact */
import { render } from "preact";
import type { Face } from "../../http/contract.ts";
import { HOUSE_FACE } from "../shared/face.ts";
import { type ChatApi, createChatApi } from "./api.ts";
import { type Chat, createChat } from "./chat.ts";
import { createSessionStore, type KeyValueStore, sessionKey } from "./sessions.ts";
import css from "./widget.css?inline";
import { type Language, languageFor, loadTexts, textsOf } from "./texts.ts";
import { App } from "./ui/app.tsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

// A hidden tab keeps its stream this long; browsers allow only six connections per server over HTTP/1.1.
const REST_AFTER_MS = 60_000;
const PHONE = "(max-width: 479px)";
const OPEN_KEY = "standin:open";

/**
 * `<standin-chat>`. Attributes: `token` (the host's JWT; without it an anonymous visitor), `server` (default: where the
 * script came from), `locale`, `open`, `inline` (fills its container instead of floating), `suggestions` (JSON array of
 * questions), `theme` (`light` or `dark`; default: as the system). Colours and corners: `--standin-*` properties.
 * Events: `standin-open`, `standin-close`, `standin-token-needed` (set a new `token`).
 */
export class StandinChat extends HTMLElement {
  static readonly observedAttributes = ["token", "server", "locale", "open", "inline", "suggestions"];
  /** Where the script came from; set once by `main.ts`. */
  static scriptOrigin = location.origin;

  readonly #root = this.attachShadow({ mode: "open" });
  #chat: Chat | undefined;
  #face: Face | undefined;
  #key = "";
  #started = false;
  #listening: AbortController | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet];
    if (wasOpen() && !matchMedia(PHONE).matches) this.setAttribute("open", "");
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("online", () => this.#reconnect(), { signal });
    addEventListener("storage", () => this.#chat?.storageChanged(), { signal });
    addEventListener("pagehide", () => this.#chat?.rest(), { signal });
    addEventListener("pageshow", () => this.#chat?.wake(), { signal });
    document.addEventListener("visibilitychange", () => this.#visibility(), { signal });
    this.#update();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    clearTimeout(this.#restTimer);
    this.#chat?.stop();
    this.#chat = undefined;
    this.#key = "";
    render(null, this.#root);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // An element that is in the page before its script hears of its attributes first; `connectedCallback` reads them all.
    if (!this.#listening || before === now) return;
    this.#update();
    // The same person with a fresh token: go on with it.
    if (name === "token") this.#chat?.wake();
    if (name === "open") rememberOpen(now !== null);
  }

  get isOpen(): boolean {
    return this.hasAttribute("open") || this.hasAttribute("inline");
  }

  /** Opens the panel, as a click on the button does. */
  show(): void {
    if (this.isOpen) return;
    this.setAttribute("open", "");
    this.dispatchEvent(new CustomEvent("standin-open", { bubbles: true, composed: true }));
  }

  hide(): void {
    if (!this.hasAttribute("open")) return;
    this.removeAttribute("open");
    this.dispatchEvent(new CustomEvent("standin-close", { bubbles: true, composed: true }));
  }

  get #server(): string {
    return (this.getAttribute("server") ?? StandinChat.scriptOrigin).replace(/\/+$/, "");
  }

  get #token(): string | undefined {
    return this.getAttribute("token") || undefined;
  }

  get #language(): Language {
    const page = this.closest("[lang]")?.getAttribute("lang");
    return languageFor([this.getAttribute("locale"), page, ...navigator.languages]);
  }

  #update(): void {
    const key = sessionKey(this.#server, this.#token);
    if (key !== this.#key) this.#become(key);
    const chat = this.#chat;
    if (!chat) return;
    // Nobody is counted as a visitor before they open the chat; whoever talked to us before hears what is new.
    if (!this.#started && (this.isOpen || hasStored(key))) {
      this.#started = true;
      chat.start();
    }
    const inline = this.hasAttribute("inline");
    const language = this.#language;
    const texts = textsOf(language);
    if (!texts) return void this.#learn(language);
    render(
      <App
        key={key}
        chat={chat}
        face={this.#face}
        open={this.isOpen}
        inline={inline}
        language={language}
        texts={texts}
        suggestions={parseSuggestions(this.getAttribute("suggestions"))}
        onOpen={() => this.show()}
        onClose={() => this.hide()}
      />,
      this.#root,
    );
  }

  async #learn(language: Language): Promise<void> {
    await loadTexts(this.#server, language, globalThis.fetch.bind(globalThis));
    if (this.#listening) this.#update();
  }

  /** Another person (or server): their own chat, and nothing of the one before; who says who they are while they write writes on. */
  #become(key: string): void {
    const written = this.#key === sessionKey(this.#server, undefined) ? this.#chat?.draft() : undefined;
    this.#chat?.saveDraft("");
    this.#chat?.stop();
    this.#key = key;
    this.#started = false;
    const api = createChatApi(this.#server, globalThis.fetch.bind(globalThis));
    void this.#draw(api, key);
    this.#chat = createChat({
      api,
      store: createSessionStore(key, storage("localStorage"), storage("sessionStorage")),
      locale: this.getAttribute("locale") ?? this.#language,
      token: () => this.#token,
      alone: (work) => alone(key, work),
      newId,
      now: () => new Date(),
      random: Math.random,
      tokenNeeded: () => this.dispatchEvent(new CustomEvent("standin-token-needed", { bubbles: true, composed: true })),
    });
    if (written) this.#chat.saveDraft(written);
  }

  /** Until the server tells whose face it is there is none; when it does not, the house's own is better than a hole. */
  async #draw(api: ChatApi, key: string): Promise<void> {
    const face = await api.persona().then(
      (persona) => persona.face,
      () => HOUSE_FACE,
    );
    if (key !== this.#key) return;
    this.#face = face;
    this.#update();
  }

  #reconnect(): void {
    this.#chat?.rest();
    this.#chat?.wake();
  }

  #visibility(): void {
    clearTimeout(this.#restTimer);
    if (document.visibilityState === "visible") this.#chat?.wake();
    else this.#restTimer = setTimeout(() => this.#chat?.rest(), REST_AFTER_MS);
  }
}

/** An open chat stays open from page to page of the host; on a phone, where it would cover each page, it does not. */
function wasOpen(): boolean {
  return storage("sessionStorage")?.getItem(OPEN_KEY) === "1";
}

function rememberOpen(open: boolean): void {
  const store = storage("sessionStorage");
  if (open) store?.setItem(OPEN_KEY, "1");
  else store?.removeItem(OPEN_KEY);
}

function hasStored(key: string): boolean {
  return createSessionStore(key, storage("localStorage"), undefined).session() !== undefined;
}

function storage(name: "localStorage" | "sessionStorage"): KeyValueStore | undefined {
  try {
    return globalThis[name];
  } catch {
    return undefined;
  }
}

function alone<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  // Web locks exist in secure contexts only; without them the worst is one visitor too many.
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request(name, work) as Promise<Value>) : work();
}

/** A random UUID (v4). `crypto.randomUUID` is missing on plain http, where a pilot in an office may well run. */
function newId(): string {
  const { crypto } = globalThis;
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function parseSuggestions(text: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === "string").slice(0, 3) : [];
  } catch {
    return [];
  }
}
