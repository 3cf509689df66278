import { z } from "zod";
import type { ToolCall, ToolSpec } from "../models/model.ts";

/** What a tool may do in a turn. It never sees or takes a customer's id: the turn is the customer's. */
export interface ToolDesk {
  searchKnowledge(query: string): string;
  /** What was decided about the product, the same for everybody. */
  roadmap(query: string): string;
  /** Records that a person is asked for; policy decides later, and the server says what came of it. */
  requestHuman(reason: "request" | "security" | "data_loss" | "danger" | "legal" | "outage"): void;
  /** Records that the question is to be kept. */
  askLater(): void;
  /** Keeps a fact about the contact or its company, if policy lets it. */
  remember(fact: string, about: "person" | "company", confidence: "said" | "noticed"): void;
  /** Forgets what the words mean, of what this contact told us. */
  forget(words: string): void;
  /** Records that the contact wants to hear from us at a moment, told in plain English or as a date. */
  followUp(when: string, what: string): void;
  /** Records that the contact wants to be told news on what they asked about, or no more of it. */
  news(wish: "tell" | "stop"): void;
  /** Records that the contact's own contract is asked about. */
  myAccount(): void;
  /** Records that the contact asks what became of what is still open. */
  openTickets(): void;
}

/** A tool: a typed input, and what the model gets back. */
export interface Tool {
  name: string;
  spec: ToolSpec;
  /** Runs with arguments as the model wrote them; wrong ones are told to the model, never thrown. */
  run(argumentsText: string, desk: ToolDesk): string;
}

export function defineTool<Input extends z.ZodObject>(given: {
  name: string;
  description: string;
  input: Input;
  run: (input: z.output<Input>, desk: ToolDesk) => unknown;
}): Tool {
  const { $schema: _dialect, ...parameters } = z.toJSONSchema(given.input) as Record<string, unknown>;
  return {
    name: given.name,
    spec: { name: given.name, description: given.description, parameters },
    run(argumentsText, desk) {
      const parsed = given.input.safeParse(parse(argumentsText));
      if (!parsed.success)
        return JSON.stringify({
          error: `wrong arguments: ${parsed.error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("; ")}`,
        });
      const result = given.run(parsed.data, desk);
      return typeof result === "string" ? result : JSON.stringify(result);
    },
  };
}

const MAX_ARGUMENTS = 8 * 1024; // a query or a reason; more is nonsense

/** A call as the model is reminded of it: nonsense is not sent back, and not paid for again with every step. */
export function asRemembered(call: ToolCall): ToolCall {
  return parse(call.arguments) === undefined ? { ...call, arguments: "{}" } : call;
}

/** The arguments of a tool outside, unchecked; undefined where they are no object. */
export function argumentsIn(text: string): Record<string, unknown> | undefined {
  const given = parse(text);
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : undefined;
}

function parse(text: string): unknown {
  if (text.trim() === "") return {};
  if (text.length > MAX_ARGUMENTS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
