import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { OCCASIONS } from "../policies/index.ts";
import { MAIL_LANGUAGES, type MailLanguage } from "./mail-words.ts";

/** The texts of thank-yous: what an owner may write of them, read and held to the written rule in `prompts/mailouts/never.yaml`. */

/** Mail readers on phones show about so much of a subject. */
const LONGEST_SUBJECT = 70;
const LONGEST_PARAGRAPH = 400;
const MOST_PARAGRAPHS = 5;
/** "Several texts per occasion": the same words every year would be a form letter. */
const FEWEST_TEXTS = 2;

type Occasion = (typeof OCCASIONS)[number];
/** What a text may name: nothing that the reader does not know. */
const ALLOWED: Readonly<Record<Occasion, readonly string[]>> = {
  anniversary: ["contact", "customer", "business", "years"],
  quiet_quarter: ["contact", "customer", "business", "period"],
  smooth_upgrade: ["contact", "customer", "business"],
};

const text = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "a short name in small letters"),
  subject: z.string().trim().min(1).max(LONGEST_SUBJECT),
  paragraphs: z.array(z.string().trim().min(1).max(LONGEST_PARAGRAPH)).min(2).max(MOST_PARAGRAPHS),
  reviewed: z.string().trim().min(1, "say who has reviewed it"),
});
const texts = z.array(text).min(FEWEST_TEXTS, `write at least ${FEWEST_TEXTS} texts for each occasion`);
const file = z.strictObject(Object.fromEntries(OCCASIONS.map((occasion) => [occasion, texts])) as Record<Occasion, typeof texts>);
const rules = z.strictObject(
  Object.fromEntries(MAIL_LANGUAGES.map((language) => [language, z.array(z.string()).min(1)])) as Record<MailLanguage, z.ZodArray<z.ZodString>>,
);

export type MailText = z.output<typeof text>;
/** Every thank-you is there in each language. */
export type MailTexts = Record<MailLanguage, Record<Occasion, MailText[]>>;

/** Thank-yous that cannot be used; `message` names file, text and remedy. */
export class MailTextBroken extends Error {
  readonly code = "mail_text_broken";
}

/**
 * Reads all thank-yous: each language with the same texts, each text with variables that its reader knows, no address of a site or picture
 * in it, and nothing that the written rule forbids.
 * @throws MailTextBroken
 */
export async function loadMailTexts(directory: string): Promise<MailTexts> {
  const never = await read(directory, "never", rules);
  const loaded = {} as MailTexts;
  for (const language of MAIL_LANGUAGES) loaded[language] = await read(directory, language, file);
  const broken = MAIL_LANGUAGES.flatMap((language) => {
    const forbidden = never[language].map((source) => ruleOf(source, directory));
    return OCCASIONS.flatMap((occasion) => {
      const own = loaded[language][occasion];
      const place = `${directory}/${language}.yaml: ${occasion}`;
      const same = own.map(({ id }) => id).join(", ") === loaded.en[occasion].map(({ id }) => id).join(", ");
      const findings = own.flatMap((one) => objections(one, occasion, forbidden).map((objection) => `${place}, ${one.id}: ${objection}`));
      return same ? findings : [...findings, `${place}: the texts are not those of en.yaml. Give both the same ids in the same order.`];
    });
  });
  if (broken.length > 0) throw new MailTextBroken(broken.join("\n"));
  return loaded;
}

/** What a layout has to show, or its reader would miss something; `{paragraph}` alone in its element, which stands once for each. */
const NEEDED_SLOTS: Readonly<Record<string, RegExp>> = {
  "<p>{paragraph}</p>": /<p\b[^>]*>\s*\{paragraph\}\s*<\/p>/u,
  "{business}": /\{business\}/u,
  "{why}": /\{why\}/u,
  'href="{unsubscribe}"': /<a\b[^>]*href="\{unsubscribe\}"[^>]*>\s*\{stop\}\s*<\/a>/u,
};
/** What would fetch something, or tell that a letter was read. */
const FETCHES = /https?:|\bdata:|url\(|@import|\b(?:src|background-url|srcset)=|<mj-(?:include|image|font|carousel|social|navbar|button|hero)\b/iu;

/**
 * Reads the layout of all thank-yous, `layout.mjml`, with every slot that a letter needs and no other address in it. That it is good MJML
 * shows when it is rendered.
 * @throws MailTextBroken
 */
export async function loadMailLayout(directory: string): Promise<string> {
  const path = join(directory, "layout.mjml");
  const source = await readFile(path, "utf8").catch((error: Error) => {
    throw new MailTextBroken(`${path} cannot be read: ${error.message}`, { cause: error });
  });
  const drawn = source.replace(/<!--.*?-->/gsu, "");
  const missing = Object.entries(NEEDED_SLOTS).flatMap(([slot, pattern]) => (pattern.test(drawn) ? [] : [slot]));
  if (missing.length > 0) throw new MailTextBroken(`${path}: ${missing.join(", ")} is missing. Take it over from the layout that came with Standin.`);
  const [fetched] = FETCHES.exec(drawn) ?? [];
  if (fetched)
    throw new MailTextBroken(`${path}: “${fetched}” would fetch something or lead elsewhere. A thank-you has no picture, font or link but {unsubscribe}.`);
  const [, other] = /href\s*=\s*(?!"\{unsubscribe\}")(\S+)/iu.exec(drawn) ?? [];
  if (other) throw new MailTextBroken(`${path}: href=${other} leads elsewhere. A thank-you has no link but {unsubscribe}.`);
  return drawn.trimStart();
}

/** The private key that letters are signed with, as it stands in the owner's file. @throws MailTextBroken when it cannot be read */
export async function loadMailKey(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: Error) => {
    throw new MailTextBroken(`MAIL_DKIM_KEY_FILE: ${path} cannot be read: ${error.message}`, { cause: error });
  });
}

/** What is wrong with one text, in words for the owner. */
function objections({ subject, paragraphs }: MailText, occasion: Occasion, forbidden: RegExp[]): string[] {
  const found: string[] = [];
  const whole = [subject, ...paragraphs];
  for (const line of whole) {
    for (const [, name = ""] of line.matchAll(/\{([^}]*)\}/gu)) {
      if (!ALLOWED[occasion].includes(name)) found.push(`{${name}} may not be named here. There are: ${ALLOWED[occasion].join(", ")}.`);
    }
    if (/https?:|www\.|<[a-z]|\bdata:/iu.test(line)) found.push("a thank-you has no link, no picture and no HTML. Take it out.");
    for (const rule of forbidden) {
      const hit = rule.exec(line);
      if (hit) found.push(`“${hit[0]}” is what a thank-you never says (never.yaml). Thank for something that is there.`);
    }
  }
  return found;
}

function ruleOf(source: string, directory: string): RegExp {
  try {
    // \b knows only the letters of English: what stands at the edge of a word in any language is meant.
    return new RegExp(source.replaceAll("\\b", "(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))"), "iu");
  } catch {
    throw new MailTextBroken(`${directory}/never.yaml: ${JSON.stringify(source)} is no regular expression.`);
  }
}

async function read<Schema extends z.ZodType>(directory: string, name: string, schema: Schema): Promise<z.output<Schema>> {
  const path = join(directory, `${name}.yaml`);
  let raw: unknown;
  try {
    raw = parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new MailTextBroken(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const checked = schema.safeParse(raw);
  if (checked.success) return checked.data;
  throw new MailTextBroken(checked.error.issues.map(({ path: place, message }) => `${path}: ${place.join(".")}: ${message}`).join("\n"));
}
