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

/** What the avatar is told. `hash` is that of the file; it is stored with every turn. */
export type Prompt = { text: string; hash: string };

/** A prompt's file, checked. What goes into it may change while the service runs. */
export type PromptFile<Variable extends string> = { hash: string; fill(values: Record<Variable, string>): Prompt };

/** Loads `{directory}/{name}.md`. A variable that the service does not give is an error. */
export async function loadPrompt<const Variable extends string>(directory: string, name: string, given: readonly Variable[]): Promise<PromptFile<Variable>> {
  const file = join(directory, `${name}.md`);
  const source = await readFile(file, "utf8").catch((cause: Error) => {
    throw new PromptBroken(`${file} cannot be read (${cause.message}). Put it back, or point PROMPTS_DIR to where the prompts are.`, { cause });
  });
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!match) throw new PromptBroken(`${file} has no front matter; begin it with ---, name, version, variables, ---.`);
  const front = FrontMatter.safeParse(parse(match[1] as string));
  if (!front.success) throw new PromptBroken(`${file}: ${front.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  const body = (match[2] as string).trim();
  const used = [...body.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
  const unknown = [...used, ...front.data.variables].find((variable) => !(given as readonly string[]).includes(variable));
  if (unknown !== undefined) throw new PromptBroken(`${file} uses {${unknown}}, which the service does not give. Known: ${given.join(", ")}.`);
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 16);
  // In one pass, so that a value with braces of its own stays what the owner wrote.
  return { hash, fill: (values) => ({ hash, text: body.replace(/\{(\w+)\}/g, (_whole, variable: string) => values[variable as Variable]) }) };
}
