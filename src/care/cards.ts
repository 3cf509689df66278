import type { AlertCard } from "../conversations/channel.ts";
import type { Outbox, Sending } from "../conversations/index.ts";
import type { Counts } from "../policies/index.ts";

/** How an alert reads, in the list and on every way that reaches staff. */

type Kind = "limit" | "calls" | "usual" | "usual_calls" | "group" | "question" | "overdue" | "delivery" | "usage" | "broken" | "tool" | "objection";
export type AlertText = `alert_${Kind}_${"title" | "text"}` | "alert_may" | "alert_may_calls";
/** The words for people, from reviewed texts. */
export type Say = (key: AlertText, locale: string | null, vars: Record<string, string | number | Date>) => string;
export type Detail = Record<string, string | number>;

/** What was counted, with where it can be read. `about`: a topic or an error code; null: a call. */
export type CountedThing = { id: string; at: string; about: string | null; conversation: string | null };

/** What people may do about it; nothing of it is done by itself. */
export type May = "training" | "page" | "plan" | "calls" | "person";
export const MAY: Record<Counts, readonly May[]> = {
  episodes: ["training", "page", "plan", "person"],
  organised_calls: ["calls", "training", "plan", "person"],
};

/** An alert as it is to be told. `counted`: of alerts on calls; an event has none. */
export type Told = {
  id: string;
  rule: string;
  customer: { id: string; name: string } | null;
  value: number;
  limit: number;
  page: string;
  detail: Detail;
  at: Date;
  counted?: CountedThing[];
};

const EVENTS: Record<string, Kind> = {
  "question.due": "question",
  "escalation.overdue": "overdue",
  "delivery.unknown": "delivery",
  "model.usage": "usage",
  "model.broken": "broken",
  "tool.changed": "tool",
  "no-claims.objection": "objection",
};
const MOST_LINES = 10; // of what was counted: the console has them all
const MOST_NAMES = 5; // of a bundle

export function createCards(rooms: { outbox: Outbox; say: Say; ways: () => string[]; publicUrl: string }) {
  const { outbox, say, publicUrl } = rooms;

  function words(part: "title" | "text", rule: string, customer: string, value: string | number, limit: string | number, detail: Detail): string {
    const due = typeof detail["due"] === "string" ? { due: new Date(detail["due"]) } : {};
    return say(`alert_${EVENTS[rule] ?? callKind(detail)}_${part}`, null, { customer, value: Number(value), limit: Number(limit), ...detail, ...due });
  }

  function cardOf({ id, rule, customer, value, limit, page, detail, at, counted }: Told): AlertCard {
    const name = customer?.name ?? "";
    const title = words("title", rule, name, value, limit, detail);
    const text = words("text", rule, name, value, limit, detail);
    const base = { id, rule, title, url: `${publicUrl}${page}`, at: at.toISOString() };
    const data = { customer: customer?.id ?? null, value, limit, ...detail };
    if (!counted) return { ...base, text, data };
    const counts = countsOf(detail);
    const offer = say(counts === "episodes" ? "alert_may" : "alert_may_calls", null, {});
    const linked = counted.map((thing) => ({ ...thing, url: linkTo(thing) }));
    return { ...base, text: [text, lines(linked), offer].filter((block) => block !== "").join("\n\n"), data: { ...data, counted: linked, may: MAY[counts] } };
  }

  /** Several customers at once are one notice: what has happened to all of them is seldom about each. */
  function bundleOf(all: Told[], now: Date): AlertCard {
    const [first] = all as [Told];
    const names = all.map(({ customer }) => customer?.name ?? "");
    const more = names.length > MOST_NAMES ? `, + ${names.length - MOST_NAMES}` : "";
    const vars = { count: all.length, customers: names.slice(0, MOST_NAMES).join(", ") + more };
    const [title, text] = [say("alert_group_title", null, vars), say("alert_group_text", null, vars)];
    const alerts = all.map(({ id, customer, value, limit, detail, counted = [] }) => ({
      id,
      customer: customer?.id ?? null,
      value,
      limit,
      ...detail,
      counted: counted.map((thing) => ({ ...thing, url: linkTo(thing) })),
    }));
    const offer = say(countsOf(first.detail) === "episodes" ? "alert_may" : "alert_may_calls", null, {});
    const data = { customer: null, customers: all.map(({ customer }) => customer?.id ?? null), alerts, may: MAY[countsOf(first.detail)] };
    return { id: first.id, rule: first.rule, title, text: `${text}\n\n${offer}`, url: `${publicUrl}/console/alerts`, at: now.toISOString(), data };
  }

  function lines(counted: (CountedThing & { url: string | null })[]): string {
    const shown = counted
      .slice(-MOST_LINES)
      .map(({ at, about, url }) => `- ${at.slice(0, 10)}${about === null ? "" : ` ${about}`}${url === null ? "" : ` ${url}`}`);
    return [...(counted.length > MOST_LINES ? [`- … ${counted.length - MOST_LINES}`] : []), ...shown].join("\n");
  }

  function linkTo({ conversation }: CountedThing): string | null {
    return conversation === null ? null : `${publicUrl}/console/conversations/${conversation}`;
  }

  /** One sending for each way that reaches staff. */
  function send(card: AlertCard, at: Date, except: readonly string[] = []): Sending[] {
    const ways = rooms.ways().filter((way) => !except.includes(way));
    return outbox.notice(ways, { kind: "alert", card }, at);
  }

  return {
    words,
    notices: (told: Told, except: readonly string[] = []) => send(cardOf(told), told.at, except),
    /** One alert as it is, several in one. */
    together: (all: Told[], now: Date) => send(all.length === 1 ? cardOf(all[0] as Told) : bundleOf(all, now), now),
  };
}

export type Cards = ReturnType<typeof createCards>;

export function countsOf(detail: Detail): Counts {
  return detail["counts"] === "organised_calls" ? "organised_calls" : "episodes";
}

function callKind(detail: Detail): Kind {
  const usual = detail["expected"] !== undefined;
  if (countsOf(detail) === "episodes") return usual ? "usual" : "limit";
  return usual ? "usual_calls" : "calls";
}
