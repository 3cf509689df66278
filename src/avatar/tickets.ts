import type { Questions } from "../conversations/index.ts";
import type { Escalations } from "../escalations/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Texts } from "./texts.ts";

const MOST = 6;
const QUOTED = 80; // characters of a question: enough to know it again

export type TicketRooms = { questions: Pick<Questions, "openOf">; escalations: Pick<Escalations, "openFor">; texts: Texts; clock: Clock };

/** What is still open of one contact with its dates, in reviewed words: asked by the contact, and told to nobody else. */
export function createTicketWords({ questions, escalations, texts, clock }: TicketRooms) {
  return async (customer: string, contact: string, locale: string): Promise<string> => {
    const now = clock.now();
    const [asked, requests] = await Promise.all([questions.openOf(customer, contact), escalations.openFor(customer, contact)]);
    // A request that ended in a kept question is told once, with the date of that.
    const kept = new Set(asked.map(({ escalation }) => escalation));
    const lines = [
      ...requests.filter(({ id, verdict }) => verdict !== "deferred" && !kept.has(id)).map((one) => ({ at: one.created_at, text: request(one) })),
      ...asked.map(({ text, created_at, due_at }) => ({
        at: created_at,
        text: texts.render(due_at > now ? "status_question" : "status_question_late", locale, {
          text: shortened(text),
          asked: created_at,
          ...(due_at > now ? { due: due_at } : {}),
        }),
      })),
    ];
    if (lines.length === 0) return texts.render("status_none", locale);
    return lines
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .slice(-MOST)
      .map(({ text }) => text)
      .join("\n\n");

    function request({ state, verdict, claimed_name, created_at, due_at }: Awaited<ReturnType<Escalations["openFor"]>>[number]): string {
      if (state === "claimed" && claimed_name) return texts.render("status_claimed", locale, { name: claimed_name, asked: created_at });
      if (verdict === "overridden") return texts.render("status_alerted", locale, { asked: created_at });
      if (due_at && due_at > now) return texts.render("status_waiting", locale, { asked: created_at, due: due_at });
      return texts.render("status_waiting_late", locale, { asked: created_at });
    }
  };
}

/** The beginning of what was asked, on one line. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= QUOTED
    ? line
    : `${line
        .slice(0, QUOTED)
        .toWellFormed()
        .replace(/\u{fffd}$/u, "")
        .trim()}…`;
}
