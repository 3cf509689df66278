import type { Client, Crowd, Turn } from "./clients.ts";

/** What a level of load gave. Times in milliseconds. */
export type Level = {
  clients: number;
  turns: number;
  errors: number;
  firstError: string | undefined;
  perSecond: number;
  p50: number;
  p99: number;
  first50: number;
  first99: number;
};

/** How long the last turns of a level may take before their clients hang up. */
const LAST_TURNS_MS = 15_000;

/** What a stretch of load gave, unsummed. */
export type Slice = { turns: Turn[]; failures: string[]; tookMs: number };

/** Lets the askers ask, each its next question when the last is answered, for `seconds`. Never rejects: what fails is counted. */
export async function load(askers: Client[], seconds: number): Promise<Slice> {
  const turns: Turn[] = [];
  const failures: string[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const hangUp = setTimeout(() => askers.forEach((asker) => asker.close()), seconds * 1000 + LAST_TURNS_MS);
  await Promise.all(askers.map((asker) => askUntil(asker, end, turns, failures)));
  clearTimeout(hangUp);
  return { turns, failures, tookMs: performance.now() - start };
}

/** `clients` askers of one server; `close` hangs all of them up. */
export async function gather(crowd: Crowd, clients: number, turnsEach: number): Promise<{ askers: Client[]; close(): void }> {
  const askers = await Promise.all(Array.from({ length: clients }, () => crowd(turnsEach)));
  return { askers, close: () => askers.forEach((asker) => asker.close()) };
}

/** The figures of all stretches of one level together. */
export function summed(clients: number, slices: Slice[]): Level {
  const turns = slices.flatMap((slice) => slice.turns);
  const failures = slices.flatMap((slice) => slice.failures);
  const whole = turns.map((turn) => turn.ms);
  const first = turns.map((turn) => turn.firstMs);
  return {
    clients,
    turns: turns.length,
    errors: failures.length,
    firstError: failures[0],
    perSecond: (turns.length / slices.reduce((sum, slice) => sum + slice.tookMs, 0)) * 1000,
    p50: quantile(whole, 0.5),
    p99: quantile(whole, 0.99),
    first50: quantile(first, 0.5),
    first99: quantile(first, 0.99),
  };
}

async function askUntil(asker: Client, end: number, turns: Turn[], failures: string[]): Promise<void> {
  while (performance.now() < end) {
    try {
      turns.push(await asker.turn());
    } catch (error) {
      // One failure fails the run: going on with this client would only make more of them.
      failures.push(error instanceof Error ? error.message : String(error));
      return;
    }
  }
}

/** A turn of one conversation by its place in it, and the time around there: the median of it and its neighbours. */
export type Growth = { turns: number; at: { turn: number; ms: number }[]; error: string | undefined };

const NEIGHBOURS: Record<number, [number, number]> = { 1: [1, 3], 10: [8, 12], 100: [90, 110], 1000: [980, 1000] };

/** One conversation of up to `turns` turns, for at most `seconds`. */
export async function grow(crowd: Crowd, turns: number, seconds: number): Promise<Growth> {
  const asker = await crowd(Number.MAX_SAFE_INTEGER);
  const hangUp = setTimeout(() => asker.close(), seconds * 1000);
  const times: number[] = [];
  let failure: string | undefined;
  try {
    while (times.length < turns) times.push((await asker.turn()).ms);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  clearTimeout(hangUp);
  asker.close();
  const places = Object.entries(NEIGHBOURS).filter(([, [, last]]) => last <= times.length);
  return {
    turns: times.length,
    at: places.map(([turn, [from, to]]) => ({ turn: Number(turn), ms: quantile(times.slice(from - 1, to), 0.5) })),
    error: failure,
  };
}

/** The value below which a `share` of them lie; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
