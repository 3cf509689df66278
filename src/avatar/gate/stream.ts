/**
 * Cuts a growing folded text into sentences, always at the same places however the text arrives: a boundary depends on
 * the text before it and a few characters after it, never on where a chunk ended.
 */

/** A sentence is judged whole; a longer one is judged in overlapping parts. */
const SENTENCE_MOST = 400;
const OVERLAP = 120;
/** What must be seen after a line break to know whether it ends a sentence. */
const LOOK_AHEAD = 8;

/** A full stop of a script without spaces ends a sentence, too. */
const STOP = /[.!?]["')\]*_]{0,2}(?=\s|[\u3040-\u30ff\u4e00-\u9fff])|\n/g;
const NO_STOP =
  /(?:^|[\s("'*_])(?:\d{1,2}|[a-z]|e\.g|i\.e|z\. ?b|d\. ?h|u\. ?a|u\. ?u|approx|bzw|ca|vs|etc|no|nr|inkl|zzgl|evtl|ggf|mr|mrs|dr|st|tsd|mio|incl|max|min)\.$/;
const NEW_BLOCK = /^\n[ ]?(?:\n|[-*+>|#]|```|~~~|\d{1,3}[.)]\s|$)/;
const FENCE = /^\s*(?:```|~~~)/;

export type Sentence = { start: number; end: number; next: number; code: boolean };

export class Sentences {
  start = 0;
  private scanned = 0;
  private fenced = false;

  /** Is the unfinished part inside a fenced block of code? */
  get inFence(): boolean {
    return this.fenced;
  }

  /** Forgets the first `count` characters of the buffer. */
  shift(count: number): void {
    this.start -= count;
    this.scanned = Math.max(0, this.scanned - count);
  }

  /** The next finished sentence of the buffer, if there is one. */
  next(text: string, final: boolean): Sentence | undefined {
    const limit = this.start + SENTENCE_MOST;
    const end = this.boundary(text, final, limit);
    if (end !== undefined) return this.take(text, end, end);
    if (text.length > limit + LOOK_AHEAD) {
      const space = text.lastIndexOf(" ", limit);
      const cut = space > this.start ? space : limit;
      const back = text.indexOf(" ", cut - OVERLAP);
      return this.take(text, cut, back > this.start && back < cut ? back : cut);
    }
    return final && this.start < text.length ? this.take(text, text.length, text.length) : undefined;
  }

  private take(text: string, end: number, next: number): Sentence {
    const fence = FENCE.test(text.slice(this.start, end));
    const sentence = { start: this.start, end, next, code: this.fenced || fence };
    if (fence) this.fenced = !this.fenced;
    this.start = next;
    this.scanned = end;
    return sentence;
  }

  private boundary(text: string, final: boolean, limit: number): number | undefined {
    const fence = this.fenced || FENCE.test(text.slice(this.start, this.start + 8));
    STOP.lastIndex = Math.max(this.start + 1, this.scanned);
    for (let hit = STOP.exec(text); hit; hit = STOP.exec(text)) {
      const end = hit.index + hit[0].length;
      if (end > limit) break;
      const line = hit[0] === "\n";
      if (line && !fence) {
        if (!final && text.length < end + LOOK_AHEAD) return void (this.scanned = hit.index);
        if (NEW_BLOCK.test(text.slice(hit.index, end + LOOK_AHEAD))) return end;
      } else if (line || (!fence && !NO_STOP.test(text.slice(Math.max(this.start, hit.index - 8), hit.index + 1)))) return end;
    }
    this.scanned = Math.max(this.start, text.length - 4);
    return undefined;
  }
}
