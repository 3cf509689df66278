import { z } from "zod";
import { colour, language, line, oneOf } from "./fields.ts";

/** Who the avatar is: name, manner and looks. What of it a model is told is decided in `avatar/persona.ts`. */

const MOST_LANGUAGES = 20;
const MOST_TOPICS = 12;

/** How it is drawn. The web pages draw the same face when they cannot ask for it (`web/shared/face.ts`). */
const face = z
  .strictObject({
    skin: colour("#cfeae3").default("#cfeae3"),
    hair: oneOf(["bob", "short", "long", "bun", "curls", "scarf", "none"]).default("bob"),
    hairColour: colour("#0f5144").default("#0f5144"),
    clothes: oneOf(["jumper", "shirt", "hoodie", "blazer"]).default("jumper"),
    clothesColour: colour("#ef8e6c").default("#ef8e6c"),
    glasses: oneOf(["none", "round", "square"]).default("none"),
    background: colour("#8ac5b4").default("#8ac5b4"),
  })
  .prefault({});

export const persona = z.strictObject({
  name: line("the avatar's name", "Marla", 40),
  pronouns: line("the avatar's pronouns", "she/her", 40),
  /** the first one is written where nobody can tell which one the contact wants */
  languages: z.array(language()).min(1).max(MOST_LANGUAGES),
  tone: line("how it speaks, in a few words (at most 120 letters)", "warm, brief and exact", 120).default("warm, brief and exact"),
  /** topics; a word or a few each, because they are read with every message */
  avoids: z
    .array(line("a topic in a few words (at most 60 letters)", "party politics", 60))
    .max(MOST_TOPICS)
    .default([]),
  face,
});
