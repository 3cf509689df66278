import type { Log } from "../platform/log.ts";
import type { Letter, LetterFate, Mailer } from "./mailer.ts";

/** So many letters wait for the mail server at once in one process; many servers take no more lines from one sender. */
const MOST_AT_ONCE = 4;
const MINUTE = 60_000;
/** A mailer gives up after 80 s. What has been leaving for so long was left by a process that died. */
export const GIVEN_UP_MS = 10 * MINUTE;
const RETRY_MS = 15 * MINUTE; // a server that says "later" means minutes, as greylisting does; then twice as long each time …
const RETRY_MAX_MS = 6 * 60 * MINUTE; // … up to a few times a day, until the letter is stale

/** When a letter that a server did not want goes again, after so many tries. */
export function againAfter(tries: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(RETRY_MS * 2 ** tries, RETRY_MAX_MS));
}

/** The post office: letters go beside the timers, which others wait for. A mail server may think for a minute. */
export function createPost({ log, mailer }: { log: Log; mailer: Pick<Mailer, "send"> }) {
  const working = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = MOST_AT_ONCE;
  let stopping = false;

  /** Does `work` about this letter when there is a place for it, unless that is under way; what breaks is logged. */
  function beside(id: string, work: () => Promise<void>): void {
    if (working.has(id)) return;
    const done = place()
      .then(() => (stopping ? undefined : work()))
      .catch((error: unknown) => log.error({ letter: id, err: error }, "a letter could not be sent"))
      .finally(() => {
        working.delete(id);
        free += 1;
        waiting.shift()?.();
      });
    working.set(id, done);
  }

  async function place(): Promise<void> {
    while (free === 0) await new Promise<void>((resolve) => void waiting.push(resolve));
    free -= 1;
  }

  /** Hands a letter to the mail server. Never throws: one that broke on its way may have arrived. */
  async function send(letter: Letter): Promise<LetterFate> {
    try {
      return await mailer.send(letter);
    } catch (error) {
      log.error({ letter: letter.id, err: error }, "a letter broke while it was sent");
      return { state: "unknown", reply: "the sending broke" };
    }
  }

  /** Nothing is under way. */
  async function idle(): Promise<void> {
    while (working.size > 0) await Promise.all(working.values());
  }

  /** Begins no more, and lets what is under way end: what has not begun, its timer finds again. */
  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  return { beside, send, idle, stop };
}

export type Post = ReturnType<typeof createPost>;
