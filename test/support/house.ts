import { expect } from "vitest";
import { createApp, type App } from "../../src/app.ts";
import { createChannels, createTwilio, mailerSettings, twilioSettings } from "../../src/channels/index.ts";
import { signHostToken } from "../../src/http/index.ts";
import { manualClock, type ManualClock } from "../../src/platform/clock.ts";
import { loadSettings } from "../../src/platform/config.ts";
import type { Database } from "../../src/platform/database.ts";
import type { Embedder } from "../../src/knowledge/index.ts";
import { createLog, type Log } from "../../src/platform/log.ts";
import { openTestDatabase } from "./database.ts";

/** The whole service in this process: real routes over HTTP, real database, a clock that stands still. */
export type House = {
  app: App;
  db: Database;
  clock: ManualClock;
  url: string;
  /** a contact of a customer, or a visitor without a name, with a web chat open; the host's page is in English unless it says otherwise, or nothing (null) */
  guest(who?: { sub: string; customer?: string; name?: string; email?: string }, locale?: string | null): Promise<Guest>;
  /** a call of the staff API with the owner's key; throws unless it is answered with 2xx */
  staff<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
  advance(to: string | Date): Promise<void>;
  /** nothing is due and nothing runs */
  settle(): Promise<void>;
  close(): Promise<void>;
};

export type Item = {
  seq: number;
  id: string;
  from: string;
  name: string;
  text: string;
  sources: { title: string; url: string }[];
  at: string;
  inReplyTo: string[];
};

export type Guest = {
  session: string;
  conversation: string;
  /** sends and waits until the turn has ended; resolves with what came back since */
  says(text: string): Promise<Item[]>;
  send(text: string, id?: string): Promise<Response>;
  items(): Promise<Item[]>;
};

const KEY = "test-owner-key";
export const HOST_SECRET = "a-host-secret-of-at-least-32-bytes!";
const START = "2026-03-02T09:00:00Z"; // a Monday, 10:00 in Berlin

/** Opens the house. Every test's `close` recomputes the books and fails on a difference. */
export async function openHouse(
  env: Record<string, string> = {},
  given: { db?: Database; start?: string; log?: Log; embedder?: Embedder } = {},
): Promise<House> {
  const db = given.db ?? (await openTestDatabase());
  const clock = manualClock(new Date(given.start ?? START));
  const channels = createChannels({ publish: () => undefined });
  const all = {
    PORT: "0",
    SAMPLE_BUSINESS: "off",
    LOG_LEVEL: process.env["TEST_LOG"] ?? "silent",
    CLOCK: "manual",
    STAFF_API_KEYS: KEY,
    CHAT_JWT_SECRET: HOST_SECRET,
    ADMIN_EMAIL: "owner@example.com",
    ADMIN_PASSWORD: "a long password",
    ...env,
  };
  const { settings, parts } = loadSettings(all, {
    ...Object.fromEntries(channels.map((channel) => [channel.name, channel.env])),
    telephony: twilioSettings,
    mailer: mailerSettings,
  });
  const telephony = createTwilio(parts.telephony);
  const app = await createApp({
    settings,
    channelSettings: parts,
    db,
    clock,
    log: given.log ?? createLog(settings.LOG_LEVEL),
    ...(telephony ? { telephony } : {}),
    secretOf: (variable) => env[variable],
    ...(given.embedder ? { meaning: { embedder: given.embedder } } : {}),
    webDir: "dist/web",
    sampleDir: "sample",
  });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;

  async function staff<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/api/staff${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw Object.assign(new Error(`${method} ${path} → ${response.status} ${text}`), { status: response.status });
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }

  async function guest(who?: { sub: string; customer?: string; name?: string; email?: string }, locale: string | null = "en"): Promise<Guest> {
    const token = who && signHostToken(who, HOST_SECRET, clock.now());
    const opened = await fetch(`${url}/api/chat/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...(locale === null ? {} : { locale }), ...(token ? { token } : {}) }),
    });
    expect(opened.status, await opened.clone().text()).toBe(201);
    const { session, conversation } = (await opened.json()) as { session: string; conversation: string };
    const headers = { authorization: `Bearer ${session}`, "content-type": "application/json" };
    let sent = 0;
    const send = (text: string, id = `m${++sent}`) => fetch(`${url}/api/chat/messages`, { method: "POST", headers, body: JSON.stringify({ id, text }) });
    const items = async () => ((await (await fetch(`${url}/api/chat/messages?after=0`, { headers })).json()) as { items: Item[] }).items;
    return {
      session,
      conversation,
      send,
      items,
      async says(text) {
        const before = (await items()).length;
        const response = await send(text);
        expect(response.status, await response.clone().text()).toBe(202);
        await app.clockwork.settle();
        return (await items()).slice(before).filter((item) => item.from !== "contact");
      },
    };
  }

  return {
    app,
    db,
    clock,
    url,
    guest,
    staff,
    settle: () => app.clockwork.settle(),
    async advance(to) {
      await app.clockwork.advanceTo(new Date(to));
    },
    async close() {
      await app.clockwork.settle();
      const check = await app.rooms.ledger.check();
      const unanswered = await db.query(
        "select m.id from messages m left join outcomes o on o.message = m.id where m.author = 'contact' and o.message is null",
      );
      await app.stop();
      if (!given.db) await db.close();
      expect(check.differences).toEqual([]);
      expect(unanswered).toEqual([]);
    },
  };
}
