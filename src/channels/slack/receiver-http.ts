import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Receiver, ReceiverEvent } from "@slack/bolt";
import type { ChannelLog } from "../../conversations/channel.ts";
import { processThenAcknowledge, type Processor } from "./acknowledge.ts";

/** Slack waits three seconds; what is not committed by then is refused, so that Slack sends it again. */
const ANSWER_WITHIN_MS = 2500;
const MAX_BODY_BYTES = 1024 * 1024;
const MAX_SKEW_SECONDS = 300;

export type HttpReceiverOptions = {
  signingSecret: string;
  mount(handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  log: ChannelLog;
};

/**
 * Slack's HTTP requests → Bolt. Bolt's own receivers answer before the work is done and bring a server along, so this
 * one takes the raw request of ours: signature over the raw bytes first, then the payload, 200 after the commit.
 */
export function httpReceiver(options: HttpReceiverOptions): Receiver {
  let app: Processor | undefined;
  let open = false;
  options.mount((request, response) => {
    const reply = replyOnce(response);
    const timer = setTimeout(() => reply(503), ANSWER_WITHIN_MS);
    response.once("close", () => clearTimeout(timer));
    if (!app || !open) return reply(503);
    serve(app, options, request, reply).catch((error: unknown) => {
      options.log.error({ error: error instanceof Error ? error.name : "unknown" }, "a slack request failed, slack will send it again");
      reply(503);
    });
  });
  return {
    init: (bolt) => void (app = bolt),
    start: async () => void (open = true),
    stop: async () => void (open = false),
  };
}

type Reply = (status: number, body?: unknown) => void;

function replyOnce(response: ServerResponse): Reply {
  return (status, body) => {
    if (response.headersSent || response.destroyed) return;
    const isText = typeof body === "string";
    const text = body === undefined ? "" : isText ? body : JSON.stringify(body);
    response.statusCode = status;
    if (text !== "") response.setHeader("content-type", isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8");
    if (status === 413) response.setHeader("connection", "close");
    response.end(text);
  };
}

async function serve(app: Processor, options: HttpReceiverOptions, request: IncomingMessage, reply: Reply): Promise<void> {
  if (request.method !== "POST") return reply(405);
  const raw = await readBody(request);
  if (raw === undefined) return reply(413);
  // house: time because Slack signs with real time
  if (!isSigned(options.signingSecret, request.headers, raw, Date.now())) {
    options.log.warn({}, "a slack request had no valid signature");
    return reply(401);
  }
  const body = parseBody(request.headers["content-type"], raw);
  if (body === undefined) return reply(400);
  if (body["type"] === "url_verification") return reply(200, { challenge: body["challenge"] });
  if (body["ssl_check"] !== undefined) return reply(200);
  const retry = Number(request.headers["x-slack-retry-num"]);
  const reason = request.headers["x-slack-retry-reason"];
  // A retry is worked on like any other: after a lost connection it may be the only delivery. Stored ids deduplicate.
  await processThenAcknowledge(
    app,
    { body, ...(Number.isInteger(retry) ? { retryNum: retry } : {}), ...(typeof reason === "string" ? { retryReason: reason } : {}) },
    async (response) => reply(200, response),
  );
}

/** The raw body, or undefined when it is longer than we take; the rest of a too long one is thrown away. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) {
    request.resume();
    return undefined;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(undefined);
      }
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => request.complete || reject(new Error("the request was broken off")));
  });
}

/**
 * Slack's signature v0: HMAC-SHA256 of "v0:timestamp:raw body", at most five minutes old or ahead, compared in constant
 * time (docs.slack.dev/authentication/verifying-requests-from-slack). Stricter than Bolt's helper, which takes stamps
 * that are no numbers or lie in the future. Checked against the time of day: Slack knows no other clock.
 */
export function isSigned(secret: string, headers: IncomingMessage["headers"], raw: Buffer, nowMs: number): boolean {
  const stamp = headers["x-slack-request-timestamp"];
  const signature = headers["x-slack-signature"];
  if (typeof stamp !== "string" || !/^\d{1,12}$/.test(stamp)) return false;
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(nowMs / 1000 - Number(stamp)) > MAX_SKEW_SECONDS) return false;
  const expected = createHmac("sha256", secret).update(`v0:${stamp}:`).update(raw).digest();
  return timingSafeEqual(expected, Buffer.from(signature.slice(3), "hex"));
}

/** Events come as JSON, buttons and forms as JSON in the form field `payload`. */
function parseBody(contentType: string | undefined, raw: Buffer): ReceiverEvent["body"] | undefined {
  try {
    const text = raw.toString("utf8");
    if (!contentType?.startsWith("application/x-www-form-urlencoded")) return asObject(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return form["payload"] === undefined ? form : asObject(JSON.parse(form["payload"]));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): ReceiverEvent["body"] | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}
