import { ModelFailure } from "./model.ts";

export const REPLY_LIMIT_MS = 5 * 60_000; // a reply that drips longer than this is broken,
const REPLY_LIMIT_TIMES = 10; // or so many times longer than one token may take

/** Aborts after so much real time. */
export function patienceOf(ms: number): AbortSignal {
  return AbortSignal.timeout(ms);
}

/** Aborts `signal` when nothing came for `timeoutMs`, when the whole takes too long, or when the turn was stopped. `end` has to be called. */
export function openPatience(timeoutMs: number, turn: AbortSignal) {
  const stop = new AbortController();
  let reason: ModelFailure | undefined;
  const give = (failure: ModelFailure) => {
    reason ??= failure;
    stop.abort(failure);
  };
  const timer = setTimeout(() => give(new ModelFailure("timeout", "maybe", `no token within ${timeoutMs} ms`)), timeoutMs);
  const most = Math.min(REPLY_LIMIT_MS, REPLY_LIMIT_TIMES * timeoutMs);
  const longest = setTimeout(() => give(new ModelFailure("timeout", "maybe", `not finished within ${most} ms`)), most);
  const onAbort = () => give(new ModelFailure("stopped", "maybe", "the turn was stopped"));
  turn.addEventListener("abort", onAbort, { once: true });
  return {
    signal: stop.signal,
    /** something of the reply came */
    alive: () => void timer.refresh(),
    /** why it was aborted, if it was */
    reason: () => reason,
    /** nobody listens any more: whoever reads is told to stop */
    drop: () => stop.abort(),
    end() {
      clearTimeout(timer);
      clearTimeout(longest);
      turn.removeEventListener("abort", onAbort);
    },
  };
}
