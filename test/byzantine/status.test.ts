import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startStubModel, type Step, type StubModel } from "../support/stub-model.ts";
import { openScene, READERS, type Case, type Scene } from "./scene.ts";
import { HONEST, MEGABYTE } from "./wire.ts";

// An endpoint that refuses costs nothing, and what it says about it is for nobody. One that sends us elsewhere is not followed.

let scene: Scene;
let thief: StubModel;
beforeAll(async () => void (thief = await startStubModel(() => ({ pieces: ["I have your key."] }))));
afterAll(() => thief.close());

const refused = { outcome: "fallback", cost: "none", never: /key|overwrites/ } as const;
const status = (code: number, body?: string, headers: Record<string, string> = {}): Step[] => [
  { status: code, headers, ...(body === undefined ? {} : { body }) },
];

const cases: Case[] = [
  ...[300, 301, 302, 303, 304, 305, 307, 308].map((code): Case => ({
    ...refused,
    name: `${code} to another house`,
    does: () => ({ status: code, headers: { location: `${thief.url}/chat/completions` }, body: code === 304 ? "" : "moved" }),
  })),
  { ...refused, name: "307 to itself", does: () => ({ status: 307, headers: { location: `${scene.stub.url}/chat/completions` } }) },
  { ...refused, name: "308 to a file", does: status(308, "", { location: "file:///etc/passwd" }) },
  { ...refused, name: "302 with an honest answer in it", does: status(302, HONEST, { location: "/elsewhere", "content-type": "text/event-stream" }) },
  ...[400, 401, 402, 403, 404, 408, 409, 413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 529, 599].map((code): Case => ({
    ...refused,
    name: `${code}`,
    does: status(code),
  })),
  { ...refused, name: "429 for a year", does: status(429, undefined, { "retry-after": "31536000", "x-ratelimit-reset-requests": "1y" }) },
  {
    ...refused,
    name: "400 that repeats the request, prompt and key and all",
    does: (asked) => ({ status: 400, body: JSON.stringify({ error: { message: asked.raw } }) }),
  },
  {
    ...refused,
    name: "401 that repeats the key in its headers",
    does: (asked) => ({ status: 401, headers: { "x-your-key": asked.raw.split("\n").find((line) => line.startsWith("Bearer ")) ?? "none" } }),
  },
  { ...refused, name: "500 with a stack", does: status(500, "Error: boom\n    at serve (/srv/model/server.js:12:34)") },
  { ...refused, name: "500 with 20 MiB", does: status(500, "x".repeat(20 * MEGABYTE)) },
  { ...refused, name: "500 with a body of a hundred thousand levels", does: status(500, "[".repeat(100_000) + "]".repeat(100_000)) },
  { ...refused, name: "500 with an honest answer in it", does: status(500, HONEST, { "content-type": "text/event-stream" }) },
];

describe.each(READERS)("read by %s", (MODEL) => {
  beforeAll(async () => void (scene = await openScene({ MODEL })));
  afterAll(() => scene.close());

  test.each(cases)("$name", async (one) => {
    await scene.play(one);
    expect(thief.journal).toEqual([]);
  });
});
