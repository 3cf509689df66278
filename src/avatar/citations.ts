const CITATION = /[ \t]?\[([a-z0-9][a-z0-9-]{1,79})\](?!\()/g;
const OPEN_TAIL = 84; // "[", an id of 80 characters, "]" and a space: as long as one may be on its way

/**
 * Takes the citations out of what a model wrote: those of pages that exist become sources, others are dropped. `at` says where each one stood in the text that is left. While the text is still growing, a citation that may be on its way is kept back: what is shown never changes.
 */
export function readCitations(raw: string, exists: (page: string) => boolean, final: boolean): { text: string; cited: string[]; at: number[] } {
  const cited = new Set<string>();
  const at: number[] = [];
  let gone = 0;
  const whole = final ? raw : raw.slice(0, safeLength(raw));
  const text = whole.replace(CITATION, (match, id: string, offset: number) => {
    if (exists(id)) {
      cited.add(id);
      at.push(offset - gone);
    }
    gone += match.length;
    return "";
  });
  return { text: final ? text.trim() : text, cited: [...cited], at };
}

function safeLength(raw: string): number {
  const open = raw.lastIndexOf("[");
  if (open >= 0 && open >= raw.length - OPEN_TAIL && !raw.includes("]", open)) return raw[open - 1] === " " ? open - 1 : open;
  // "[id]" at the very end may still become a link "[id](…)"; a space may be the one before a citation.
  const closed = /[ \t]?\[[a-z0-9-]*\]$|[ \t]+$/.exec(raw);
  return closed ? closed.index : raw.length;
}
