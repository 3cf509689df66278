import type { Cause } from "./inbox.ts";

// An error code as vendors write them: letters, a hyphen, digits. Not a year, a size or a version.
const ERROR_CODE = /\b([A-Z]{2,6}-\d{3,6})\b/;
const VERSION = /\b(?:v|version\s*)?(\d{1,2}\.\d{1,2})(?:\.\d{1,3})?\b/i;
const MOST_CHARACTERS = 4_000; // the cause stands in the first lines, or nowhere

/** What a message is about, by rule: an error code, a version, and the topic of the page that fits it best. */
export function classifier(topicOf: (text: string) => string | undefined): (text: string) => Cause {
  return (text) => {
    const start = text.slice(0, MOST_CHARACTERS);
    const errorCode = ERROR_CODE.exec(start.toUpperCase())?.[1] ?? null;
    return { topic: topicOf(start) ?? "other", errorCode, productVersion: VERSION.exec(start)?.[1] ?? null };
  };
}
