/**
 * Money and dates in comparable form, so that "1.900 EUR", "1,900 €" and "€1900.00" are one figure, and "3 March 2026",
 * "3. März 2026" and "2026-03-03" are one day.
 */
import { raw, spell } from "./pattern.ts";

export type Figure = { value: string; index: number };

const CURRENCY = "€|eur|euros?|\\$|usd|us-dollar|dollars?|bucks|£|gbp|pounds?|chf|franken|cents?";
const NUMBER = "\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const SPELT =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|a hundred|" +
  "a thousand|" +
  "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|dreißig|vierzig|fünfzig|achtzig|hundert|tausend|zweihundert|dreihundert|" +
  "fünfhundert|[a-z]+hundert|[a-z]+tausend)(?:[ -](?:hundred|thousand|hundert|tausend|fifty|twenty))*";
const MONEY = new RegExp(
  `(?:(${CURRENCY}) ?(${NUMBER})( ?(?:k|tsd)\\b)?(?![\\d])|(?<![\\w.,])(${NUMBER})(?:,-|,--|\\.-)?( ?(?:k|tsd\\.?))?[ -]?(${CURRENCY})(?![a-z0-9])|(?<![a-z])(${spell(SPELT)})[ -](?:euros?|dollars?|bucks|pounds?|franken)(?![a-z]))`,
  "g",
);
/** A cheap look: without one of these there is no money in a text. */
export const MONEY_NEAR = /[€$£]|eur|usd|dollar|bucks|gbp|pound|chf|franken|cent/;

/** "$1" in SQL and shells is a placeholder, not a price. */
const PLACEHOLDER = /parameter|placeholder|platzhalter|quer(?:y|ies)|abfrage|statement|prepare|bind|argument|values?\b|where\b|select\b|skript|script|shell/;

const OFFER = /price|offer|cost|deal|pay|preis|angebot|kost|zahl/;

/** Every amount of money, as digits with an optional fraction; spelt amounts keep their words. */
export function moneyIn(text: string): Figure[] {
  if (!MONEY_NEAR.test(text)) return [];
  const found: Figure[] = [];
  for (const hit of text.matchAll(MONEY)) {
    const [whole, before, after, k1, digits, k2, , spelt] = hit;
    if (before === "$" && whole.length === 2 && PLACEHOLDER.test(text) && !OFFER.test(text)) continue;
    if (before?.startsWith("c") && before !== "chf") continue;
    if (before !== undefined && /[a-z]/.test(before) && /[a-z0-9]/.test(text[hit.index - 1] ?? "")) continue;
    const value = spelt ?? amount(after ?? digits ?? "", k1 ?? k2);
    found.push({ value, index: hit.index });
  }
  return found;
}

function amount(digits: string, thousand: string | undefined): string {
  const grouped = /^\d{1,3}(?:[.,' ]\d{3})+(?!\d)/.exec(digits);
  const head = grouped ? grouped[0].replaceAll(/\D/g, "") : (/^\d+/.exec(digits)?.[0] ?? "");
  const fraction = /[.,](\d{1,2})$/.exec(grouped ? digits.slice(grouped[0].length) : digits.slice(head.length))?.[1] ?? "";
  const cents = fraction.padEnd(2, "0");
  const whole = thousand === undefined ? head : String(Math.round(Number(`${head}.${cents}`) * 1000));
  return cents === "00" || thousand !== undefined ? String(Number(whole)) : `${Number(whole)}.${cents}`;
}

const MONTHS = [
  "jan(?:uary|uar)?|jänner",
  "feb(?:ruary|ruar)?",
  "mar(?:ch)?|mrz|märz",
  "apr(?:il)?",
  "may|mai",
  "jun[ei]?",
  "jul[yi]?",
  "aug(?:ust)?",
  "sep(?:t|tember)?",
  "o[ck]t(?:ober)?",
  "nov(?:ember)?",
  "de[cz](?:ember)?",
].map((month) => raw(`^(?:${month})$`));
export const MONTH =
  "january|januar|jänner|february|februar|march|märz|april|may|mai|june|juni|july|juli|august|september|october|oktober|november|december|" +
  "dezember|jan|feb|mar|mrz|apr|jun|jul|aug|sept?|o[ck]t|nov|de[cz]";
export const CALENDAR_DAY = `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.(?!\\.)(?:\\d{4}|\\d{2})?|\\d{1,2}/\\d{1,2}/\\d{2,4}|(?:\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}\\.)(?: of)? (?:${MONTH})(?:,? \\d{4})?|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?![\\d.:])`;
const DAY = new RegExp(`(?<![\\w.])(?:${spell(CALENDAR_DAY)})(?![a-z0-9])`, "g");

/** Every calendar day as "month-day"; the year is left out, because people leave it out when they repeat a date. */
export function daysIn(text: string): Figure[] {
  if (!/\d/.test(text)) return [];
  const found: Figure[] = [];
  for (const hit of text.matchAll(DAY)) {
    const value = monthDay(hit[0]);
    if (value !== undefined) found.push({ value, index: hit.index });
  }
  return found;
}

function monthDay(text: string): string | undefined {
  const iso = /^\d{4}-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return `${Number(iso[1])}-${Number(iso[2])}`;
  const dotted = /^(\d{1,2})\.(\d{1,2})\./.exec(text);
  if (dotted) return `${Number(dotted[2])}-${Number(dotted[1])}`;
  const slashed = /^(\d{1,2})\/(\d{1,2})\//.exec(text);
  if (slashed) return `${Number(slashed[1])}-${Number(slashed[2])}`;
  const name = /[a-z]{3,}/.exec(text.replace(/^(\d+)(?:st|nd|rd|th)/, "$1").replace(" of ", " "))?.[0] ?? "";
  const month = MONTHS.findIndex((one) => one.test(name)) + 1;
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  return month > 0 && day !== undefined ? `${month}-${Number(day)}` : undefined;
}

const PERCENT = /(?<![\w.,])(\d{1,3}(?:[.,]\d+)?) ?(?:%|percent|per cent|prozent)/g;

/** Every percentage, with a full stop as its decimal mark. */
export function percentsIn(text: string): Figure[] {
  const found: Figure[] = [];
  for (const hit of text.matchAll(PERCENT)) found.push({ value: (hit[1] ?? "").replace(",", "."), index: hit.index });
  return found;
}
