import { formatMoney } from "../ledger/index.ts";
import { loadSettings } from "../platform/config.ts";
import { grade } from "./grade.ts";
import { passAllOf } from "./pass.ts";
import { perform, type Performance } from "./perform.ts";
import { readStories } from "./read.ts";
import { AMONG_OTHERS, AS_WRITTEN, compareRequests, type Secrets } from "./secrets.ts";
import { openStage, type Cast, type Stage } from "./stage.ts";
import { canBeLive, type Story } from "./story.ts";

export type Wish = {
  env: Record<string, string | undefined>;
  /** the folder of the repository, with a slash at its end */
  root: string;
  stories: string;
  runs: number;
  only?: string | undefined;
  live: boolean;
  /** perform each story once more among other secrets, and compare what the model was sent */
  secrets: boolean;
  /** one line of what is going on */
  say(line: string): void;
};

export type StoryResult = {
  name: string;
  answeredBy: string;
  runs: number;
  passed: number;
  /** of all runs, each once */
  misses: string[];
  /** what the story excuses: it is known not to hold yet */
  known: string[];
  /** of one conversation, on average */
  cost: { amount: string; currency: string };
  messages: number;
};

export type RehearsalReport = {
  ok: boolean;
  stories: StoryResult[];
  leftOut: string[];
  cost: { amount: string; currency: string; conversations: number; each: string };
  /** drafts that the story says may go out, and those of them that the gate refused */
  good: { drafts: number; refused: number };
  bad: { drafts: number; passed: number };
  /** with a live model nobody has said beforehand what is good */
  live?: { drafts: number; refused: number; passAllOf: number[] };
  secrets?: { requests: number; differing: number };
};

/** The rehearsal cannot begin as it was asked for. */
export class RehearsalMisused extends Error {
  readonly code = "rehearsal_misused";
}

const MOST_K = 8;

/** Performs the stories of a folder with the owner's rulebook, pages and prompts, and grades how each has ended. */
export async function rehearse(wish: Wish): Promise<RehearsalReport> {
  const { settings } = loadSettings(wish.env, {});
  if (wish.live && (settings.MODEL === undefined || settings.MODEL === "built-in"))
    throw new RehearsalMisused(
      "--live needs a model of your own: set MODEL and OPENAI_API_KEY (or OPENAI_BASE_URL). Without --live the stories bring their own answers.",
    );
  const all = await readStories(wish.stories);
  const wanted = all.filter(({ name }) => wish.only === undefined || name === wish.only);
  if (wanted.length === 0)
    throw new RehearsalMisused(`There is no story ${wish.only} in ${wish.stories}. There are: ${all.map(({ name }) => name).join(", ")}.`);
  const performed = wanted.filter((story) => !wish.live || canBeLive(story));
  const leftOut = wanted.filter((story) => !performed.includes(story)).map(({ name }) => name);
  const stage = await openStage(settings, wish.root);
  try {
    return { ...(await performAll(stage, performed, wish)), leftOut };
  } finally {
    await stage.close();
  }
}

/** On a stage that stands already. */
export async function performAll(stage: Stage, stories: Story[], wish: Pick<Wish, "runs" | "live" | "secrets" | "say">): Promise<RehearsalReport> {
  const results: StoryResult[] = [];
  const done: Performance[] = [];
  const compared = { requests: 0, differing: 0 };
  for (const [i, story] of stories.entries()) {
    const cast: Cast = wish.live ? "live" : story.model;
    const misses = new Set<string>();
    const known = new Set<string>();
    const runs: Performance[] = [];
    let passed = 0;
    for (let run = 0; run < wish.runs; run++) {
      const performance = await attempt(stage, story, cast, AS_WRITTEN);
      const found = typeof performance === "string" ? { misses: [performance], known: [] } : grade(performance, cast);
      if (found.misses.length === 0) passed++;
      for (const miss of found.misses) misses.add(miss);
      for (const miss of found.known) known.add(miss);
      if (typeof performance !== "string") runs.push(performance);
    }
    const [first] = runs;
    if (wish.secrets && first && cast === "script") {
      const { requests, differing } = await amongOthers(stage, first);
      compared.requests += requests;
      compared.differing += differing.length;
      for (const miss of differing) misses.add(miss);
      if (differing.length > 0) passed = 0;
    }
    done.push(...runs);
    const result = resultOf(story, runs, { of: wish.runs, passed, misses: [...misses], known: [...known] });
    results.push(result);
    wish.say(lineOf(result, i + 1, stories.length));
  }
  return reportOf(results, done, wish.live ? wish.runs : 0, wish.secrets ? compared : undefined);
}

/** A story that cannot be performed is one that has not ended as it says; the others go on. */
async function attempt(stage: Stage, story: Story, cast: Cast, secrets: Secrets): Promise<Performance | string> {
  try {
    return await perform(stage, story, cast, secrets);
  } catch (error) {
    return error instanceof Error && "code" in error
      ? error.message
      : `it broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

async function amongOthers(stage: Stage, first: Performance): Promise<{ requests: number; differing: string[] }> {
  const other = await attempt(stage, first.story, "script", AMONG_OTHERS);
  if (typeof other === "string") return { requests: 0, differing: [`among other secrets: ${other}`] };
  const { compared, differing } = compareRequests(first, other);
  const told = differing.map(({ step, number }) => `step ${step}: request ${number} to the model depends on plan, fee, notes or other customers`);
  return { requests: compared, differing: [...told, ...other.broken.map((one) => `among other secrets: ${one}`)] };
}

function resultOf(story: Story, runs: Performance[], { of, ...found }: { of: number; passed: number; misses: string[]; known: string[] }): StoryResult {
  const [first] = runs;
  const total = runs.reduce((sum, { cost }) => sum + cost, 0n);
  return {
    name: story.name,
    answeredBy: first?.model ?? "nobody",
    runs: of,
    ...found,
    cost: { amount: formatMoney(total / BigInt(Math.max(1, runs.length))), currency: first?.currency ?? "" },
    messages: first?.ending.outcomes.length ?? 0,
  };
}

function reportOf(stories: StoryResult[], done: Performance[], liveRuns: number, secrets: RehearsalReport["secrets"]): RehearsalReport {
  const drafts = done.flatMap((one) => one.drafts);
  const good = drafts.filter(({ scripted }) => scripted === "good");
  const bad = drafts.filter(({ scripted }) => scripted === "bad");
  const total = done.reduce((sum, { cost }) => sum + cost, 0n);
  const currency = done[0]?.currency ?? "EUR";
  const refused = drafts.filter((draft) => draft.refused).length;
  const most = Math.min(MOST_K, liveRuns);
  return {
    ok: stories.every(({ runs, passed }) => runs === passed),
    stories,
    leftOut: [],
    cost: { amount: formatMoney(total), currency, conversations: done.length, each: formatMoney(total / BigInt(Math.max(1, done.length))) },
    good: { drafts: good.length, refused: good.filter((draft) => draft.refused).length },
    bad: { drafts: bad.length, passed: bad.filter((draft) => !draft.refused).length },
    ...(liveRuns > 0 && { live: { drafts: drafts.length, refused, passAllOf: Array.from({ length: most }, (_, i) => passAllOf(i + 1, stories)) } }),
    ...(secrets && { secrets }),
  };
}

function lineOf({ name, runs, passed, misses, known, messages, cost }: StoryResult, number: number, of: number): string {
  const times = runs === 1 ? "" : ` ${passed}/${runs}`;
  const head = `${passed === runs ? "ok    " : "MISSED"}${times}  ${String(number).padStart(String(of).length)}/${of}  ${name.padEnd(28)} ${String(messages).padStart(2)} messages  ${cost.amount} ${cost.currency}`;
  return [head, ...misses.map((miss) => `          ${miss}`), ...known.map((miss) => `          known: ${miss}`)].join("\n");
}

/** What the whole rehearsal comes to, for people. */
export function summaryOf(report: RehearsalReport): string[] {
  const { stories, cost, good, bad, live, secrets, leftOut } = report;
  const passed = stories.filter((story) => story.passed === story.runs).length;
  const known = stories.filter((story) => story.known.length > 0);
  const lines = ["", `${passed} of ${stories.length} stories ended as they say.`];
  if (known.length > 0) lines.push(`In ${known.length} of them something is known not to hold yet: ${known.map(({ name }) => name).join(", ")}.`);
  if (leftOut.length > 0) lines.push(`Left out, because they need a model that does what it is told: ${leftOut.join(", ")}.`);
  lines.push(`${cost.conversations} conversations cost ${cost.amount} ${cost.currency}, ${cost.each} each.`);
  if (live) {
    lines.push(`The gate refused ${live.refused} of ${live.drafts} drafts.`);
    live.passAllOf.forEach((share, i) => lines.push(`pass^${i + 1}  ${(100 * share).toFixed(1)} %`));
  } else {
    lines.push(`The gate refused ${good.refused} of ${good.drafts} good answers (over-blocking), and let ${bad.passed} of ${bad.drafts} bad drafts through.`);
  }
  if (secrets) lines.push(`Among other secrets ${secrets.differing} of ${secrets.requests} requests to the model were different.`);
  return lines;
}
