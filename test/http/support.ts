import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHttp, type HttpConfig, type HttpOptions, type HttpServer } from "../../src/http/index.ts";
import { manualClock } from "../../src/platform/clock.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { memoryLive, type Live } from "../../src/platform/live.ts";
import { ProblemDocument } from "../../src/http/contract.ts";
import { T0, fakeRooms, type FakeRooms } from "./fake-rooms.ts";

export const HOST_SECRET = "the-host-and-we-share-this-secret";

export type Desk = {
  url: string;
  port: number;
  rooms: FakeRooms;
  live: Live;
  clock: ReturnType<typeof manualClock>;
  http: HttpServer;
  /** what was logged as an error */
  errors: Record<string, unknown>[];
  ask(path: string, init?: RequestInit & { key?: string; session?: string; cookie?: string; json?: unknown }): Promise<Response>;
  close(): Promise<void>;
};

/** A real server on a free port over rooms in memory, with a small built web. */
export async function openServer(over: { config?: Partial<HttpConfig>; rooms?: FakeRooms; options?: Partial<HttpOptions> } = {}): Promise<Desk> {
  const rooms = over.rooms ?? fakeRooms();
  const live = memoryLive();
  const clock = manualClock(T0);
  const errors: Record<string, unknown>[] = [];
  const silent = () => undefined;
  const http = createHttp({
    config: { host: "127.0.0.1", port: 0, publicUrl: "http://localhost:3000", chatOrigins: ["https://shop.example"], hostSecret: HOST_SECRET, ...over.config },
    rooms,
    live,
    clock,
    ids: randomIds(),
    log: { info: silent, warn: silent, error: ((fields: Record<string, unknown>) => void errors.push(fields)) as never },
    webDir: await builtWeb(),
    checkAnswers: true,
    ...over.options,
  });
  const { port } = await http.listen();
  const url = `http://127.0.0.1:${port}`;
  async function ask(path: string, { key, session, cookie, json, ...init }: Parameters<Desk["ask"]>[1] = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (key ?? session) headers.set("authorization", `Bearer ${key ?? session}`);
    if (cookie) headers.set("cookie", `standin_session=${cookie}`);
    if (json !== undefined) headers.set("content-type", "application/json");
    return fetch(url + path, { ...(json === undefined ? {} : { method: "POST", body: JSON.stringify(json) }), ...init, headers });
  }
  return { url, port, rooms, live, clock, http, errors, ask, close: () => http.close() };
}

/** The problem of an answer; fails when it is not a proper document. */
export async function problem(response: Response): Promise<ProblemDocument> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json; charset=utf-8") throw new Error(`not a problem document: ${response.status} ${type} ${await response.text()}`);
  const document = ProblemDocument.parse(await response.json());
  if (document.status !== response.status) throw new Error(`the document says ${document.status}, the answer ${response.status}`);
  return document;
}

let web: Promise<string> | undefined;
function builtWeb(): Promise<string> {
  return (web ??= (async () => {
    const directory = await mkdtemp(join(tmpdir(), "standin-web-"));
    for (const path of ["demo/demo-assets", "console/assets"]) await mkdir(join(directory, path), { recursive: true });
    await writeFile(join(directory, "demo/index.html"), "<title>demo</title>");
    await writeFile(join(directory, "demo/demo-assets/demo-a1.js"), "1");
    await writeFile(join(directory, "console/index.html"), "<title>console</title>");
    await writeFile(join(directory, "console/assets/app-b2.js"), "2");
    await writeFile(join(directory, "widget.js"), "3");
    await mkdir(join(directory, "widget"));
    await writeFile(join(directory, "widget/fr.json"), "{}");
    return directory;
  })());
}

export type Sse = { event?: string; id?: string; data?: string; comment?: string };

/** Reads server-sent events from a stream; `next()` waits at most 2 s and answers undefined when it ended. */
export async function readEvents(
  response: Response,
): Promise<{ next(): Promise<Sse | undefined>; take(count: number): Promise<Sse[]>; cancel(): Promise<void> }> {
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader() as ReadableStreamDefaultReader<string>;
  let buffer = "";
  async function block(): Promise<string | undefined> {
    for (;;) {
      const end = buffer.indexOf("\n\n");
      if (end >= 0) {
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return text;
      }
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no event within 2 s")), 2000).unref());
      const { value, done } = await Promise.race([reader.read(), late]);
      if (done) return undefined;
      buffer += value;
    }
  }
  async function next(): Promise<Sse | undefined> {
    for (;;) {
      const text = await block();
      if (text === undefined) return undefined;
      if (text.startsWith(":")) continue;
      return Object.fromEntries(text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
    }
  }
  return {
    next,
    async take(count) {
      const events: Sse[] = [];
      while (events.length < count) {
        const event = await next();
        if (!event) break;
        events.push(event);
      }
      return events;
    },
    cancel: () => reader.cancel(),
  };
}
