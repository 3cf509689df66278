import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { Stories, type Story } from "./story.ts";

/** Stories that cannot be read; each line of `message` names file, line, place and remedy. */
export class StoriesBroken extends Error {
  readonly code = "stories_broken";
}

const MOST_TOLD = 20;

/**
 * Reads every `*.yaml` of a folder, in the order of the names.
 * @throws StoriesBroken
 */
export async function readStories(directory: string): Promise<Story[]> {
  const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new StoriesBroken(`There is no folder ${directory}. Name the folder of your stories with --stories.`);
  });
  const stories: (Story & { place: string })[] = [];
  const problems: string[] = [];
  for (const file of files.filter((one) => one.endsWith(".yaml")).toSorted()) {
    const read = readFileOf(await readFile(join(directory, file), "utf8"), join(directory, file));
    problems.push(...read.problems);
    stories.push(...read.stories);
  }
  for (const [name, twins] of Map.groupBy(stories, (story) => story.name)) {
    const [, second] = twins;
    if (second) problems.push(`${second.place}  name: "${name}" is the name of another story, too. Give this one a name of its own.`);
  }
  if (problems.length === 0 && stories.length === 0)
    problems.push(`${directory} has no stories. Put a file such as ours.yaml there; the manual page on rehearsing has one.`);
  const more = problems.length > MOST_TOLD ? [`… and ${problems.length - MOST_TOLD} more`] : [];
  if (problems.length > 0) throw new StoriesBroken([...problems.slice(0, MOST_TOLD), ...more].join("\n"));
  return stories.map(({ place: _place, ...story }) => story);
}

function readFileOf(text: string, file: string): { stories: (Story & { place: string })[]; problems: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first) {
    const { line, col } = lines.linePos(first.pos[0]);
    return {
      stories: [],
      problems: [`${file}:${line}:${col}  this is not YAML: ${first.message.replace(/\s+/g, " ")} Put a text with a colon or a quote in it in quotes.`],
    };
  }
  const at = (path: readonly PropertyKey[]) => placeOf(document, lines, path);
  const checked = Stories.safeParse(document.toJS());
  if (!checked.success) return { stories: [], problems: checked.error.issues.flatMap((issue) => told(issue, file, at)) };
  return { stories: checked.data.map((story, i) => ({ ...story, place: `${file}:${at([i, "name"])}` })), problems: [] };
}

/** `line:column` of what stands at a path, or of the nearest thing around it. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return `${line}:${col}`;
  }
  return "1:1";
}

function told(issue: z.core.$ZodIssue, file: string, at: (path: readonly PropertyKey[]) => string): string[] {
  const where = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  const line = (what: string) => `${file}:${at(issue.path)}  ${where}${what}`;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => line(`there is no "${key}" here. Take it away, or look its name up on the manual page on rehearsing.`));
  // Of several shapes, the one that is no mere word is meant.
  if (issue.code === "invalid_union") {
    const inner = issue.errors.at(-1) ?? [];
    return inner.flatMap((one) => told({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue, file, at));
  }
  if (issue.code === "invalid_value") return [line(`must be one of ${issue.values.map(String).join(", ")}. Write one of these.`)];
  if (issue.code === "invalid_type") return [line(`must be ${article(issue.expected)}. Add it, or write it as the manual page on rehearsing shows.`)];
  if (issue.code === "too_small") return [line("must not be empty. Write something, or take the line away.")];
  return [line(`${issue.message}.`)];
}

function article(expected: string): string {
  if (expected === "array") return 'a list, with "- " before each entry';
  if (expected === "object") return "a section of indented lines";
  return expected === "string" ? "a text" : `a ${expected}`;
}
