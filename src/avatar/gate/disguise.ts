/**
 * What a text says when it is read as somebody would who takes it out of its wrapping: character references, percent
 * and JSON escapes, hexadecimal and decimal bytes, base64. Only what looks wrapped is unwrapped.
 */

const ESCAPED = /&#|&[a-z]{2,8};|%[0-9a-f]{2}|\\[ux]/i;
const BYTES = /(?:(?:0x|\\x)?[0-9a-f]{2}[\s:,-]{0,2}){5,}/gi;
const DECIMALS = /(?:\d{2,3}[\s,;]{1,2}){4,}\d{2,3}/g;
const TOKEN = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
/** Tokens that look like base64, broken over lines or by blanks. */
const BROKEN = /(?:(?<!\S)(?=[^\s]*(?:[a-z][A-Z]|[A-Z]{2}[a-z]|\d[A-Za-z]|[A-Za-z]\d))[A-Za-z0-9+/_-]+={0,2}\s+)+[A-Za-z0-9+/_-]+={0,2}/g;
/** Capitals or digits inside a word: prose has none of these, base64 almost always. */
const MIXED = /[a-z][A-Z]|[A-Z]{2}[a-z]|\d[A-Za-z]|[A-Za-z]\d/;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  sol: "/",
  period: ".",
  commat: "@",
  colon: ":",
  lowbar: "_",
  hyphen: "-",
  dash: "-",
};

/** Every other way in which a text can be read; none, for almost all texts. */
export function readings(text: string): string[] {
  const found: string[] = [];
  let plain = text;
  // A wrapping inside a wrapping is still a wrapping.
  for (let round = 0; round < 3 && ESCAPED.test(plain); round++) plain = unescaped(plain);
  if (plain !== text) found.push(plain);
  for (const hit of text.matchAll(BYTES)) found.push(fromHex(hit[0].replaceAll(/0x|\\x|[\s:,-]/gi, "")));
  for (const hit of text.matchAll(DECIMALS)) found.push(String.fromCharCode(...hit[0].split(/[\s,;]+/).map(Number)));
  if (MIXED.test(text)) {
    for (const hit of text.matchAll(TOKEN)) if (MIXED.test(hit[0])) found.push(...fromBase64(hit[0]));
    // The last token may be the end of it, or the next word of the sentence.
    for (const run of text.matchAll(BROKEN)) for (const one of [run[0], run[0].replace(/\s+\S+$/, "")]) found.push(...fromBase64(one.replaceAll(/\s/g, "")));
  }
  return found.filter((one) => one !== "");
}

/** The alphabet turned by half; whoever turns it twice is back. */
export function turned(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += code >= 97 && code <= 122 ? String.fromCharCode(((code - 84) % 26) + 97) : text.charAt(i);
  }
  return out;
}

/** The same letters from the end to the beginning. */
export function reversed(text: string): string {
  let out = "";
  for (let i = text.length - 1; i >= 0; i--) out += text.charAt(i);
  return out;
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,7});?/g, (_, code: string) => letter(Number(code)))
    .replaceAll(/&([a-z]{2,8});/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => fromHex(bytes.replaceAll("%", "")) || bytes)
    .replaceAll(/\\u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))/gi, (_, braced: string | undefined, four: string) => letter(Number.parseInt(braced ?? four, 16)))
    .replaceAll(/\\x([0-9a-f]{2})/gi, (_, code: string) => letter(Number.parseInt(code, 16)));
}

function letter(code: number): string {
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : "";
}

function fromHex(digits: string): string {
  return readable(Buffer.from(digits, "hex"));
}

/** A fragment may begin anywhere in a group of four. */
function fromBase64(token: string): string[] {
  return [0, 1, 2, 3].map((cut) => readable(Buffer.from(token.slice(cut), "base64")));
}

/** Bytes as text, if half of them at least are letters that people write. */
function readable(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const odd = text.replaceAll(/[\p{L}\p{N}\p{P}\p{Zs}\p{Sc}\n\r\t=+<>|~^`$]/gu, "").length;
  return odd * 2 <= text.length ? text : "";
}
