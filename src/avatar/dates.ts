/**
 * Dates, times and lengths of time as they stand inside the sentences of `prompts/texts`, in each language that we ship.
 * The calendar is always Gregorian and the digits are always those of the rest of the chat (0 to 9), so that a promised
 * date reads the same beside a ticket's number, also in Arabic.
 */
import type { Language } from "../knowledge/index.ts";

/** What a sentence around a date needs to know. */
export type Setting = { language: Language; timeZone: string; now: Date };

type Units = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
type Wording = {
  locale: string;
  /** a day from its parts; `year` is there for a full date */
  day: (parts: { weekday: string; day: string; month: string; year?: string }) => string;
  /** a time of today, and one of another day; `hour` for languages that say "at the one" differently */
  time: (time: string, hour: number) => string;
  moment: (time: string, day: string, hour: number) => string;
  /** short where the day stands in brackets */
  weekday?: "short";
  /** after "within": "#" is the number */
  hours: Units;
  minutes: Units;
};

const spaced: Wording["day"] = ({ weekday, day, month, year }) => [weekday, day, month, year].filter(Boolean).join(" ");
const dots = (text: string): string => text.replace(/\.$/, "");

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: {
    locale: "en-GB",
    day: ({ weekday, ...rest }) => `${weekday}, ${spaced({ weekday: "", ...rest })}`,
    time: (time) => time,
    moment: (time, day) => `${time} on ${day}`,
    hours: { one: "# hour", other: "# hours" },
    minutes: { one: "# minute", other: "# minutes" },
  },
  de: {
    locale: "de-DE",
    day: ({ weekday, day, ...rest }) => `${weekday}, ${spaced({ weekday: "", day: `${dots(day)}.`, ...rest })}`,
    time: (time) => `${time} Uhr`,
    moment: (time, day) => `${day}, ${time} Uhr`,
    hours: { one: "# Stunde", other: "# Stunden" },
    minutes: { one: "# Minute", other: "# Minuten" },
  },
  // The texts say "au plus tard {moment}" and "au plus tard le {day}".
  fr: {
    locale: "fr-FR",
    day: ({ day, ...rest }) => spaced({ ...rest, day: day === "1" ? "1er" : day }),
    time: (time) => `à ${time}`,
    moment: (time, day) => `le ${day} à ${time}`,
    hours: { one: "# heure", other: "# heures" },
    minutes: { one: "# minute", other: "# minutes" },
  },
  es: {
    locale: "es-ES",
    day: (parts) => romance(parts, " "),
    time: (time, hour) => `a ${hour === 1 ? "la" : "las"} ${time}`,
    moment: (time, day, hour) => `el ${day} a ${hour === 1 ? "la" : "las"} ${time}`,
    hours: { one: "# hora", other: "# horas" },
    minutes: { one: "# minuto", other: "# minutos" },
  },
  it: {
    locale: "it-IT",
    day: ({ day, ...rest }) => spaced({ ...rest, day: day === "1" ? "1º" : day }),
    time: (time) => `le ore ${time}`,
    moment: (time, day) => `le ore ${time} di ${day}`,
    hours: { one: "# ora", other: "# ore" },
    minutes: { one: "# minuto", other: "# minuti" },
  },
  pt: {
    locale: "pt-BR",
    day: (parts) => romance({ ...parts, day: parts.day === "1" ? "1º" : parts.day }, ", "),
    time: (time, hour) => `${hour === 1 ? "à" : "às"} ${time}`,
    moment: (time, day, hour) => `${hour === 1 ? "à" : "às"} ${time} de ${day}`,
    hours: { one: "# hora", other: "# horas" },
    minutes: { one: "# minuto", other: "# minutos" },
  },
  nl: {
    locale: "nl-NL",
    day: spaced,
    time: (time) => `om ${time} uur`,
    moment: (time, day) => `${day} om ${time} uur`,
    hours: { other: "# uur" },
    minutes: { one: "# minuut", other: "# minuten" },
  },
  // After "do" and "w ciągu" stands a genitive: a weekday in brackets needs none, and neither do these numbers change it.
  pl: {
    locale: "pl-PL",
    day: ({ weekday, ...rest }) => `${spaced({ weekday: "", ...rest })} (${weekday})`,
    time: (time) => `godz. ${time}`,
    moment: (time, day) => `${day}, godz. ${time}`,
    hours: { one: "# godziny", other: "# godzin" },
    minutes: { one: "# minuty", other: "# minut" },
  },
  ja: {
    locale: "ja-JP-u-ca-gregory",
    weekday: "short",
    day: ({ weekday, day, month, year }) => `${year ?? ""}${month}${day}（${weekday}）`,
    time: (time) => time,
    moment: (time, day) => `${day}${time}`,
    hours: { other: "#時間" },
    minutes: { other: "#分" },
  },
  ar: {
    locale: "ar-u-ca-gregory-nu-latn",
    day: spaced,
    time: (time) => `الساعة ${time}`,
    moment: (time, day) => `الساعة ${time} من يوم ${day}`,
    hours: { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" },
    minutes: { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" },
  },
};

/** "jueves 26 de noviembre de 2026" */
function romance({ weekday, day, month, year }: Parameters<Wording["day"]>[0], after: string): string {
  return `${weekday}${after}${[day, month, year].filter(Boolean).join(" de ")}`;
}

/** "Thursday, 26 November", with the year if wanted. */
export function dayText(at: Date, setting: Setting, year = false): string {
  const { day, weekday = "long" } = WORDINGS[setting.language];
  return day({
    weekday: part(at, setting, { weekday }),
    // Polish and others bend the month after a day; Japanese counts the day with its sign.
    ...dayAndMonth(at, setting),
    ...(year ? { year: part(at, setting, { year: "numeric" }) } : {}),
  });
}

function dayAndMonth(at: Date, setting: Setting): { day: string; month: string } {
  const bent = formatter(setting, { day: "numeric", month: "long" }).formatToParts(at);
  const find = (type: string) => bent.find((one) => one.type === type)?.value ?? "";
  return setting.language === "ja" ? { day: `${find("day")}日`, month: `${find("month")}月` } : { day: find("day"), month: find("month") };
}

/** The wall clock, with its day unless that is today. */
export function momentText(at: Date, setting: Setting): string {
  const { time, moment } = WORDINGS[setting.language];
  const parts = formatter(setting, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(at);
  const [hour, minute] = ["hour", "minute"].map((type) => (parts.find((one) => one.type === type)?.value ?? "").padStart(2, "0"));
  const clock = `${hour}:${minute}`;
  const today = dayText(at, setting, true) === dayText(setting.now, setting, true);
  return today ? time(clock, Number(hour)) : moment(clock, dayText(at, setting), Number(hour));
}

/** Minutes in whole hours where they are whole, as they stand after "within". */
export function durationText(minutes: number, language: Language): string {
  const wording = WORDINGS[language];
  const whole = minutes % 60 === 0 && minutes > 0;
  const [count, units] = whole ? [minutes / 60, wording.hours] : [minutes, wording.minutes];
  const unit = units[new Intl.PluralRules(language).select(count)] ?? units.other;
  return unit.replace("#", String(count));
}

function part(at: Date, setting: Setting, options: Intl.DateTimeFormatOptions): string {
  return dots(formatter(setting, options).format(at));
}

function formatter({ language, timeZone }: Setting, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(WORDINGS[language].locale, { ...options, timeZone });
}
