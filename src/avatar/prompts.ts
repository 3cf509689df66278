import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const FrontMatter = z.object({ name: z.string(), version: z.number().int(), variables: z.array(z.string()) });

/** A prompt file that cannot be used; `message` names file and remedy. */
export class PromptBroken extends Error {
  readonly code = "prompt_broken";
}

/** What the avatar is told. `hash` is stored with every turn. */
export type Prompt = { text: string; hash: string };

/** Loads `{directory}/{name}.md` and fills in its variables. Names that are missing on either side are errors. */
export async function loadPrompt(directory: string, name: string, values: Record<string, string>): Promise<Prompt> {
  const file = join(directory, `${name}.md`);
  const source = await readFile(file, "utf8").catch((cause: Error) => {
    throw new PromptBroken(`${file} cannot be read (${cause.message}). Put it back, or point PROMPTS_DIR to where the prompts are.`, { cause });
  });
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!match) throw new PromptBroken(`${file} has no front matter; begin it with ---, name, version, variables, ---.`);
  const front = FrontMatter.safeParse(parse(match[1] as string));
  if (!front.success) throw new PromptBroken(`${file}: ${front.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  const body = (match[2] as string).trim();
  const used = [...new Set([...body.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string))];
  const unknown = [...used, ...front.data.variables].filter((variable) => !(variable in values));
  if (unknown.length > 0) throw new PromptBroken(`${file} uses {${unknown[0]}}, which the service does not give. Known: ${Object.keys(values).join(", ")}.`);
  const text = body.replace(/\{(\w+)\}/g, (_whole, variable: string) => values[variable] ?? "");
  return { text, hash: createHash("sha256").update(source).digest("hex").slice(0, 16) };
}
