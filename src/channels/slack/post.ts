import type { types } from "@slack/bolt";
import type { ChannelLog, Delivered } from "../../conversations/channel.ts";
import { judge, type WebClient } from "./client.ts";

/** One message to post. `id` goes into the message's metadata: that is how we find it again. */
export type Part = { id: string; event: string; text: string; blocks?: types.KnownBlock[] };
export type Target = { channel: string; thread?: string };

/** Before we look whether a message arrived whose answer was lost: Slack may still be at work on it. */
const SETTLE_MS = 500;
/** How far back we look for a message that was posted just now; wide, since Slack's clock is not ours. */
const LOOK_BACK_S = 600;
const PAGE = 100;
const MOST_PAGES = 5;
/**
 * One attempt must end within the outbox's lease of 30 s, or another process would post beside us: no part is begun
 * after this (then 8 s for the post, 8 s for a look), no further page is read after `LOOK_MS`.
 */
const BEGIN_WITHIN_MS = 10_000;
const LOOK_MS = 5_000;

/**
 * Posting without idempotency. Slack has no key for chat.postMessage, so: no retries by the client, our id in the
 * message's metadata, and when an answer was lost one look for that id. Found is delivered. Not found is tried again
 * only if Slack itself answered with an error; after silence it stays unknown: the request may still be under way.
 */
export function createPoster(client: WebClient, log: ChannelLog) {
  /**
   * Posts the parts in order. `uncertain`: an earlier attempt ended without a word (a killed process), so look first.
   * So do several parts, always: an earlier attempt, in whatever process, may have stopped half way.
   */
  async function post(parts: Part[], target: Target, uncertain: boolean): Promise<Delivered> {
    const began = performance.now();
    const there = uncertain || parts.length > 1 ? await find(target, undefined) : new Map<string, string>();
    if (!there) return { state: uncertain ? "unknown" : "retry", error: "lookup_failed" };
    let first: string | undefined;
    for (const part of parts) {
      const ts = there.get(part.id);
      if (!ts && performance.now() - began > BEGIN_WITHIN_MS) return { state: "retry", error: "slow" };
      const outcome: Delivered = ts ? { state: "delivered", receipt: { ts } } : await postPart(part, target);
      if (outcome.state !== "delivered") return outcome;
      first ??= outcome.receipt?.["ts"];
    }
    return { state: "delivered", receipt: { channel: target.channel, ...(first ? { ts: first } : {}) } };
  }

  async function postPart(part: Part, target: Target): Promise<Delivered> {
    try {
      const answer = await client.chat.postMessage({
        channel: target.channel,
        ...(target.thread ? { thread_ts: target.thread } : {}),
        text: part.text,
        ...(part.blocks ? { blocks: part.blocks } : {}),
        metadata: { event_type: part.event, event_payload: { id: part.id } },
        unfurl_links: false,
        unfurl_media: false,
      });
      return { state: "delivered", receipt: answer.ts ? { ts: answer.ts } : {} };
    } catch (error) {
      return afterTrouble(error, part, target);
    }
  }

  async function afterTrouble(error: unknown, part: Part, target: Target): Promise<Delivered> {
    const trouble = judge(error);
    if (trouble.kind === "refused") return { state: "failed", error: trouble.error };
    if (trouble.kind === "not_written") {
      const { afterMs } = trouble;
      return { state: "retry", error: trouble.error, ...(afterMs === undefined ? {} : { afterMs }) };
    }
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const there = await find(target, Date.now() / 1000 - LOOK_BACK_S); // house: time because Slack's own time stamps are asked for
    const ts = there?.get(part.id);
    if (ts) return { state: "delivered", receipt: { ts } };
    return { state: there && trouble.kind === "answered" ? "retry" : "unknown", error: trouble.error };
  }

  /** Our ids in a thread (or a channel's own messages) with the time stamps of their messages; undefined when we cannot know. */
  async function find(target: Target, oldest: number | undefined): Promise<Map<string, string> | undefined> {
    const found = new Map<string, string>();
    const began = performance.now();
    try {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await read(target, oldest, cursor);
        for (const message of answer.messages ?? []) {
          const id = message.metadata?.event_payload?.["id"];
          if (typeof id === "string" && message.ts) found.set(id, message.ts);
        }
        cursor = answer.response_metadata?.next_cursor || undefined;
        if (!cursor) return found;
        if (performance.now() - began > LOOK_MS) return undefined;
      }
      return target.thread ? undefined : found; // a thread's newest come last: not all seen is not known
    } catch (error) {
      log.warn({ error: judge(error).error }, "slack could not be asked whether a message arrived");
      return undefined;
    }
  }

  async function read(target: Target, oldest: number | undefined, cursor: string | undefined): Promise<Page> {
    const window = {
      channel: target.channel,
      include_all_metadata: true,
      limit: PAGE,
      ...(oldest === undefined ? {} : { oldest: oldest.toFixed(6) }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const answer = target.thread ? await client.conversations.replies({ ...window, ts: target.thread }) : await client.conversations.history(window);
    return answer as Page;
  }

  return { post };
}

type Page = {
  messages?: { ts?: string; metadata?: { event_payload?: Record<string, unknown> } }[];
  response_metadata?: { next_cursor?: string };
};
