import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { LANGUAGES, type Language } from "../knowledge/index.ts";
import type { Clock } from "../platform/clock.ts";
import { dayText, durationText, momentText, type Setting } from "./dates.ts";

/** Every reviewed text of the service. The files must have exactly these, in every language. */
export const textKeys = [
  "disclosure",
  "thanks",
  "greeting",
  "alright",
  "say_more",
  "quote",
  "granted",
  "deferred",
  "overridden",
  "overridden_danger",
  "joined_granted",
  "joined_deferred",
  "joined_overridden",
  "joined_kept",
  "overdue",
  "overdue_held",
  "back",
  "seen",
  "claimed",
  "handed_back",
  "fallback",
  "unknown",
  "later",
  "ask_back",
  "found",
  "plain_no",
  "reason_no_page",
  "reason_no_colleague",
  "account_plan",
  "account_renewal",
  "account_response",
  "account_no_response",
  "account_none",
  "memory_known",
  "memory_line",
  "memory_none",
  "memory_noted",
  "memory_not_kept",
  "memory_full",
  "memory_forgotten",
  "memory_nothing",
  "everyone",
  "empty",
  "too_long",
  "too_fast",
  "alert_limit_title",
  "alert_limit_text",
  "alert_calls_title",
  "alert_calls_text",
  "alert_usual_title",
  "alert_usual_text",
  "alert_usual_calls_title",
  "alert_usual_calls_text",
  "alert_group_title",
  "alert_group_text",
  "alert_may",
  "alert_may_calls",
  "alert_question_title",
  "alert_question_text",
  "alert_overdue_title",
  "alert_overdue_text",
  "alert_delivery_title",
  "alert_delivery_text",
  "alert_usage_title",
  "alert_usage_text",
  "alert_broken_title",
  "alert_broken_text",
  "alert_objection_title",
  "alert_objection_text",
  "refused_text_note",
  "reminder_set",
  "reminder_when",
  "reminder_past",
  "reminder_far",
  "reminder_many",
  "reminder_due",
  "reminder_forgotten",
  "reminder_none",
  "reminder_listed",
  "reminder_list_none",
  "mood_sorry",
  "mood_offer",
  "alert_tool_title",
  "alert_tool_text",
  "status_none",
  "status_question",
  "status_question_late",
  "status_waiting",
  "status_waiting_late",
  "status_claimed",
  "status_alerted",
  "did_you_mean",
  "read_as",
  "news_consented",
  "news_withdrawn",
  "news_none",
  "news_off",
  "news_outage",
  "news_upgrade",
  "news_roadmap",
  "news_page",
  "news_stop",
  "calls_withdrawn",
  "letter_why",
  "letter_contract",
  "letter_greeting",
  "letter_stop",
  "letter_end_title",
  "letter_end_text",
  "letter_ended_title",
  "letter_ended_text",
  "letter_broken_title",
  "letter_broken_text",
  "contribution_report",
  "contribution_patch",
  "contribution_answer",
  "phone_hello",
  "phone_stop_hint",
  "phone_thanks",
  "phone_goodbye",
  "phone_cannot",
  "phone_stopped",
  "phone_voicemail",
  "phone_sheet_hello",
  "phone_sheet_thanks",
  "phone_sheet_since",
  "phone_sheet_kept",
  "phone_sheet_bye",
  "discount_rises",
  "discount_falls",
  "discount_restored",
  "discount_credited",
  "discount_other",
  "discount_object",
  "discount_object_mail",
  "discount_crash",
  "discount_escalation",
  "discount_upheld",
  "discount_dismissed",
  "discount_objected",
  "discount_is",
  "discount_next",
  "discount_counts_both",
  "discount_counts_crash",
  "discount_counts_escalation",
  "discount_never",
  "discount_none",
  "discount_subject",
] as const;
export type TextKey = (typeof textKeys)[number];

/** What is filled in: words and numbers as they are, dates and lengths of time as the text's placeholder says. */
export type TextVars = Record<string, string | number | Date>;

export interface Texts {
  /**
   * The text in the reader's language (English where we have no other), dates in the owner's time zone.
   * @throws TextBroken when a variable is missing or of the wrong kind: never a half-filled sentence
   */
  render(key: TextKey, locale: string | null | undefined, vars?: TextVars): string;
}

/** A text that cannot be used; `message` names file, key and remedy. */
export class TextBroken extends Error {
  readonly code = "text_broken";
}

type Entries = Record<TextKey, { text: string; reviewed: string }>;

const Entry = z.strictObject({ text: z.string().trim().min(1), reviewed: z.string().trim().min(1, "say who has reviewed it") });
const File = z.strictObject(Object.fromEntries(textKeys.map((key) => [key, Entry])));

/** plain: as given; day: "Thursday, 26 November"; date: with the year; moment: with the time; duration: of minutes. */
const KINDS = ["plain", "day", "date", "moment", "duration"] as const;
type Kind = (typeof KINDS)[number];
const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

/** Loads `{directory}/en.yaml` and its translations, and checks them against each other. @throws TextBroken */
export async function createTexts(rooms: { directory: string; clock: Clock; timeZone: () => string }): Promise<Texts> {
  const texts = {} as Record<Language, Entries>;
  // One after the other, so that of several broken files always the same one is named.
  for (const language of LANGUAGES) texts[language] = await load(rooms.directory, language);
  for (const language of LANGUAGES) sameVariables(rooms.directory, language, texts[language], texts.en);
  return {
    render(key, locale, vars = {}) {
      const language = languageOf(locale);
      return texts[language][key].text.replace(PLACEHOLDER, (_whole, name: string, kind: Kind = "plain") => {
        const value = Object.hasOwn(vars, name) ? vars[name] : undefined;
        if (value === undefined) throw new TextBroken(`The text ${key} needs {${name}}, which was not given.`);
        return show(key, name, kind, value, { language, timeZone: rooms.timeZone(), now: rooms.clock.now() });
      });
    },
  };
}

/** The language of a locale such as "de-AT"; English where we have no other. */
export function languageOf(locale: string | null | undefined): Language {
  const wanted = locale?.toLowerCase().split(/[-_]/, 1)[0];
  return LANGUAGES.find((language) => language === wanted) ?? "en";
}

async function load(directory: string, language: Language): Promise<Entries> {
  const file = join(directory, `${language}.yaml`);
  const source = await readFile(file, "utf8").catch((cause: Error) => {
    throw new TextBroken(`${file} cannot be read (${cause.message}). Put it back, or point PROMPTS_DIR to where the prompts are.`, { cause });
  });
  const checked = File.safeParse(read(file, source));
  if (checked.success) return checked.data as Entries;
  throw new TextBroken(`${file}: ${checked.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`).join("; ")}`);
}

function read(file: string, source: string): unknown {
  try {
    return parse(source);
  } catch (cause) {
    throw new TextBroken(`${file} is not YAML: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** A translation that forgets a date would promise nothing; one that invents a variable could never be rendered. */
function sameVariables(directory: string, language: Language, entries: Entries, english: Entries): void {
  for (const key of textKeys) {
    const [own, expected] = [placeholders(entries[key].text), placeholders(english[key].text)];
    const unknown = own.find((one) => !KINDS.includes(one.split(":")[1] as Kind));
    const where = `${join(directory, `${language}.yaml`)}: ${key}`;
    if (unknown) throw new TextBroken(`${where}: {${unknown}} asks for a kind that there is not; known are ${KINDS.slice(1).join(", ")}.`);
    if (own.join() !== expected.join()) throw new TextBroken(`${where}: has {${own.join("}, {")}}, but English has {${expected.join("}, {")}}.`);
  }
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name, kind = "plain"]) => `${name}:${kind}`))].toSorted();
}

function show(key: TextKey, name: string, kind: Kind, value: string | number | Date, setting: Setting): string {
  if (kind === "plain" && !(value instanceof Date)) return String(value);
  if (kind === "duration" && typeof value === "number") return durationText(value, setting.language);
  if (value instanceof Date && kind === "day") return dayText(value, setting);
  if (value instanceof Date && kind === "date") return dayText(value, setting, true);
  if (value instanceof Date && kind === "moment") return momentText(value, setting);
  throw new TextBroken(`The text ${key} cannot show {${name}} as ${kind}.`);
}
