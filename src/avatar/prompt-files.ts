import { loadTones } from "./mood/tones.ts";
import { loadPersonaPrompt } from "./persona.ts";
import { loadPrompt } from "./prompts.ts";

/** All that a model is ever told by us: the files of `prompts/`, each checked when the service starts. */
export async function loadPrompts(directory: string) {
  const [persona, again, tones, summary, reflection] = await Promise.all([
    loadPersonaPrompt(directory),
    loadPrompt(directory, "again", ["reasons"]),
    loadTones(directory),
    loadPrompt(directory, "summary", []),
    loadPrompt(directory, "reflection", []),
  ]);
  return { persona, again, tones, summary, reflection };
}
