import type { Live, LiveEvent } from "../platform/live.ts";
import type { ChatEvent, LastingEvent } from "./contract.ts";
import type { ChatRooms, ChatSession } from "./rooms.ts";
import type { Stream } from "./stream.ts";

const REPLAY_PAGE = 100;
/** Replaying waits for a reader that has so much left to read: missed events never overrun it. */
const MOST_UNREAD = 128 * 1024;
/** Live events that wait while old ones are replayed; beyond it the reader starts anew. */
const MOST_WAITING = 5_000;

type Passing = Extract<ChatEvent, { type: "typing" | "delta" | "discard" }>;

/**
 * Sends the events of a session's conversation after a seq: first what was missed, then what happens; each `message` and `mode` once and in
 * order. Live events are only hints: one that skips a seq makes us read the truth, so a lost hint is never a lost message.
 */
export function followConversation(stream: Stream, chat: ChatRooms, live: Live, session: ChatSession, after: number, failed: (error: unknown) => void): void {
  let last = after;
  let reading = true;
  let waiting: ChatEvent[] = [];
  /** ids of messages that a replayed reply answers: drafts for them that wait are stale */
  const answered = new Set<string>();

  function pass(event: LastingEvent): void {
    if (event.seq <= last) return;
    last = event.seq;
    const { type, ...data } = event;
    stream.send(type, data, event.seq);
  }
  function take(event: ChatEvent): void {
    if (event.type === "message" || event.type === "mode") {
      if (event.seq <= last + 1) pass(event);
      else catchUp(event);
      return;
    }
    const { type, ...data } = event satisfies Passing;
    stream.send(type, data);
  }
  /** Reads what was missed; meanwhile live events wait. `then`: the hint that told us. */
  function catchUp(then?: LastingEvent): void {
    reading = true;
    replay()
      .then(() => {
        if (then) pass(then);
        release();
      })
      .catch((error: unknown) => {
        failed(error);
        stream.close();
      });
  }
  async function replay(): Promise<void> {
    for (;;) {
      const events = await chat.events(session, last, REPLAY_PAGE);
      for (const event of events) {
        if (event.type === "message") for (const id of event.inReplyTo) answered.add(id);
        pass(event);
        if (stream.backlog > MOST_UNREAD) await stream.drained();
        if (stream.closed) return;
      }
      if (events.length < REPLAY_PAGE) return;
    }
  }
  function release(): void {
    reading = false;
    const events = waiting;
    waiting = [];
    for (const [index, event] of events.entries()) {
      if (reading) {
        // one of them skipped a seq and started a new reading: the rest waits on
        waiting = [...events.slice(index), ...waiting];
        return;
      }
      const stale = (event.type === "delta" || event.type === "discard") && answered.has(event.replyTo);
      if (!stale) take(event);
    }
    answered.clear();
  }

  // Subscribed before the first reading, so that nothing falls between the two.
  const leave = live.subscribe(`conversation/${session.conversation}`, (event: LiveEvent) => {
    if (!reading) take(event as unknown as ChatEvent);
    else if (waiting.push(event as unknown as ChatEvent) > MOST_WAITING) stream.close();
  });
  stream.onClose(leave);
  catchUp();
}
