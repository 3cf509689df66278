import { dateIn, momentAt } from "../../policies/index.ts";

/**
 * Reads when somebody wants to be reminded, in English and German, as one says it in a chat: "tomorrow at 9", "on Monday", "in two weeks",
 * "am 24.12. um 10 Uhr". It reads what it is sure of and nothing else: two days in one sentence, "every Monday" or "12/1" are asked back.
 */
export type When = { at: Date; /** the text without the words that say when */ rest: string };

/** What the wall clock is read with: the owner's zone, and the hour that is meant when none is said. */
export type Wall = { now: Date; timeZone: string; opens: string };

/** `weekday`: the next one of that name, unless a date says which. */
type Day = { date: string; weekday?: true } | { at: Date };
type Rule = { see: RegExp; read: (match: RegExpExecArray, wall: Wall, today: string) => Day | undefined };

const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, stunde: 3_600_000 };
const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries("one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 1])),
  ...Object.fromEntries("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ").map((word, i) => [word, i + 1])),
  ...Object.fromEntries("a an ein eine einem einer".split(" ").map((word) => [word, 1])),
};
const WEEKDAYS = [
  /^(?:sun|sonntag)/,
  /^(?:mon)/,
  /^(?:tue|dienstag)/,
  /^(?:wed|mittwoch)/,
  /^(?:thu|donnerstag)/,
  /^(?:fri|freitag)/,
  /^(?:sat|samstag|sonnabend)/,
];
const WEEKDAY = "(sunday|monday|tuesday|wednesday|thursday|friday|saturday|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend)";
const MONTHS = [/^jan|^jän/, /^feb/, /^mar|^mär/, /^apr/, /^ma[yi]/, /^jun/, /^jul/, /^aug/, /^sep/, /^o[ck]t/, /^nov/, /^de[cz]/];
const MONTH =
  "(jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?";
const COUNT = `(\\d{1,3}|${Object.keys(NUMBERS).join("|")})`;
const before = "(?<![\\p{L}\\p{N}])";
const after = "(?![\\p{L}\\p{N}])";
const words = (source: string) => new RegExp(`${before}(?:${source})${after}`, "iu");

const DAYS: readonly Rule[] = [
  { see: /(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)/, read: ([whole]) => instant(whole) },
  { see: /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/, read: ([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)) },
  { see: words("in (?:half an hour|einer halben stunde)"), read: (_match, { now }) => ({ at: new Date(now.getTime() + 30 * 60_000) }) },
  { see: words(`in ${COUNT} (minute|hour|stunde)[ns]?`), read: (match, { now }) => ({ at: new Date(now.getTime() + number(match[1]) * unit(match[2])) }) },
  { see: words(`in ${COUNT} (?:days?|tag(?:en)?)`), read: (match, _wall, today) => ({ date: plus(today, number(match[1])) }) },
  { see: words(`in ${COUNT} (?:weeks?|wochen?)`), read: (match, _wall, today) => ({ date: plus(today, 7 * number(match[1])) }) },
  { see: words(`in ${COUNT} (?:months?|monat(?:en)?)`), read: (match, _wall, today) => ({ date: plusMonths(today, number(match[1])) }) },
  { see: words("the day after tomorrow|day after tomorrow|übermorgen|uebermorgen"), read: (_match, _wall, today) => ({ date: plus(today, 2) }) },
  { see: words("tomorrow|morgen"), read: (_match, _wall, today) => ({ date: plus(today, 1) }) },
  { see: words("today|heute"), read: (_match, _wall, today) => ({ date: today }) },
  {
    see: words("next week|(?:in der )?(?:nächste|kommende)[nr]? woche"),
    read: (_match, _wall, today) => ({ date: plus(today, (8 - weekday(today)) % 7 || 7) }),
  },
  {
    see: words(`(?:on |next |this |coming |am |nächste[nr]? |kommende[nr]? |diese[nr]? )*${WEEKDAY}`),
    read: (match, _wall, today) => ({
      date: plus(today, ((WEEKDAYS.findIndex((day) => day.test((match[1] ?? "").toLowerCase())) - weekday(today) + 6) % 7) + 1),
      weekday: true,
    }),
  },
  {
    see: words(`(?:on |am |den |the )*(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${MONTH},?(?: (\\d{4}))?`),
    read: ([, day, month, year], _wall, today) => named(day, month, year, today),
  },
  {
    see: words(`(?:on )?(?:the )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    read: ([, month, day, year], _wall, today) => named(day, month, year, today),
  },
  {
    see: /(?<![\p{L}\p{N}.])(?:(?:am|den|zum|on|the) )+(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)/iu,
    read: ([, day, month, year], _wall, today) => coming(Number(month), Number(day), year, today),
  },
];

const TIMES: readonly { see: RegExp; read: (match: RegExpExecArray) => string | undefined }[] = [
  { see: /T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?/, read: ([, h, m]) => clock(Number(h), m) },
  { see: words("(?:at |um |gegen |@ ?)*(\\d{1,2})(?:[:.](\\d\\d))? ?([ap])\\.?m\\.?"), read: ([, h, m, half]) => clock(twelve(Number(h), half), m) },
  { see: words("(?:at |um |gegen |@ ?)*(\\d{1,2}):(\\d\\d)(?: uhr)?"), read: ([, h, m]) => clock(Number(h), m) },
  { see: words("(?:um |gegen )*(\\d{1,2})(?:\\.(\\d\\d))? uhr(?: (\\d\\d))?"), read: ([, h, m, late]) => clock(Number(h), late ?? m) },
  { see: words(`um halb ${COUNT}(?: uhr)?`), read: ([, h]) => clock(number(h) - 1, "30") },
  { see: words(`(?:at|um|gegen) ${COUNT}(?: o'?clock)?`), read: ([, h]) => clock(plainHour(number(h))) },
  { see: words("(?:at )?noon|mittags?|zu mittag"), read: () => "12:00" },
  { see: words("(?:in the |this )?afternoon|(?:am )?nachmittags?"), read: () => "14:00" },
  { see: words("(?:in the |this )?evening|tonight|(?:am )?abends?"), read: () => "18:00" },
];
const MORNING = words("in the morning|first thing(?: in the morning)?|morning|früh|(?:am )?vormittags?|am morgen");
/** What comes again and again is no one moment. */
const OFTEN = words(
  `(?:every|each|jede[nrs]?) (?:day|week|month|morning|year|other|tag|woche|monat|morgen|jahr|${WEEKDAY.slice(1, -1)})|daily|weekly|monthly|täglich|wöchentlich|monatlich`,
);
/** "12/1" is in December or in January. */
const EITHER = /(?<!\d)\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?!\d)/;

/** The moment that a text names; undefined where it names none, or more than one. What it names may be past. */
export function readWhen(text: string, wall: Wall): When | undefined {
  if (OFTEN.test(text)) return undefined;
  const today = dateIn(wall.now.getTime(), wall.timeZone);
  const morning = MORNING.exec(text);
  const said = daysIn(morning ? without(text, morning) : text, wall, today);
  const day = theOne(said.days);
  if (said.days.length > 0 && !day) return undefined;
  if (day && "at" in day) return { at: day.at, rest: tidy(said.rest) };
  const { times, rest } = timesIn(said.rest);
  const [time] = times;
  if (times.length > 1 || (!day && (!time || EITHER.test(text)))) return undefined;
  // "Today" says nothing of when.
  if (day?.date === today && !time) return undefined;
  return { at: pinned(day?.date, time ?? wall.opens, wall, today), rest: tidy(rest) };
}

function daysIn(text: string, wall: Wall, today: string): { days: Day[]; rest: string } {
  let rest = text;
  const days: Day[] = [];
  for (const { see, read } of DAYS) {
    for (let match = see.exec(rest); match; match = see.exec(rest)) {
      const day = read(match, wall, today);
      // A 31 February is a day that is not: nothing is sure then.
      days.push(day ?? { date: `no such day: ${match[0]}` });
      rest = without(rest, match);
    }
  }
  return { days, rest };
}

/** The day that all words mean: "Tuesday, 1 December" is one. */
function theOne(days: Day[]): Day | undefined {
  const sure = days.filter((day) => !("weekday" in day));
  const [one] = sure.length > 0 ? sure : days;
  if (!one || ("date" in one && Number.isNaN(Date.parse(one.date)))) return undefined;
  const agrees = (other: Day) =>
    ("date" in one && "date" in other && (other.date === one.date || ("weekday" in other && weekday(other.date) === weekday(one.date)))) || one === other;
  return days.every(agrees) ? one : undefined;
}

function timesIn(text: string): { times: string[]; rest: string } {
  let rest = text;
  const times: string[] = [];
  for (const { see, read } of TIMES) {
    const match = see.exec(rest);
    const time = match ? read(match) : undefined;
    if (!match || time === undefined) continue;
    rest = without(rest, match);
    times.push(time);
    if (see.test(rest)) times.push(time);
  }
  return { times, rest };
}

/** An hour alone is today's, or tomorrow's when it has struck. */
function pinned(date: string | undefined, time: string, { now, timeZone }: Wall, today: string): Date {
  const at = new Date(momentAt(date ?? today, time, timeZone));
  return date === undefined && at <= now ? new Date(momentAt(plus(today, 1), time, timeZone)) : at;
}

function instant(text: string): Day | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : { at };
}

function named(day: string | undefined, month: string | undefined, year: string | undefined, today: string): Day | undefined {
  return coming(MONTHS.findIndex((name) => name.test((month ?? "").toLowerCase())) + 1, Number(day), year, today);
}

/** A date without its year is the next one. */
function coming(month: number, day: number, year: string | undefined, today: string): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) return dayOf(Number(year), month, day);
  const next = dayOf(thisYear, month, day);
  return next && "date" in next && next.date >= today ? next : dayOf(thisYear + 1, month, day);
}

/** Undefined for a 31 February. */
function dayOf(year: number, month: number, day: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && month >= 1 ? { date: at.toISOString().slice(0, 10) } : undefined;
}

function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of that month, or its last one. */
function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function weekday(date: string): number {
  return new Date(date).getUTCDay();
}

function number(text: string | undefined): number {
  const word = (text ?? "").toLowerCase();
  return /^\d+$/.test(word) ? Number(word) : (NUMBERS[word] ?? 0);
}

function unit(name: string | undefined): number {
  return UNIT_MS[(name ?? "").toLowerCase()] ?? 0;
}

function twelve(hour: number, half: string | undefined): number {
  return (hour % 12) + (half?.toLowerCase() === "p" ? 12 : 0);
}

/** "At 5" in an office is the afternoon. */
function plainHour(hour: number): number {
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

function clock(hour: number, minutes = "00"): string | undefined {
  return hour >= 0 && hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, "0")}:${minutes}` : undefined;
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
