import { memoryWish } from "./memory/asked.ts";
import { QUESTION } from "./reminders/asked.ts";

const SENTENCE = /[^.!?。！？؟\n]+[.!?。！？؟]*/gu;

/**
 * "Remind me tomorrow at 9 to renew. How do I restore a backup?": the question that stands in a message beside what is done for it;
 * empty where there is none. Only one that begins as questions do is taken for it: "is that possible?" belongs to the wish.
 */
export function questionBeside(message: string): string {
  const sentences = message.match(SENTENCE) ?? [];
  const asking = sentences.slice(sentences.length > 1 ? 0 : 1).filter((one) => /[?？؟]\s*$/u.test(one) && QUESTION.test(one) && !memoryWish(one));
  return asking.join(" ").trim();
}
