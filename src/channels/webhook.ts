import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Channel, Delivered, Envelope } from "../conversations/channel.ts";

/** `STAFF_WEBHOOK_SECRET` may be missing in the environment; app.ts then hands over the one made at the first start. */
export type WebhookSettings = { STAFF_WEBHOOK_URL?: string | undefined; STAFF_WEBHOOK_SECRET?: string | undefined };

/**
 * What is posted (CONTRACTS). `at` is an alert's own time, and for an escalation the time of sending; `id` stays the
 * same between attempts: receivers deduplicate by it.
 */
export type WebhookBody = { id: string; type: "escalation" | "alert"; at: string; data: unknown };

const blankIsUnset = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value));

/** Escalations and alerts as signed HTTP posts to an address of the owner's. */
export const webhook: Channel<WebhookSettings> = {
  name: "webhook",
  capabilities: { contacts: false, staff: true, sources: false, mode: false },
  env: z.object({
    STAFF_WEBHOOK_URL: blankIsUnset.pipe(z.url({ protocol: /^https?$/ }).optional()).optional(),
    STAFF_WEBHOOK_SECRET: blankIsUnset.optional(),
  }),
  enabled: (settings) => settings.STAFF_WEBHOOK_URL !== undefined,
  async start(host) {
    const url = host.settings.STAFF_WEBHOOK_URL;
    const secret = host.settings.STAFF_WEBHOOK_SECRET;
    if (!url || !secret) throw new Error("STAFF_WEBHOOK_URL needs a STAFF_WEBHOOK_SECRET");
    const underWay = new Set<Promise<unknown>>();
    return {
      async deliver(envelope) {
        const body = bodyOf(envelope);
        if (!body) return { state: "failed", error: "webhook_takes_staff_cards_only" };
        const sending = send(url, secret, JSON.stringify(body));
        underWay.add(sending);
        return sending.finally(() => underWay.delete(sending));
      },
      async stop() {
        await Promise.allSettled(underWay);
      },
    };
  },
};

function bodyOf(envelope: Envelope): WebhookBody | undefined {
  if (envelope.kind !== "escalation" && envelope.kind !== "alert") return undefined;
  return { id: envelope.id, type: envelope.kind, at: envelope.card.at, data: envelope.card };
}

const TIMEOUT_MS = 10_000;

/** Receivers deduplicate by `id`, so a lost response is simply sent again. */
async function send(url: string, secret: string, body: string): Promise<Delivered> {
  // The receiver checks the stamp against its own clock: this is the time of day, not the service's clock.
  const stamp = Math.floor(Date.now() / 1000); // house: time because the receiver checks the stamp against real time
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "standin",
        "standin-signature": `t=${stamp},v1=${signWebhook(secret, stamp, body)}`,
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return judge(response);
  } catch (error) {
    return { state: "retry", error: connectionTrouble(error) };
  }
}

/** Hex HMAC-SHA256 of "t.body" (CONTRACTS). */
export function signWebhook(secret: string, stamp: number, body: string): string {
  return createHmac("sha256", secret).update(`${stamp}.${body}`).digest("hex");
}

function judge(response: Response): Delivered {
  if (response.status >= 200 && response.status < 300) {
    return { state: "delivered", receipt: { status: String(response.status) } };
  }
  const error = `http_${response.status}`;
  if (response.status !== 408 && response.status !== 429 && response.status < 500) return { state: "failed", error };
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 0) return { state: "retry", error };
  return { state: "retry", error, afterMs: Math.ceil(seconds * 1000) };
}

function connectionTrouble(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "timeout";
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code.toLowerCase();
  return "connection_failed";
}
