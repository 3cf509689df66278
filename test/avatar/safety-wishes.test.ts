/**
 * "I don't want to be called" once woke people at night as a danger to life: it has the words of "I don't want to live any
 * more". A wish not to be called is neither danger nor a lawyer's letter. Whoever says in the same breath that they will
 * sue, or die, is heard as before.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { detectSafety } from "../../src/avatar/safety.ts";

type Corpus = { said: Record<string, string[]>; alarms: Record<string, Record<string, string[]>> };

function corpus<Part extends keyof Corpus>(name: string, part: Part): Corpus[Part] {
  return (parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), "utf8")) as Corpus)[part];
}

test.each(Object.entries(corpus("no-calls", "said")))("no wish in %s not to be called is an alarm", (_language, texts) => {
  expect(texts.filter((text) => detectSafety(text).length > 0)).toEqual([]);
});

test.each(Object.entries(corpus("everyday-wishes", "alarms")))("whoever says in the same words in %s what must reach people is heard", (_language, classes) => {
  const unheard = Object.entries(classes).flatMap(([kind, texts]) => texts.filter((text) => !detectSafety(text).some((one) => one.class === kind)));
  expect(unheard).toEqual([]);
});
