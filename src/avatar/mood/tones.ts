import { loadPrompt } from "../prompts.ts";
import type { Mood } from "./signs.ts";

/** What a model is told of the tone: `prompts/mood-*.md`. It is about how to say it, never about what. */
export async function loadTones(directory: string): Promise<Readonly<Record<Mood, string>>> {
  const [frustrated, hurry] = await Promise.all([loadPrompt(directory, "mood-frustrated", []), loadPrompt(directory, "mood-hurry", [])]);
  return { frustrated: frustrated.fill({}).text, hurry: hurry.fill({}).text };
}
