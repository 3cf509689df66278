/** What must not be kept of what somebody said, whoever asks for it: a memory is read by models and by people. */
export type FactFinding = { rule: string; offset: number };

/** One sentence, not a page: it is read in every turn to come. */
export const MOST_CHARACTERS = 240;
/** A longer text is refused for its length: no rule walks through all of it. */
const MOST_READ = 1_000;

const RULES: readonly { rule: string; see: RegExp; sure?: (found: string) => boolean }[] = [
  {
    rule: "memory.password",
    see: /pass ?(?:word|phrase|wort)|\bpwd\b|kennwort|zugangsdaten|credential|contrase[ñn]a|mot de passe|\bsenha\b|palavra-passe|has[łl]o\b|wachtwoord|parola d.ordine|パスワード|暗証番号|كلمة (?:ال)?(?:مرور|سر)/iu,
  },
  { rule: "memory.key", see: /\b(?:sk|pk|rk|xox[abpr]|gh[pousr]|glpat|AKIA|AIza|hf)[-_]?[A-Za-z0-9_-]{12,}|-----BEGIN |\beyJ[A-Za-z0-9_-]{10,}\./u },
  { rule: "memory.key", see: /(?<![A-Za-z0-9])(?=[A-Za-z0-9+/_-]*[A-Za-z])(?=[A-Za-z0-9+/_-]*[0-9])[A-Za-z0-9+/_-]{28,}/u },
  { rule: "memory.card", see: /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/u, sure: isCardNumber },
  { rule: "memory.account", see: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/u },
  // Health, faith, politics, origin and love are nobody's business here (GDPR article 9), even when somebody mentions them.
  {
    rule: "memory.private",
    see: /\b(?:diagnosed with|cancer|depress|pregnan|disabilit|illness|therap(?:y|ist)|religio|muslim|jewish|atheist|gay|lesbian|sexual|trade union|schwanger|krebs(?:erkrank)?\b|krank(?:heit|geschrieben)?\b|behinder|gewerkschaft|konfession|glauben an)/iu,
  },
  // A fact is about somebody; whatever tells the avatar what to do is an order, and orders are the owner's.
  {
    rule: "memory.order",
    see: /\b(?:ignore|disregard|override)\b.{0,40}\b(?:instruction|rule|prompt|polic)|\b(?:system prompt|you (?:must|should|are now|have to|will always)|always (?:give|grant)|ignorier\w*.{0,40}(?:anweisung|regel)|du (?:musst|sollst|bist jetzt))/iu,
  },
];

/** The text as it would be kept: one line, without invisible signs. */
export function tidied(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** What speaks against keeping the text. */
export function unfit(text: string): FactFinding[] {
  const found: FactFinding[] = [];
  if (text === "") found.push({ rule: "memory.empty", offset: 0 });
  if (text.length > MOST_CHARACTERS) found.push({ rule: "memory.too_long", offset: MOST_CHARACTERS });
  const read = text.slice(0, MOST_READ);
  for (const { rule, see, sure } of RULES) {
    const match = see.exec(read);
    if (match && (sure?.(match[0]) ?? true)) found.push({ rule, offset: match.index });
  }
  return found;
}

/** The check digit of ISO/IEC 7812 (Luhn). */
function isCardNumber(text: string): boolean {
  const digits = [...text].filter((sign) => sign >= "0" && sign <= "9").map(Number);
  const sum = digits.toReversed().reduce((total, digit, i) => total + (i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}
