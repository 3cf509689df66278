import type { Book } from "../rulebook/index.ts";
import { loadPrompt, type Prompt } from "./prompts.ts";

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** The variables of `prompts/avatar.md`. No plan, budget, date or outcome may ever be one. */
const VARIABLES = ["name", "pronouns", "business", "languages", "tone", "avoids", "links", "marker"] as const;

/** What the prompt is told beside the persona: where a reply may link to, and the mark by which the gate knows the prompt again. */
export type Surroundings = { links: readonly string[]; marker: string };

/**
 * Who the avatar is, as the model is told: `prompts/avatar.md`, filled in with the persona of a rulebook. The face stays
 * outside, a model has no use for it. The same book gives the same bytes.
 */
export async function loadPersonaPrompt(directory: string): Promise<(book: Pick<Book, "persona" | "business">, around: Surroundings) => Prompt> {
  const file = await loadPrompt(directory, "avatar", VARIABLES);
  return ({ persona: { name, pronouns, languages, tone, avoids }, business }, { links, marker }) =>
    file.fill({
      name,
      pronouns,
      business: business.name,
      languages: languages.map((code) => LANGUAGES.of(code)).join(", "),
      // The prompt ends the sentence itself.
      tone: tone.replace(/[\s.]+$/, ""),
      avoids: avoids.join(", ") || "none",
      links: links.join(", "),
      marker,
    });
}
