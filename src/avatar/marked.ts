/**
 * Text of others between our marks. A mark of ours in it is made harmless by its bracket: taken out, it could leave another one behind
 * ("<</known>/known>").
 */
const MARK = /<(?=\s*\/?\s*(?:known|earlier|facts|said|notes|page|result)\b)/gi;

export function unmarked(text: string): string {
  return text.replaceAll(MARK, "‹");
}

/** At most so many UTF-16 units, never half a character. */
export function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, Math.max(0, length))
        .toWellFormed()
        .replace(/\u{fffd}$/u, "");
}
