/**
 * The gate: nothing that a model writes reaches a customer before it was looked at here. It knows no policy and calls
 * nobody; it turns text into findings, and policies decide on those.
 *
 * It reads a growing reply once. Words are compared with secrets as soon as they are complete, links when their piece
 * ends, commitments when their sentence ends, and until then the part that could still matter is held back.
 */
import { foldMapped } from "./fold.ts";
import { WORD } from "./gate/canaries.ts";
import { commitmentsIn, plainWords, review } from "./gate/commitments.ts";
import type { Reviewed } from "./gate/commitments.ts";
import { imageReader } from "./gate/images.ts";
import { linkJudge } from "./gate/links.ts";
import type { LinkJudge } from "./gate/links.ts";
import { Secrets } from "./gate/secrets.ts";
import { Sentences } from "./gate/stream.ts";

export type GateFinding = { rule: string; offset: number };

export type GateEvidence = {
  /** reviewed texts of this turn: a figure, date or guarantee that stands there may be repeated as a statement of fact */
  texts: readonly string[];
  /** allow-listed URL prefixes */
  links: readonly string[];
  /** the prompt's text and its secret marker */
  prompt: string;
  /** internal strings that must never go out; keep the same array between turns, it is compiled once */
  internal: readonly string[];
  /** names of the tools that have recorded something in this turn; it may grow while the reply does */
  done?: ReadonlySet<string>;
};

export interface Gate {
  /** Checks a growing prefix; a finding never goes away. `final`: the text is complete. `citations`: where in it a page is cited. */
  check(prefix: string, final: boolean, citations?: readonly number[]): GateFinding[];
  /** How many characters at the end of `prefix` must not be released yet. */
  holdBack(prefix: string): number;
}

/** No more than this is ever held back: longer than any secret that we can recognise only at its end. */
export const HOLD_BACK = 80;

/** Opens a gate for one reply. */
export function openGate(evidence: GateEvidence): Gate {
  return new Reading(evidence);
}

/** Somebody of ours, a figure, or a word that a commitment needs: from here on the sentence is held until it is judged. */
const TRIGGER =
  /(?<![a-z0-9])(?:i|i'(?:ll|m|ve|d)|we|we'(?:ll|re|ve|d)|you(?:'ll| will| get| are| have| can| should| won't| qualify| receive)|our|someone|somebody|colleagues?|engineers?|our team|the team|support|management|let's|let us|consider|here is|your (?:refund|discount|credit|ticket|account|subscription)|ich|wir|man|jemand|unser\w*|kolleg\w+|techniker\w*|ihnen|sie (?:bekommen|erhalten|haben|werden|konnen)|du (?:bekommst|erhaltst|hast|wirst)|ein mensch|mitarbeiter\w*|tomorrow|today|tonight|soon|shortly|morgen|heute|bald|sofort|(?:by|until|bis|am|within|innerhalb|next|binnen) |refund\w*|discount\w*|rabatt\w*|erstatt\w*|gutsch\w*|guarant\w*|garant\w*|promise\w*|versprech\w*|liab\w*|haft\w*|free|kostenlos|gratis|premium|paying|zahlend\w*|priorit\w*)(?![a-z0-9])|(?<![a-z])(?:je|j'ai|nous|vous|votre|notre|usted|nuestr[oa]|hemos|le|lei|noi|nostr[oa]|voce|noss[oa]|vamos|wij|ik|uw|onze|nasz\w*|pan[aiu]?|panstwu|jestem)(?![a-z])|[\u3040-\u30ff\u0620-\u064a]|[€$£%]|\d ?(?:eur|usd|dollar|prozent|percent)/g;

/** Longer than what a trigger may need to be seen whole. */
const TRIGGER_MOST = 40;
const SPACE = 32;
const LINE = 10;
const BLANK = /[ \n]/g;
/** Without one of these a text holds no link, no code and no marker. */
const SUSPECT = /[:/@\]<&`~_\d[-]|\.[^\s]|\(dot|[a-z]{18}/;
const FENCE = /^(?:```|~~~)/;
const TAGS = /[\u{e0020}-\u{e007f}]/u;
const BLACK_FLAG = "\u{1f3f4}";
const NEVER = -1;
/** A promise that is split over two sentences begins with a short one. */
const BEFORE_MOST = 160;

class Reading implements Gate {
  private readonly secrets: Secrets;
  private readonly reviewed: Reviewed;
  private readonly recorded: ReadonlySet<string>;
  private readonly links: LinkJudge;
  private readonly images = imageReader();
  private readonly sentences = new Sentences();
  private readonly found: GateFinding[] = [];
  private buffer = "";
  private at: number[] = [];
  private seen = 0;
  private done = false;
  private wordAt = 0;
  private pieceAt = 0;
  private ticks = 0;
  private breaks = 1;
  private fenced = false;
  private source = "";
  private before = "";
  private looked = { start: 0, clean: 0, at: NEVER };
  private citations: readonly number[] = [];

  constructor(evidence: GateEvidence) {
    this.secrets = new Secrets(evidence, (rule, offset) => this.say(rule, offset));
    this.reviewed = review(evidence.texts);
    this.recorded = evidence.done ?? new Set();
    this.links = linkJudge(evidence.links, evidence.texts);
  }

  check(prefix: string, final: boolean, citations: readonly number[] = []): GateFinding[] {
    if (prefix.length > this.seen || (final && !this.done)) {
      this.source = prefix;
      this.citations = citations;
      this.append(prefix, final);
      this.readWords(final);
      this.readPieces(final);
      this.readSentences(final);
      this.forget();
      this.done = final;
    }
    return this.found.slice();
  }

  holdBack(prefix: string): number {
    if (prefix.length > this.seen) this.check(prefix, false);
    if (this.done) return 0;
    let from = Math.min(prefix.length, this.seen);
    const hold = (offset: number | undefined): void => {
      if (offset !== undefined && offset < from) from = offset;
    };
    hold(this.at[this.wordAt]);
    hold(this.at[this.pieceAt]);
    this.secrets.hold(hold);
    hold(this.images.open());
    hold(this.at[this.trigger()]);
    for (const one of this.found) hold(one.offset);
    return Math.min(HOLD_BACK, prefix.length - from);
  }

  /** Where the unfinished sentence begins to matter: what was looked at and cannot change is not looked at again. */
  private trigger(): number {
    const { start } = this.sentences;
    if (start !== this.looked.start) this.looked = { start, clean: start, at: NEVER };
    if (this.looked.at !== NEVER) return this.looked.at;
    const from = Math.max(start, this.looked.clean - TRIGGER_MOST);
    TRIGGER.lastIndex = from;
    const hit = TRIGGER.exec(this.buffer);
    if (!hit) {
      this.looked.clean = this.buffer.length;
      return NEVER;
    }
    const at = hit.index;
    // At the very end it may still grow into another word.
    if (at + hit[0].length < this.buffer.length) this.looked.at = at;
    else this.looked.clean = at;
    return at;
  }

  private say(rule: string, offset: number): void {
    if (!this.found.some((one) => one.rule === rule && one.offset === offset)) this.found.push({ rule, offset });
  }

  private append(prefix: string, final: boolean): void {
    let end = prefix.length;
    const last = prefix.charCodeAt(end - 1);
    if (!final && last >= 0xd800 && last <= 0xdbff) end--;
    const fresh = prefix.slice(this.seen, end);
    const tail = this.buffer.charCodeAt(this.buffer.length - 1);
    const folded = foldMapped(fresh, true, this.seen === 0 || tail === 32 || tail === 10, this.seen);
    if (folded.text.length !== fresh.length && TAGS.test(fresh) && !prefix.includes(BLACK_FLAG)) this.say("hidden.text", this.seen + fresh.search(TAGS));
    this.buffer += folded.text;
    if (this.at.length === 0) this.at = folded.at;
    else for (const one of folded.at) this.at.push(one);
    this.seen = end;
  }

  private readWords(final: boolean): void {
    WORD.lastIndex = this.wordAt;
    for (let hit = WORD.exec(this.buffer); hit; hit = WORD.exec(this.buffer)) {
      const end = hit.index + hit[0].length;
      if (end === this.buffer.length && !final) {
        this.wordAt = hit.index;
        return;
      }
      this.secrets.word(hit[0], this.at[hit.index] ?? 0);
      WORD.lastIndex = end;
    }
    this.wordAt = this.buffer.length;
  }

  /** Links and markers, in pieces between white space. */
  private readPieces(final: boolean): void {
    if (!SUSPECT.test(this.pieceAt === 0 ? this.buffer : this.buffer.slice(this.pieceAt))) return this.skipPieces(final);
    while (this.pieceAt < this.buffer.length) {
      const first = this.buffer.charCodeAt(this.pieceAt);
      if (first === SPACE || first === LINE) {
        if (first === LINE) this.breaks++;
        this.pieceAt++;
        continue;
      }
      BLANK.lastIndex = this.pieceAt;
      const end = BLANK.exec(this.buffer)?.index ?? this.buffer.length;
      if (end === this.buffer.length && !final) return;
      this.piece(this.pieceAt, end);
      this.pieceAt = end;
    }
  }

  /** Nothing here is a link, code or a marker; only the paragraphs count. */
  private skipPieces(final: boolean): void {
    const end = final ? this.buffer.length : Math.max(this.pieceAt, this.buffer.lastIndexOf(" ") + 1, this.buffer.lastIndexOf("\n") + 1);
    const skipped = this.buffer.slice(this.pieceAt, end);
    if (skipped === "") return;
    const text = skipped.trimEnd();
    const lines = skipped.length - skipped.replaceAll("\n", "").length;
    if (text === "") this.breaks += lines;
    else {
      if (this.breaks > 1 || text.includes("\n\n")) this.ticks = 0;
      this.breaks = skipped.slice(text.length).split("\n").length - 1;
    }
    this.pieceAt = end;
  }

  private piece(start: number, end: number): void {
    const piece = this.buffer.slice(start, end);
    const code = this.isCode(piece);
    const from = this.at[start] ?? 0;
    const to = this.at[end] ?? this.seen;
    const image = code ? undefined : this.images.read(piece, from);
    if (image !== undefined) this.say("link.image", image);
    for (const one of this.links(piece, this.source.slice(from, to).trimEnd(), code)) this.say(one.rule, this.at[start + one.index] ?? from);
    this.secrets.piece(piece, from);
  }

  /** Follows fences and backticks; a backtick left open ends with its paragraph, as it does in Markdown. */
  private isCode(piece: string): boolean {
    const breaks = this.breaks;
    this.breaks = 0;
    if (breaks > 0 && FENCE.test(piece)) {
      this.fenced = !this.fenced;
      this.ticks = 0;
      return true;
    }
    if (breaks > 1) this.ticks = 0;
    const ticks = piece.includes("`") ? piece.split("`").length - 1 : 0;
    const open = this.ticks % 2 === 1;
    this.ticks += ticks;
    return this.fenced || open || (ticks > 0 && ticks % 2 === 0);
  }

  private readSentences(final: boolean): void {
    for (let one = this.sentences.next(this.buffer, final); one; one = this.sentences.next(this.buffer, final)) {
      const text = this.buffer.slice(one.start, one.end);
      const from = this.at[one.start] ?? 0;
      const to = this.at[one.end] ?? this.seen;
      this.secrets.sentence(text, this.source.slice(from, to), from);
      const cited = this.citations.some((at) => at > from && at <= to);
      for (const hit of commitmentsIn(text, { code: one.code, reviewed: this.reviewed, done: this.recorded, cited, before: this.before }))
        this.say(hit.rule, this.at[one.start + hit.index] ?? NEVER);
      this.before = one.code || text.includes("\n\n") || text.length > BEFORE_MOST ? "" : plainWords(text).trim();
    }
  }

  /** What has been judged is not needed any more: the work per call stays bounded however long the reply is. */
  private forget(): void {
    const count = Math.min(this.sentences.start, this.wordAt, this.pieceAt);
    if (count === 0) return;
    this.buffer = this.buffer.slice(count);
    this.at = this.at.slice(count);
    this.sentences.shift(count);
    this.looked = { start: NEVER, clean: NEVER, at: NEVER };
    this.wordAt -= count;
    this.pieceAt -= count;
  }
}
