import { randomBytes } from "node:crypto";

/**
 * The one seam for ids and randomness. Ids are `{prefix}_{time}{random}`: they sort by the time of their making,
 * and 80 random bits make a guess or a clash hopeless (RFC 9562 gives UUIDv7 74).
 */
export interface Ids {
  next(prefix: string): string;
  /** A secret of 256 bits, URL-safe. */
  secret(): string;
  /** So many random bytes: salt. */
  bytes(count: number): Buffer;
}

// Crockford's alphabet: sorts like the numbers it writes, has no letters that look alike.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const RANDOM_LENGTH = 16;
const POOL_SIZE = 4096;

export function randomIds(now: () => number = Date.now): Ids {
  let pool = randomBytes(POOL_SIZE);
  let used = 0;
  let lastTime = -1;
  let timePart = "";
  function random(): string {
    if (used + RANDOM_LENGTH > POOL_SIZE) {
      pool = randomBytes(POOL_SIZE);
      used = 0;
    }
    let text = "";
    for (let i = 0; i < RANDOM_LENGTH; i++) text += ALPHABET[(pool[used + i] as number) & 31];
    used += RANDOM_LENGTH;
    return text;
  }
  return {
    next(prefix) {
      const time = now();
      if (time !== lastTime) {
        lastTime = time;
        timePart = base32(time);
      }
      return `${prefix}_${timePart}${random()}`;
    },
    secret: () => randomBytes(32).toString("base64url"),
    bytes: (count) => randomBytes(count),
  };
}

/** Milliseconds since 1970 in nine digits of base 32: enough until the year 3084. */
function base32(value: number): string {
  let text = "";
  for (let rest = value, i = 0; i < 9; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
