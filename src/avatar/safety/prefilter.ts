/**
 * What a pattern needs before it can match, learned from the pattern itself: words (or parts of words) that must stand
 * in the text. Most messages hold none of them, so most patterns need not run. The needs are necessary, never
 * sufficient: leaving a pattern out because of them never changes what is found.
 */

/** What must stand in a text: a leaf is a set of word parts of which one must be there. */
type Need = true | { leaf: number } | { all: Need[] } | { any: Need[] };

/** A part of a pattern: the very strings it matches, or what it needs if they are too many to tell. */
type Part = { exact: string[] } | { need: Need };

/** More strings than this are not written out. */
const EXACT_MOST = 2_000;
/** Words remembered; beyond it the memory starts anew, so that nobody can fill it. */
const WORDS_REMEMBERED = 20_000;

/** Says of a pattern whether it can match at all in the text that was marked last. */
export type Prefilter = {
  learn: (pattern: RegExp) => () => boolean;
  /** Marks the words of the next text; all that was learned speaks of it from now on. */
  mark: (...words: (readonly string[])[]) => void;
};

/** A prefilter learns patterns once, and then marks text by text. */
export function createPrefilter(): Prefilter {
  const leaves = new Map<string, number>();
  const leavesOf = new Map<string, number[]>();
  const remembered = new Map<string, readonly number[]>();
  let longest = 0;
  let marks = new Uint32Array(0);
  let now = 0;

  function leaf(strings: readonly string[]): Need {
    const pieces = new Set(strings.map(longestPiece));
    if (pieces.has("")) return true;
    const key = [...pieces].sort().join("\n");
    const known = leaves.get(key);
    if (known !== undefined) return { leaf: known };
    const id = leaves.size;
    leaves.set(key, id);
    for (const piece of pieces) {
      longest = Math.max(longest, piece.length);
      const ids = leavesOf.get(piece);
      if (ids) ids.push(id);
      else leavesOf.set(piece, [id]);
    }
    return { leaf: id };
  }

  function holds(need: Need): boolean {
    if (need === true) return true;
    if ("leaf" in need) return marks[need.leaf] === now;
    return "all" in need ? need.all.every(holds) : need.any.some(holds);
  }

  function idsOf(word: string): readonly number[] {
    const hit = remembered.get(word);
    if (hit) return hit;
    const padded = ` ${word} `;
    const ids = new Set<number>();
    for (let from = 0; from < padded.length; from++) {
      const end = Math.min(padded.length, from + longest);
      for (let to = from + 1; to <= end; to++) for (const id of leavesOf.get(padded.slice(from, to)) ?? []) ids.add(id);
    }
    if (remembered.size >= WORDS_REMEMBERED) remembered.clear();
    const all = [...ids];
    remembered.set(word, all);
    return all;
  }

  return {
    learn: (pattern) => {
      const need = needOf(parse(pattern.source, leaf), leaf);
      return () => holds(need);
    },
    mark: (...lists) => {
      if (marks.length < leaves.size) marks = new Uint32Array(leaves.size);
      now = now === 0xffff_ffff ? 1 : now + 1;
      if (now === 1) marks.fill(0);
      for (const words of lists) for (const word of words) for (const id of idsOf(word)) marks[id] = now;
    },
  };
}

/** Of a phrase its longest word, with the spaces that say where the word begins and ends. */
function longestPiece(phrase: string): string {
  let best = "";
  for (const hit of phrase.matchAll(/ ?[^ ]+(?: |$)?/g)) if (hit[0].trim().length > best.trim().length) best = whole(phrase, hit.index, hit[0]);
  return best;
}

/** The space before a word was eaten by the word before it. */
function whole(phrase: string, index: number, piece: string): string {
  return phrase[index - 1] === " " && piece[0] !== " " ? ` ${piece}` : piece;
}

function needOf(part: Part, leaf: (strings: readonly string[]) => Need): Need {
  return "exact" in part ? leaf(part.exact) : part.need;
}

function both(one: Need, other: Need): Need {
  if (one === true) return other;
  return other === true ? one : { all: [one, other] };
}

/** Reads the part of the regular expressions' grammar that rules are written in; what it does not know needs nothing. */
function parse(source: string, leaf: (strings: readonly string[]) => Need): Part {
  let at = 0;

  function alternatives(): Part {
    const parts = [sequence()];
    while (source[at] === "|") {
      at++;
      parts.push(sequence());
    }
    const exact = [...new Set(parts.flatMap((part) => ("exact" in part ? part.exact : [])))];
    const rest = parts.flatMap((part) => ("need" in part ? [part.need] : []));
    if (rest.length === 0) return { exact };
    const needs = exact.length > 0 ? [leaf(exact), ...rest] : rest;
    return { need: needs.includes(true) ? true : { any: needs } };
  }

  function sequence(): Part {
    let exact: string[] = [""];
    let need: Need = true;
    let told = true;
    const flush = (): void => {
      need = both(need, leaf(exact));
      exact = [""];
      told = false;
    };
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const part = repeated(atom());
      if ("need" in part) {
        flush();
        need = both(need, part.need);
      } else {
        if (exact.length * part.exact.length > EXACT_MOST) flush();
        exact = exact.flatMap((one) => part.exact.map((other) => one + other));
      }
    }
    if (told) return { exact };
    flush();
    return { need };
  }

  function repeated(part: Part): Part {
    const hit = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 12));
    if (!hit) return part;
    at += hit[0].length;
    if (hit[0] === "?") return "exact" in part ? { exact: [...new Set(["", ...part.exact])] } : { need: true };
    if (hit[0].startsWith("+") || /^\{[1-9]/.test(hit[0])) return { need: needOf(part, leaf) };
    return { need: true };
  }

  function atom(): Part {
    const char = source[at++] ?? "";
    if (char === "(") return group();
    if (char === "[") {
      while (source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
      at++;
      return { need: true };
    }
    if (char === "\\") {
      const escaped = source[at++] ?? "";
      if (escaped === "n") return { exact: ["\n"] };
      return /[a-z0-9]/i.test(escaped) ? { need: true } : { exact: [escaped] };
    }
    if (char === "." || char === "^" || char === "$") return { need: true };
    return { exact: [char] };
  }

  function group(): Part {
    const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(source.slice(at, at + 24))?.[0] ?? "";
    at += kind.length;
    const inner = alternatives();
    at++;
    if (kind === "?=" && source.length === at && "exact" in inner) return inner;
    return kind.endsWith("=") || kind.endsWith("!") ? { exact: [""] } : inner;
  }

  return alternatives();
}
