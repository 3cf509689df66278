import type { Questions } from "../conversations/index.ts";
import type { Escalations } from "../escalations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { MemoryRooms } from "./memory/memory.ts";
import type { Prompt, PromptFile } from "./prompts.ts";
import type { StepRooms } from "./steps.ts";
import type { Texts } from "./texts.ts";

/** What the avatar needs of the house. */
export type AvatarRooms = StepRooms & {
  knowledge: Knowledge;
  questions: Questions;
  escalations: Escalations;
  texts: Texts;
  /** what the model is told of itself, as the rulebook in force has it */
  prompt: () => Prompt;
  /** what the model is told when its draft was refused */
  again: PromptFile<"reasons">;
  /** what must never go out, of this customer and of all others; the same array until it changes */
  internal: (customer: string) => Promise<readonly string[]>;
  /** addresses that a reply may link to */
  links: () => readonly string[];
  person: MemoryRooms["person"];
  /** what a contact's own contract contains, in reviewed words */
  account: (customer: string, locale: string) => Promise<string>;
};
