import type { SentMessage } from "../../http/contract.ts";
import { ChatRefused } from "./api.ts";
import { pauseBefore } from "./backoff.ts";
import type { ChatAction, Pending } from "./state.ts";

export interface SenderParts {
  send(message: { id: string; text: string }): Promise<SentMessage>;
  pending(): Pending[];
  dispatch(action: ChatAction): void;
  sleep(ms: number): Promise<void>;
  random(): number;
  /** the session is no longer good: a new one is being opened, and `pump` is called again then */
  sessionLost(): void;
}

const ATTEMPTS = 3;
const WAIT_WITHOUT_WORD_MS = 3000;

/**
 * Sends what is waiting, one at a time and in the order of writing. A message keeps its id through every attempt, so
 * the server accepts it once, however often it arrives.
 */
export function createSender(parts: SenderParts): { pump(): Promise<void> } {
  let running = false;

  function progress(id: string, status: Pending["status"], detail?: string, retry = true): void {
    parts.dispatch({ type: "progress", id, status, detail, retry });
  }

  /** True: go on with the next one. */
  async function sendOne({ id, text }: Pending): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        const accepted = await parts.send({ id, text });
        parts.dispatch({ type: "accepted", id, seq: accepted.seq, serverId: accepted.id });
        return true;
      } catch (error) {
        const refused = error instanceof ChatRefused ? error : undefined;
        if (refused?.status === 401 || refused?.status === 404) {
          parts.sessionLost();
          return false;
        }
        if (refused?.status === 429) {
          progress(id, "waiting");
          await parts.sleep(refused.retryAfterMs ?? WAIT_WITHOUT_WORD_MS);
          progress(id, "sending");
          attempt = 0;
        } else if (refused && refused.status < 500) {
          // It would be refused again: the person has to change it.
          progress(id, "failed", refused.detail, false);
          return true;
        } else if (attempt >= ATTEMPTS || refused?.code === "storage_full") {
          // What broke inside the server is nothing to read out; that it is full, is.
          progress(id, "failed", refused?.code === "storage_full" ? refused.detail : undefined);
          return true;
        } else {
          await parts.sleep(pauseBefore(attempt, parts.random));
        }
      }
    }
  }

  return {
    async pump() {
      if (running) return;
      running = true;
      try {
        for (let next = first(parts.pending()); next; next = first(parts.pending())) {
          if (!(await sendOne(next))) return;
        }
      } finally {
        running = false;
      }
    },
  };
}

function first(pending: Pending[]): Pending | undefined {
  return pending.find((one) => one.status === "sending");
}
