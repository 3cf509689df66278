import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadSettings } from "../../src/platform/config.ts";
import { passAllOf } from "../../src/rehearsal/pass.ts";
import { readStories } from "../../src/rehearsal/read.ts";
import { performAll, rehearse, summaryOf } from "../../src/rehearsal/rehearse.ts";
import { compareRequests } from "../../src/rehearsal/secrets.ts";
import { openStage } from "../../src/rehearsal/stage.ts";
import { openTestDatabase } from "../support/database.ts";
import { startStubModel } from "../support/stub-model.ts";

// A rehearsal that can only say "all is well" is worth nothing: here it has to find what is wrong, and name the place.

const root = fileURLToPath(new URL("../..", import.meta.url));

function folderOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "standin-rehearsal-"));
  writeFileSync(join(folder, "ours.yaml"), text);
  return folder;
}

async function performed(text: string) {
  const stage = await openStage(loadSettings({}, {}).settings, root, { db: await openTestDatabase() });
  const told: string[] = [];
  const report = await performAll(stage, await readStories(folderOf(text)), { runs: 1, live: false, secrets: false, say: (line) => told.push(line) });
  await stage.close();
  return { report, told, misses: report.stories.flatMap(({ misses }) => misses) };
}

describe("a story that ends otherwise", () => {
  test("is missed, and says what was to be and what is", async () => {
    const { report, told, misses } = await performed(`
- name: expects-too-much
  about: Expects a person, a question and a page that there are not.
  model: built-in
  steps: [{ says: "Thanks!" }]
  ends: { outcomes: [human], escalations: [{ verdict: granted, class: request }], cites: [licence], decisions: [{ policy: escalate, verdict: granted }] }`);
    expect(report.ok).toBe(false);
    expect(misses).toEqual([
      'outcomes: ["human"] was to be, and ["replied"] is',
      'escalations: [{"verdict":"granted","class":"request"}] was to be, and [] is',
      'cites: ["licence"] was to be, and [] is',
      'decisions: there is no {"policy":"escalate","verdict":"granted"}',
    ]);
    expect(told.join("\n")).toMatch(/^MISSED {2}1\/1 {2}expects-too-much/);
  });

  test("because more has happened than it says is missed, too", async () => {
    const { misses } = await performed(`
- name: expects-nothing
  about: Does not expect that a person is called and that a date is given.
  who: { plan: community }
  model: built-in
  steps: [{ says: "I want to talk to a human, please." }]
  ends: { outcomes: [replied] }`);
    expect(misses).toEqual([expect.stringMatching(/^escalations: \[\] was to be/), expect.stringMatching(/^questions: \[\] was to be/)]);
  });

  test("because the gate refuses a good answer, lets a bad one through, or the script does not fit", async () => {
    const { report, misses } = await performed(`
- name: gate-is-wrong
  about: What is called good here is a promise, and what is called bad is none.
  steps:
    - says: How do I take a hot backup?
      model: [{ good: "I will refund you 200 € by Friday." }, { bad: "Use marl-backup [backup-hot]." }, { good: "Nobody asks for this." }]
  ends: { outcomes: [replied] }`);
    expect(report.good).toEqual({ drafts: 1, refused: 1 });
    expect(report.bad).toEqual({ drafts: 1, passed: 1 });
    expect(misses).toEqual([
      "step 1: the model was asked 2 times, and the script has 3 answers",
      expect.stringMatching(/^draft 1 is good, and the gate refused it \(commitment/),
      "draft 2 is bad, and the gate let it through",
    ]);
  });

  test("or cannot be performed at all does not keep the others from it", async () => {
    const { report, misses } = await performed(`
- { name: no-such-plan, about: A plan that the rulebook has not., who: { plan: gold }, steps: [{ says: Hello }], ends: {} }
- { name: the-next, about: An ordinary one., model: built-in, steps: [{ says: Hello }], ends: { outcomes: [replied] } }`);
    expect(misses).toEqual([
      'The story no-such-plan wants a plan "gold", and the rulebook has community, standard, premium, visitor. Change "plan:" in the story.',
    ]);
    expect(report.stories.map(({ passed }) => passed)).toEqual([0, 1]);
  });
});

describe("stories that cannot be read", () => {
  test.each([
    ["- name: x\n  about: y\n  stepz: []\n", /ours\.yaml:\d+:\d+ {2}0: there is no "stepz" here\. Take it away/],
    [
      "- name: x\n  about: y\n  steps: [{ says: hi }]\n  ends: { outcomes: [happy] }\n",
      /ours\.yaml:4:\d+ {2}0\.ends\.outcomes\.0: must be one of replied, human/,
    ],
    ["- name: x\n  about: y\n  steps: [{ wait: soon }]\n  ends: {}\n", /ours\.yaml:3:\d+ {2}0\.steps\.0\.wait: must be a length of time such as "4 days"/],
    ["- name: x\n  about: y\n  steps: [{ says: hi, wait: 1 day }]\n  ends: {}\n", /ours\.yaml:3:\d+ {2}0\.steps\.0: must have exactly one of says/],
    ["- name: x\n  about: y\n  steps: [{ says: hi, model: [{ good: a, bad: b }] }]\n  ends: {}\n", /0\.steps\.0\.model\.0: must have exactly one of good, bad/],
    ["- name: 'x\n", /ours\.yaml:\d+:\d+ {2}this is not YAML/],
    [
      "- { name: x, about: y, steps: [{ says: hi }], ends: {} }\n- { name: x, about: y, steps: [{ says: hi }], ends: {} }\n",
      /ours\.yaml:2:\d+ {2}name: "x" is the name of another story/,
    ],
  ])("are refused with file, line, place and remedy", async (text, problem) => {
    await expect(readStories(folderOf(text))).rejects.toMatchObject({ code: "stories_broken", message: expect.stringMatching(problem) });
  });

  test("or are not there", async () => {
    await expect(readStories("/nowhere/at/all")).rejects.toMatchObject({ message: expect.stringContaining("Name the folder of your stories with --stories") });
  });
});

describe("with a model of one's own", () => {
  const STORY = `
- name: asks
  about: An ordinary question; a scripted answer is not used.
  steps: [{ says: "How do I take a hot backup?", model: [{ bad: "I will refund you 200 €." }] }]
  ends: { outcomes: [replied], turns: [replied] }
- name: needs-a-broken-model
  about: Cannot be performed with a model that does as it likes.
  steps: [{ says: "How do I take a hot backup?", model: [{ fails: down }] }]
  ends: { outcomes: [replied] }`;

  test("its answers are graded, pass^k is printed, and nothing of the owner's is opened", async () => {
    let asked = 0;
    // Every second time it is down: one run of two ends as the story says.
    const model = await startStubModel(() => (asked++ % 2 === 0 ? { pieces: ["Use marl-backup [backup-hot]."] } : { status: 500 }));
    const directory = mkdtempSync(join(tmpdir(), "standin-owner-"));
    const env = { MODEL: "gpt-4o-mini", OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: model.url, DATA_DIR: join(directory, "data") };
    const report = await rehearse({ env, root, stories: folderOf(STORY), runs: 2, live: true, secrets: false, say: () => undefined });
    model.done();
    await model.close();
    expect(report.leftOut).toEqual(["needs-a-broken-model"]);
    expect(report.stories).toMatchObject([{ name: "asks", answeredBy: "gpt-4o-mini", runs: 2, passed: 1 }]);
    expect(report.live?.passAllOf).toEqual([0.5, 0]);
    expect(summaryOf(report)).toEqual(expect.arrayContaining(["pass^1  50.0 %", "pass^2  0.0 %"]));
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });

  test("it is refused where there is none", async () => {
    const wish = { env: {}, root, stories: folderOf(STORY), runs: 1, secrets: false, say: () => undefined };
    await expect(rehearse({ ...wish, live: true })).rejects.toMatchObject({ code: "rehearsal_misused", message: expect.stringContaining("set MODEL") });
    await expect(rehearse({ ...wish, live: false, only: "nobody" })).rejects.toMatchObject({
      message: expect.stringContaining("There are: asks, needs-a-broken-model"),
    });
  });
});

test("pass^k is the unbiased share of stories that succeed k times in a row", () => {
  expect(passAllOf(1, [{ runs: 8, passed: 6 }])).toBeCloseTo(6 / 8);
  expect(passAllOf(2, [{ runs: 8, passed: 6 }])).toBeCloseTo(15 / 28); // C(6, 2) / C(8, 2)
  expect(passAllOf(8, [{ runs: 8, passed: 7 }])).toBe(0);
  expect(passAllOf(3, [{ runs: 5, passed: 5 }, { runs: 5, passed: 3 }])).toBeCloseTo((1 + 1 / 10) / 2); // prettier-ignore
  expect(() => passAllOf(3, [{ runs: 2, passed: 2 }])).toThrow(RangeError);
});

test("requests are compared one by one, as far as both were asked", () => {
  const story = { steps: [{}, {}, {}] } as never;
  const one = { story, asked: [{ step: 1, sent: "a" }, { step: 2, sent: "b" }, { step: 2, sent: "c" }, { step: 3, sent: "d" }] } as never; // prettier-ignore
  const other = {
    story,
    asked: [
      { step: 1, sent: "a" },
      { step: 2, sent: "B" },
      { step: 3, sent: "x" },
    ],
  } as never;
  expect(compareRequests(one, other)).toEqual({ compared: 2, differing: [{ step: 2, number: 1, here: "b", there: "B" }] });
});
