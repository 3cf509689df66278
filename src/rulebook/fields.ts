import { z } from "zod";

/**
 * The building blocks of the rulebook: how an owner writes an amount, a share, a time of day. Each knows what it
 * expects and an example, so that a broken line can be answered with its remedy.
 */

/** What the loader needs to explain a refused value. */
export type Remedy = { expected: string; example: string };

/** A value read by `read`; undefined means that it is not what was expected. */
function field<T>(expected: string, example: string, read: (raw: unknown) => T | undefined) {
  const remedy: Remedy = { expected, example };
  return z.unknown().transform((raw, context): T => {
    const value = raw === undefined ? undefined : read(raw);
    if (value !== undefined) return value;
    context.issues.push({ code: "custom", input: raw, params: remedy });
    return z.NEVER;
  });
}

/** One line of text of at most `most` characters. */
export function line(what: string, example: string, most = 80) {
  return field(what, example, (raw) => {
    if (typeof raw !== "string") return undefined;
    const text = raw.trim();
    return text !== "" && text.length <= most && !/[\r\n\0]/.test(text) ? text : undefined;
  });
}

/** A text that matches a pattern; a number is read as it is written. */
export function pattern(what: string, example: string, shape: RegExp) {
  return field(what, example, (raw) => {
    const text = typeof raw === "number" ? String(raw) : raw;
    return typeof text === "string" && shape.test(text) ? text : undefined;
  });
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number, example: number) {
  return field(`a whole number from ${least} to ${most}`, String(example), (raw) =>
    typeof raw === "number" && Number.isInteger(raw) && raw >= least && raw <= most ? raw : undefined,
  );
}

/** A number from `least` to `most`, with decimals. Never for money. */
export function ratio(least: number, most: number, example: number) {
  return field(`a number from ${least} to ${most}`, String(example), (raw) => (typeof raw === "number" && raw >= least && raw <= most ? raw : undefined));
}

export function yesOrNo(example: boolean) {
  return field("true or false", String(example), (raw) => (typeof raw === "boolean" ? raw : undefined));
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return field(`one of ${words.join(", ")}`, words[0] ?? "", (raw) => words.find((word): word is Words[number] => word === raw));
}

const SIGNS: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP" };
const AMOUNT = /^(\d{1,9})(?:\.(\d{1,2}))? ?([A-Z]{3}|[€$£])$/;

/**
 * An amount as owners write it, "290 EUR" or "12.50 €", in micro-units. Marks between thousands are refused: "1.900"
 * and "1,900" mean different amounts in different countries.
 */
export function amount(example: string) {
  return field(`an amount such as "${example}", without marks between thousands`, example, (raw) => {
    const match = typeof raw === "string" ? AMOUNT.exec(raw.trim()) : null;
    if (!match) return undefined;
    const [, units = "", cents = "", currency = ""] = match;
    return { amount: BigInt(units) * 1_000_000n + BigInt(cents.padEnd(6, "0")), currency: SIGNS[currency] ?? currency };
  });
}

const TOKEN_PRICE = /^(\d{1,6}(?:\.\d{1,9})?) ?([A-Z]{3}|[€$£])$/;

/** A price of a million tokens, kept as the decimal string that it is, because it is multiplied exactly. */
export function tokenPrice() {
  return field('a price per million tokens such as "0.15 USD"', "0.15 USD", (raw) => {
    const match = typeof raw === "string" ? TOKEN_PRICE.exec(raw.trim()) : null;
    if (!match) return undefined;
    const [, price = "", currency = ""] = match;
    return { price, currency: SIGNS[currency] ?? currency };
  });
}

/** A positive decimal number, kept as a string, e.g. an exchange rate. */
export function decimal(what: string, example: string) {
  return field(what, example, (raw) => {
    const text = typeof raw === "number" ? String(raw) : raw;
    if (typeof text !== "string" || !/^\d{1,6}(\.\d{1,9})?$/.test(text)) return undefined;
    return Number(text) > 0 ? text : undefined;
  });
}

/** A share such as "25 %", in hundredths of a percent: 2500. */
export function share(example: string) {
  return field(`a share such as "${example}", from 0 % to 100 %`, example, (raw) => {
    const match = typeof raw === "string" ? /^(\d{1,3})(?:\.(\d{1,2}))? ?%$/.exec(raw.trim()) : null;
    if (!match) return undefined;
    const points = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
    return points <= 10_000 ? points : undefined;
  });
}

export function timeOfDay(example: string) {
  return field(`a time of day such as "${example}"`, `"${example}"`, (raw) =>
    typeof raw === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(raw) ? raw : undefined,
  );
}

export function calendarDate() {
  return field("a date such as 2026-12-25", "2026-12-25", (raw) => {
    if (typeof raw !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return undefined;
    const date = new Date(`${raw}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(raw) ? raw : undefined;
  });
}

export function timeZone() {
  return field("a time zone such as Europe/Berlin", "Europe/Berlin", (raw) => {
    if (typeof raw !== "string" || !/^([A-Za-z_]+\/[A-Za-z_/+-]+|UTC)$/.test(raw)) return undefined;
    try {
      return new Intl.DateTimeFormat("en", { timeZone: raw }).resolvedOptions().timeZone === "" ? undefined : raw;
    } catch {
      return undefined;
    }
  });
}

/** A colour as colour pickers write it. Without its quotes YAML would take it for a comment. */
export function colour(example: string) {
  return field(`a colour of six digits in quotes such as "${example}"`, `"${example}"`, (raw) =>
    typeof raw === "string" && /^#[0-9a-f]{6}$/i.test(raw) ? raw.toLowerCase() : undefined,
  );
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** A language by its code of two letters (ISO 639-1); one that nobody speaks is refused. */
export function language() {
  return field("a language code such as en", "en", (raw) => (typeof raw === "string" && /^[a-z]{2}$/.test(raw) && LANGUAGES.of(raw) ? raw : undefined));
}

export function currency() {
  return pattern("a currency code such as EUR", "EUR", /^[A-Z]{3}$/);
}

/** The start of links that replies may contain: a whole host, or a folder of it. */
export function linkPrefix() {
  return field("an address such as https://docs.example.com/", "https://docs.example.com/", (raw) => {
    if (typeof raw !== "string" || !/^https?:\/\//.test(raw) || !URL.canParse(raw)) return undefined;
    const url = new URL(raw);
    return url.username === "" && url.search === "" && url.hash === "" ? url.href : undefined;
  });
}

/** Where a server of tools is reached: by https, or on this very machine. A secret belongs into a header, never here. */
export function toolAddress() {
  return field("an address such as https://tools.example.com/mcp (http only on this machine)", "https://tools.example.com/mcp", (raw) => {
    if (typeof raw !== "string" || !/^https?:\/\//.test(raw) || !URL.canParse(raw)) return undefined;
    const url = new URL(raw);
    const near = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
    return (url.protocol === "https:" || near) && url.username === "" && url.search === "" && url.hash === "" ? url.href : undefined;
  });
}
