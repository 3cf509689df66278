import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSettings } from "../../src/platform/config.ts";
import { LANGUAGES } from "../../src/knowledge/index.ts";
import { readStories } from "../../src/rehearsal/read.ts";
import { performAll, type RehearsalReport } from "../../src/rehearsal/rehearse.ts";
import { openStage } from "../../src/rehearsal/stage.ts";
import type { Story } from "../../src/rehearsal/story.ts";
import { openTestDatabase } from "../support/database.ts";

// Every demanding customer of rehearsals/ gets what the story says, as the database has it; and a customer of another plan, with other notes
// among other customers, who says the same, has a model that is told the same, byte by byte (promise 3). A leak anywhere on the way from the
// customer's row to the request shows here, in whatever conversation it would have happened.

const root = fileURLToPath(new URL("../..", import.meta.url));
const ALL_OF_THEM_MS = 600_000; // two performances of each story: a minute and a half of work, on a machine that may be busy with much else

let stories: Story[];
let report: RehearsalReport;

beforeAll(async () => {
  stories = await readStories(`${root}rehearsals`);
  const { settings } = loadSettings({}, {});
  const stage = await openStage(settings, root, { db: await openTestDatabase() });
  report = await performAll(stage, stories, { runs: 1, live: false, secrets: true, say: () => undefined });
  await stage.close();
}, ALL_OF_THEM_MS);

afterAll(() => {
  const { good, bad, cost, secrets } = report;
  process.stdout.write(
    `${report.stories.length} stories, ${cost.each} ${cost.currency} each; good answers refused: ${good.refused}/${good.drafts}; ` +
      `bad drafts let through: ${bad.passed}/${bad.drafts}; requests that differ among other secrets: ${secrets?.differing}/${secrets?.requests}\n`,
  );
});

describe("the demanding customers", () => {
  test("are at least sixty, and some of them write in each language that we ship", () => {
    expect(stories.length).toBeGreaterThanOrEqual(60);
    const spoken = new Set(stories.map(({ who }) => who.locale ?? "en"));
    expect([...spoken].sort()).toEqual(LANGUAGES.toSorted());
  });

  test("get what their stories say", () => {
    expect(report.stories.filter(({ runs, passed }) => runs !== passed).map(({ name, misses }) => `${name}: ${misses.join("; ")}`)).toEqual([]);
  });

  // What does not hold yet stands in the stories with its reason; one that begins to hold fails until that line is taken away.
  test("and what does not hold yet is named: nothing but false alarms of the safety classifier", () => {
    const known = stories.filter((story) => story.known !== undefined);
    expect(report.stories.filter((story) => story.known.length > 0).map(({ name }) => name)).toEqual(known.map(({ name }) => name));
    expect(new Set(known.map((story) => story.known?.part))).toEqual(new Set(["escalations"]));
    expect(known.length).toBeLessThanOrEqual(10);
  });

  test("get every good answer, and no bad draft", () => {
    expect(report.good).toEqual({ drafts: expect.any(Number), refused: 0 });
    expect(report.bad).toEqual({ drafts: expect.any(Number), passed: 0 });
    expect(report.good.drafts).toBeGreaterThanOrEqual(50);
    expect(report.bad.drafts).toBeGreaterThanOrEqual(15);
  });
});

test("a model is told the same bytes, whatever a customer pays, is thought of, and whoever else there is", () => {
  expect(report.secrets).toEqual({ requests: expect.any(Number), differing: 0 });
  expect(report.secrets?.requests).toBeGreaterThanOrEqual(90);
});
