/** What the texts of thank-yous name in words, in the languages in which they are written. */
export const MAIL_LANGUAGES = ["en", "de"] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

const NUMBERS: Readonly<Record<MailLanguage, readonly string[]>> = {
  en: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  de: ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
};
const QUARTERS: Readonly<Record<MailLanguage, readonly string[]>> = {
  en: ["the first quarter", "the second quarter", "the third quarter", "the fourth quarter"],
  de: ["das erste Quartal", "das zweite Quartal", "das dritte Quartal", "das vierte Quartal"],
};

/** The language of ours that is nearest to a reader's. */
export function mailLanguage(locale: string | null): MailLanguage {
  return locale?.toLowerCase().split("-", 1)[0] === "de" ? "de" : "en";
}

/** "two years"; beyond twelve in digits. */
export function yearsIn(language: MailLanguage, years: number): string {
  const count = NUMBERS[language][years - 1] ?? String(years);
  if (language === "de") return years === 1 ? `${count} Jahr` : `${count} Jahre`;
  return years === 1 ? `${count} year` : `${count} years`;
}

/** "the third quarter of 2026", for the quarter in which a day lies, e.g. "2026-08-14". */
export function quarterIn(language: MailLanguage, day: string): string {
  const name = QUARTERS[language][Math.ceil(Number(day.slice(5, 7)) / 3) - 1] ?? "";
  const year = day.slice(0, 4);
  return language === "de" ? `${name} ${year}` : `${name} of ${year}`;
}

/** A text with what it names; where it begins with that, with a capital. */
export function fillMail({ subject, paragraphs }: { subject: string; paragraphs: readonly string[] }, names: Readonly<Record<string, string>>) {
  const fill = (line: string) => {
    const filled = line.replace(/\{([^}]*)\}/gu, (_, name: string) => names[name] ?? "");
    return line.startsWith("{") ? filled.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : filled;
  };
  return { subject: fill(subject), paragraphs: paragraphs.map(fill) };
}
