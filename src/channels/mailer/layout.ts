import type { Letter } from "../../care/mailer.ts";
import { oneLine } from "../cards.ts";

/** The service's own words at a letter's foot, in the reader's language: why it comes, and what ends it, if something does. */
export type FootWords = (language: string, business: string, ends: boolean) => { why: string; stop: string };

/** Languages that are written from right to left, as far as letters come in them. */
const RIGHT_TO_LEFT: readonly string[] = ["ar", "fa", "he", "ur"];
/** RFC 5646 in its usual forms, such as "de" or "pt-BR". */
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
/** A paragraph's place, and every other slot. Filled in one pass: what stands in a value is never filled again. */
const SLOTS = /(?<open><p\b[^>]*>)\s*\{paragraph\}\s*<\/p>|\{(?<slot>subject|business|why|stop|unsubscribe|language)\}/gu;
/** The link that ends such letters, with the break before it; a layout without it is refused when it is read. */
const ENDING = /(?:<br\s*\/?>)?\s*<a\b[^>]*href="\{unsubscribe\}"[^>]*>\s*\{stop\}\s*<\/a>/gu;
/** RFC 3676, section 4.3: what follows is a signature. The space belongs to it. */
const SIGNATURE = "-- ";

type Direction = "ltr" | "rtl";

/**
 * What stands in each letter, from one layout. MJML is loaded with the first letter, and reads the layout once for each direction of writing;
 * values never pass through it.
 */
export function createLayout(source: string, foot: FootWords) {
  const compiled = new Map<Direction, Promise<string>>();
  const frameOf = (direction: Direction) => {
    const known = compiled.get(direction) ?? compile(source, direction);
    compiled.set(direction, known);
    return known;
  };
  return {
    /** @throws when the layout is not MJML, or the address that ends the letters is none */
    async fill(letter: Letter): Promise<{ subject: string; html: string; text: string; unsubscribe: URL | undefined }> {
      const language = LANGUAGE.test(letter.language) ? letter.language : "und";
      const unsubscribe = letter.unsubscribe ? webAddress(letter.unsubscribe.url) : undefined;
      const business = oneLine(letter.business);
      const subject = oneLine(letter.subject);
      const paragraphs = letter.paragraphs.map(oneLine);
      const words = foot(letter.language, business, unsubscribe !== undefined);
      const frame = await frameOf(RIGHT_TO_LEFT.includes(language.split("-", 1)[0] ?? "") ? "rtl" : "ltr");
      const values: Record<string, string> = { subject, business, language, unsubscribe: unsubscribe?.href ?? "", ...words };
      const html = (unsubscribe ? frame : frame.replace(ENDING, "")).replace(SLOTS, (whole, open: string | undefined, slot: string | undefined) => {
        if (open !== undefined) return paragraphs.map((paragraph) => `${open}${escaped(paragraph)}</p>`).join("\n");
        return slot === undefined ? whole : escaped(values[slot] ?? "");
      });
      const ending = unsubscribe ? [`${words.stop}: ${unsubscribe.href}`] : [];
      const text = [...paragraphs, `${SIGNATURE}\n${business}`, words.why, ...ending].join("\n\n");
      return { subject, html, text: `${text}\n`, unsubscribe };
    },
  };
}

async function compile(source: string, direction: Direction): Promise<string> {
  const [{ default: core }, { default: preset }] = await Promise.all([import("mjml-core"), import("mjml-preset-core")]);
  const render = "default" in core ? core.default : core;
  const directed = source.replaceAll("{direction}", direction).replaceAll("{start}", direction === "rtl" ? "right" : "left");
  // No fonts: MJML would fetch those that it knows from their maker. No includes: a layout is one file.
  const { html } = await render(directed, { presets: [preset], fonts: {}, keepComments: false, validationLevel: "strict", ignoreIncludes: true });
  return html;
}

/** The WHATWG's parser leaves no blank, line or angle bracket in an address: it can stand in a header and in an attribute. */
function webAddress(address: string): URL {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new Error("the address that ends the letters is not one of the web");
  return url;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
