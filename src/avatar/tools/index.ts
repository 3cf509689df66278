import { z } from "zod";
import { defineTool, type Tool } from "./tool.ts";

const searchKnowledge = defineTool({
  name: "search_knowledge",
  description: "Search the reference pages in other words. Returns pages with their ids.",
  input: z.object({ query: z.string().min(1).max(500) }),
  run: ({ query }, desk) => desk.searchKnowledge(query),
});

const roadmap = defineTool({
  name: "roadmap",
  description: "Look up what was decided about the product: what is planned, being done, shipped or declined, and why. Returns pages with their ids.",
  input: z.object({ query: z.string().min(1).max(500) }),
  run: ({ query }, desk) => desk.roadmap(query),
});

const requestHuman = defineTool({
  name: "request_human",
  description: "Record that the customer asks for, or needs, a person. The service decides and tells the customer itself.",
  input: z.object({ reason: z.enum(["request", "security", "data_loss", "danger", "legal", "outage"]).default("request") }),
  run: ({ reason }, desk) => {
    desk.requestHuman(reason);
    return { recorded: true };
  },
});

const askLater = defineTool({
  name: "ask_later",
  description: "Record that this question has no answer yet, so that the service keeps it and comes back to the customer.",
  input: z.object({}),
  run: (_input, desk) => {
    desk.askLater();
    return { recorded: true };
  },
});

const myAccount = defineTool({
  name: "my_account",
  description: "Record that the customer asks about their own contract, plan or response times. The service writes the facts itself.",
  input: z.object({}),
  run: (_input, desk) => {
    desk.myAccount();
    return { recorded: true };
  },
});

const openTicketStatus = defineTool({
  name: "open_ticket_status",
  description: "Record that the customer asks what became of a question or request of theirs that is still open. The service writes the state itself.",
  input: z.object({}),
  run: (_input, desk) => {
    desk.openTickets();
    return { recorded: true };
  },
});

const remember = defineTool({
  name: "remember",
  description:
    "Note one lasting fact that the contact told about themselves or their setup, for later conversations. Never a secret, never a guess about a person.",
  input: z.object({
    fact: z.string().min(1).max(1_000),
    about: z.enum(["person", "company"]).default("person"),
    confidence: z.enum(["said", "noticed"]).default("said"),
  }),
  run: ({ fact, about, confidence }, desk) => {
    desk.remember(fact, about, confidence);
    return { recorded: true };
  },
});

const forget = defineTool({
  name: "forget",
  description: "Forget what the contact asks to have forgotten; say it in the contact's words. The service tells the contact what came of it.",
  input: z.object({ what: z.string().min(1).max(500) }),
  run: ({ what }, desk) => {
    desk.forget(what);
    return { recorded: true };
  },
});

const scheduleFollowUp = defineTool({
  name: "schedule_follow_up",
  description:
    "Record that the contact asks to be reminded, or to hear from us again, at a moment. Only when they ask for it. The service decides and tells them the date itself.",
  input: z.object({
    /** read by rule: a date or time, or plain English */
    when: z.string().min(1).max(100).describe('2026-12-01, 2026-12-01T09:00, or plain English: "tomorrow at 9", "on Monday", "in 3 days"'),
    what: z.string().trim().min(1).max(500).describe("what about, in the contact's own words"),
  }),
  run: ({ when, what }, desk) => {
    desk.followUp(when, what);
    return { recorded: true };
  },
});

const tellNews = defineTool({
  name: "tell_news",
  description:
    "Record that the contact asks to be told when there is news on what they asked about: when it is fixed, released or decided (wish: tell); or that they do not want to be written to unasked (wish: stop). Only when they say so. The service tells them what came of it.",
  input: z.object({ wish: z.enum(["tell", "stop"]) }),
  run: ({ wish }, desk) => {
    desk.news(wish);
    return { recorded: true };
  },
});

/** The tools of a turn, in a fixed order: the same bytes for everybody. */
export const tools: readonly Tool[] = [
  searchKnowledge,
  requestHuman,
  askLater,
  myAccount,
  remember,
  forget,
  scheduleFollowUp,
  openTicketStatus,
  roadmap,
  tellNews,
];
export { argumentsIn, asRemembered } from "./tool.ts";
export type { Tool, ToolDesk } from "./tool.ts";
