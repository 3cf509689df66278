/**
 * Folding makes texts that look alike compare alike, so that a rule written in plain letters also sees what was
 * spelt with Cyrillic look-alikes, mathematical letters, accents or invisible characters between the letters.
 *
 * It works code point by code point and remembers nothing but whether the last one was white space. That is why a
 * stream may be folded piece by piece, and why every folded character knows where it came from.
 */

/** Folded text with, for each of its characters, the offset of its origin in the source. */
export type Folded = { text: string; at: number[] };

/** Accents, and the vowel signs and hamzas of Arabic; the voicing marks of Japanese stay, they make another letter. */
const COMBINING =
  /[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/;
/** Invisible, bidirectional, control and filler characters: they may stand between any two letters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u0640\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const BLANK = /[\s\u2800]/;
/** Plain text that folding only puts into lower case. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Capitals whose small form looks like another Latin letter come before lower-casing. */
const CAPITALS: Record<string, string> = { Η: "h", Ν: "n", Υ: "y", Μ: "m", Λ: "a", Ү: "y", Ʌ: "a" };

const LETTERS: Record<string, string> = {
  // Cyrillic
  а: "a",
  в: "b",
  с: "c",
  ԁ: "d",
  е: "e",
  г: "r",
  һ: "h",
  н: "h",
  і: "i",
  ї: "i",
  ј: "j",
  к: "k",
  ӏ: "l",
  м: "m",
  п: "n",
  о: "o",
  р: "p",
  ԛ: "q",
  ѕ: "s",
  т: "t",
  у: "y",
  ү: "y",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  ь: "b",
  ё: "e",
  э: "e",
  з: "3",
  // Greek
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  μ: "u",
  ν: "v",
  ο: "o",
  ρ: "p",
  σ: "o",
  ς: "c",
  τ: "t",
  υ: "u",
  χ: "x",
  ω: "w",
  γ: "y",
  ζ: "z",
  ϲ: "c",
  ϳ: "j",
  // Armenian and other single look-alikes
  օ: "o",
  ս: "u",
  հ: "h",
  ո: "n",
  ց: "g",
  զ: "q",
  ա: "w",
  յ: "j",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ȷ: "j",
  ɑ: "a",
  ɡ: "g",
  ɩ: "i",
  ɪ: "i",
  ʋ: "v",
  ɴ: "n",
  ʀ: "r",
  ʏ: "y",
  ʙ: "b",
  ʜ: "h",
  ʟ: "l",
  ɢ: "g",
  ᴀ: "a",
  ᴄ: "c",
  ᴅ: "d",
  ᴇ: "e",
  ᴊ: "j",
  ᴋ: "k",
  ᴍ: "m",
  ᴏ: "o",
  ᴘ: "p",
  ᴛ: "t",
  ᴜ: "u",
  ᴠ: "v",
  ᴡ: "w",
  ᴢ: "z",
  ꜰ: "f",
  ꜱ: "s",
  ǀ: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  // punctuation that writers and attackers swap freely
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  ʼ: "'",
  ʹ: "'",
  "´": "'",
  "′": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  "⁄": "/",
  "∕": "/",
  "¿": " ",
  "¡": " ",
  "؟": "?",
  "،": ",",
  "؛": ";",
  "۔": ".",
  ة: "ه",
  ى: "ي",
  "。": ".",
  "、": ",",
  "․": ".",
  "∶": ":",
  ː: ":",
  "，": ",",
};

const known = new Map<string, string>();
/** The cache covers every letter that people write; a flood of rare code points must not fill the memory. */
const KNOWN_AT_MOST = 8_192;

function foldOne(char: string): string {
  const hit = known.get(char);
  if (hit !== undefined) return hit;
  const folded = unfoldedOne(char);
  if (known.size < KNOWN_AT_MOST) known.set(char, folded);
  return folded;
}

function unfoldedOne(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(0x61 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(0x61 + code - 0x1f170);
  if (code >= 0xac00 && code <= 0xd7a3) return char;
  let out = "";
  for (const part of LETTERS[char] ?? char.normalize("NFKD")) {
    if (BLANK.test(part)) out += " ";
    else if (!COMBINING.test(part) && !INVISIBLE.test(part)) out += plainLetter(part);
  }
  return out === " " || out.trim() === "" ? out.slice(0, 1) : out.trim();
}

function plainLetter(part: string): string {
  const capital = CAPITALS[part];
  if (capital !== undefined) return capital;
  let out = "";
  for (const small of part.toLowerCase().normalize("NFKD")) {
    if (!COMBINING.test(small)) out += LETTERS[small] ?? small;
  }
  return out;
}

/** Text for comparison: compatible forms united, invisible characters and accents gone, look-alikes Latin, small letters, single spaces. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return foldMapped(text, false).text.trim();
}

/**
 * Folds and keeps the origin of each character. `lines` keeps line breaks (as "\n"), which sentence and code rules
 * need. `afterBlank` says that the piece before ended in white space, so that none is doubled at the seam.
 */
export function foldMapped(text: string, lines: boolean, afterBlank = false, base = 0): Folded {
  if (!afterBlank && PLAIN.test(text)) return { text: text.toLowerCase(), at: countUp(base, text.length) };
  const at: number[] = [];
  let out = "";
  let blank = afterBlank;
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const folded = code < 0x80 ? foldAscii(code) : foldOne(width === 1 ? text.charAt(i) : text.slice(i, i + 2));
    if (code === 10 && lines) {
      out += "\n";
      at.push(base + i);
      blank = true;
    } else if (folded === " ") {
      if (!blank) {
        out += " ";
        at.push(base + i);
      }
      blank = true;
    } else if (folded !== "") {
      out += folded;
      for (let k = 0; k < folded.length; k++) at.push(base + i);
      blank = false;
    }
    i += width;
  }
  return { text: out, at };
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  if (code === 32 || (code >= 9 && code <= 13)) return " ";
  if (code < 32 || code === 127) return "";
  return String.fromCharCode(code).toLowerCase();
});

function foldAscii(code: number): string {
  return ASCII[code] ?? "";
}

function countUp(from: number, length: number): number[] {
  const out: number[] = Array.from({ length });
  for (let i = 0; i < length; i++) out[i] = from + i;
  return out;
}
