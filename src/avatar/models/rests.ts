import type { Clock } from "../../platform/clock.ts";

/** Whatever an endpoint says: after this it is asked first again. It may be wrong about its own future. */
const LONGEST_REST_MS = 10 * 60_000;
/** More models than this are never named at once; the oldest is forgotten. */
const MOST_RESTS = 32;

/**
 * Endpoints that asked to be left alone for a while (Retry-After), as far as this process knows. Nobody waits for them: until then they stand
 * at the end of the line.
 */
export function createRests({ clock }: { clock: Clock }) {
  const until = new Map<string, number>();
  return {
    /** `said`: seconds, or a date of HTTP */
    rest(model: string, said: string | undefined): void {
      const now = clock.now().getTime();
      const ms = said === undefined ? Number.NaN : /^\s*\d+(?:\.\d+)?\s*$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
      if (!(ms > 0)) return;
      until.delete(model);
      until.set(model, now + Math.min(ms, LONGEST_REST_MS));
      const [oldest] = until.keys();
      if (until.size > MOST_RESTS && oldest !== undefined) until.delete(oldest);
    },
    rests: (model: string): boolean => (until.get(model) ?? 0) > clock.now().getTime(),
  };
}

export type Rests = ReturnType<typeof createRests>;
