import type { Phone } from "../care/index.ts";
import type { Questions, Reminders } from "../conversations/index.ts";
import type { Consents } from "../customers/index.ts";
import type { Escalations } from "../escalations/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { DiscountWords } from "./discount.ts";
import type { Initiative } from "./initiative/initiative.ts";
import type { MemoryRooms } from "./memory/memory.ts";
import type { Mood } from "./mood/signs.ts";
import type { OutsideRooms } from "./outside.ts";
import type { Prompt, PromptFile } from "./prompts.ts";
import type { StepRooms } from "./steps.ts";
import type { Texts } from "./texts.ts";

/** What the avatar needs of the house. */
export type AvatarRooms = StepRooms & {
  knowledge: Knowledge;
  questions: Questions;
  reminders: Reminders;
  consents: Consents;
  /** our calls to people, which somebody may not want */
  calls: Pick<Phone, "neverAgain">;
  initiative: Pick<Initiative, "write">;
  escalations: Escalations;
  texts: Texts;
  /** what the model is told of itself, as the rulebook in force has it */
  prompt: () => Prompt;
  /** what the model is told when its draft was refused */
  again: PromptFile<"reasons">;
  /** what the model is told of the tone, when a contact seems frustrated or in a hurry */
  tones: Readonly<Record<Mood, string>>;
  /** what must never go out, of this customer and of all others; the same array until it changes */
  internal: (customer: string) => Promise<readonly string[]>;
  /** addresses that a reply may link to */
  links: () => readonly string[];
  person: MemoryRooms["person"];
  /** the systems outside that the owner lets it ask, and what the service fills in there */
  toolServers: OutsideRooms["toolServers"];
  externalId: OutsideRooms["externalId"];
  /** what a contact's own contract contains, in reviewed words */
  account: (customer: string, locale: string) => Promise<string>;
  /** what a contact's own no-claims discount is, when they ask for it or object to it */
  discount: DiscountWords;
  /** what is still open of a contact, in reviewed words */
  tickets: (customer: string, contact: string, locale: string) => Promise<string>;
};
