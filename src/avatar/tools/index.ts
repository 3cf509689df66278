import { z } from "zod";
import { defineTool, type Tool } from "./tool.ts";

const searchKnowledge = defineTool({
  name: "search_knowledge",
  description: "Search the reference pages in other words. Returns pages with their ids.",
  input: z.object({ query: z.string().min(1).max(500) }),
  run: ({ query }, desk) => desk.searchKnowledge(query),
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

/** The tools of a turn, in a fixed order: the same bytes for everybody. */
export const tools: readonly Tool[] = [searchKnowledge, requestHuman, askLater, myAccount, remember, forget];
export { asRemembered } from "./tool.ts";
export type { Tool, ToolDesk } from "./tool.ts";
