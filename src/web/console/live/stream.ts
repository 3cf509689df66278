import { createEventReader, type StreamEvent } from "./sse.ts";

export type StreamState = "connecting" | "live" | "broken";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** The server sends a comment each 15 s; three missed ones mean that nobody is there. */
const SILENCE_MS = 45_000;

type Follow = {
  conversation: string | null;
  onEvent(event: StreamEvent): void;
  onState(state: StreamState): void;
  /** the session has ended: trying again is in vain */
  onSignedOut(): void;
  signal: AbortSignal;
};

/** Follows the staff stream until aborted; reconnects with growing pauses and says each change of state. */
export async function followStaffEvents(follow: Follow): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!follow.signal.aborted) {
    const end = await readOnce(follow, () => {
      pause = FIRST_PAUSE_MS;
      follow.onState("live");
    });
    if (follow.signal.aborted) return;
    if (end === "signed-out") return follow.onSignedOut();
    follow.onState("broken");
    await sleep(pause, follow.signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

async function readOnce(follow: Follow, opened: () => void): Promise<"ended" | "signed-out"> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const query = follow.conversation === null ? "" : `?conversation=${encodeURIComponent(follow.conversation)}`;
    const response = await fetch(`/api/staff/events${query}`, {
      credentials: "same-origin",
      headers: { accept: "text/event-stream" },
      signal: AbortSignal.any([follow.signal, silence.signal]),
    });
    if (response.status === 401) return "signed-out";
    if (!response.ok || response.body === null) return "ended";
    opened();
    const read = createEventReader(follow.onEvent);
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "ended";
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      read(decoder.decode(value, { stream: true }));
    }
  } catch {
    return "ended"; // a broken connection; the caller waits and tries again
  } finally {
    clearTimeout(timer);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
