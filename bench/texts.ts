/** What is asked and answered in the bench: plain support talk, so that search, gate and safety rules read what they read every day. */

/** Each turn asks one of these, with its number: no two questions of a run are the same, no search is a remembered one. */
const QUESTIONS = [
  "whats the apt line to get marl on a fresh debian 12 box",
  "Which uid does your container run as? I get permission denied on the bind mount.",
  "Which settings need a restart and for which ones is a reload sufficient?",
  "how do i swap the server certificate before it expires without kicking everybody out",
  "I'd like it to save itself every night and throw away the old copies after two weeks",
  "our standby is minutes behind, how do I see if it's the network or the disk",
  "How much RAM should I give to the page cache on a dedicated machine with 32 GB?",
  "What is a sensible pool size for each of our app processes?",
];

export function question(turn: number): string {
  return `${QUESTIONS[turn % QUESTIONS.length]} (ticket ${turn})`;
}

const REPLY =
  "You can change this in the configuration file of the server. Open it, look for the section with that name, and write the new value there. " +
  "Then reload the server; the log says in one line whether the new value is in force, and which one it was before that.";

/** The model's reply as its 50 tokens. */
export const REPLY_TOKENS: readonly string[] = REPLY.split(/(?<=\s)/);

/** Occurs in the reply, and in nothing that a fallback would say. */
export const REPLY_MARK = "the log says in one line";

/** In a question: the model is to call a tool before it answers. */
export const LOOK_IT_UP = "Please look it up.";

/** What a contact has told once and for all, and its words that occur nowhere else. */
export const FACT_MARK = "heron fourteen";
export const FACTS = [
  "Please remember that our main server is called heron fourteen.",
  "Please remember that we run version 4.3.2 on Debian 12.",
  "Please remember that our backups are written to /srv/copies every night.",
  "Please remember that we use the Java driver with Spring.",
  "Please remember that our machine has 32 GB of memory and eight cores.",
];
