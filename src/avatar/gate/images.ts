/**
 * No image leaves, from whatever host: loading one tells its address, and what stands in it, to somebody. A description may hold
 * blanks and brackets, and the address may be defined in another place, so images are followed over all pieces of a reply.
 */

/** An escaped bracket is none. */
const BRACKETS = /\\[[\]]|!?\[|\](?=([([:])?)/g;

export type ImageReader = {
  /** Reads the next piece outside code; the offset where an image begins that is one for sure. */
  read: (piece: string, offset: number) => number | undefined;
  /** where an image begins whose end has not come yet */
  open: () => number | undefined;
};

export function imageReader(): ImageReader {
  let depth = 0;
  let begun: number | undefined;
  /** "![logo]" is an image as soon as "[logo]: address" stands anywhere */
  let short: number | undefined;
  let defines = false;
  return {
    open: () => (depth > 0 ? begun : undefined),
    read(piece, offset) {
      let sure: number | undefined;
      for (const hit of piece.matchAll(BRACKETS)) {
        if (hit[0] === "[" && depth > 0) depth++;
        if (hit[0] === "![" && depth++ === 0) begun = offset + hit.index;
        if (hit[0] !== "]") continue;
        if (depth === 0) defines ||= hit[1] === ":";
        else if (--depth === 0) {
          if (hit[1] === undefined) short ??= begun;
          else sure ??= begun;
        }
      }
      return sure ?? (defines ? short : undefined);
    },
  };
}
