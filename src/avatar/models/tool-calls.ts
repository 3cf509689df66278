import type { ToolCall } from "./model.ts";

const MAX_ARGUMENTS_CHARACTERS = 256 * 1024; // of all tool calls of a step; a query has a few words
const MAX_NAME_CHARACTERS = 200;
const MAX_TOOL_CALLS = 32;

/** A part of a tool call as a stream brings it. All of it may be missing or wrong. */
export type CallPart = { index?: unknown; id?: unknown; function?: { name?: unknown; arguments?: unknown } | null } | null;

/** Adds a part of a tool call to those that are known. Resolves to what is wrong with it. */
export function collect(calls: ToolCall[], part: CallPart): string | undefined {
  const index = typeof part?.index === "number" && Number.isInteger(part.index) && part.index >= 0 ? part.index : calls.length;
  if (index >= MAX_TOOL_CALLS) return "the model calls too many tools at once";
  while (calls.length <= index) calls.push({ id: `call_${calls.length}`, name: "", arguments: "" });
  const call = calls[index] as ToolCall;
  const id = part?.id;
  // Two calls of one name would be answered twice, and refused by the next endpoint.
  if (typeof id === "string" && id !== "" && id.length <= MAX_NAME_CHARACTERS && !calls.some((one) => one.id === id)) call.id = id.toWellFormed();
  if (typeof part?.function?.name === "string") call.name += part.function.name;
  if (typeof part?.function?.arguments === "string") call.arguments += part.function.arguments;
  if (call.name.length > MAX_NAME_CHARACTERS) return "a tool's name does not end";
  if (calls.reduce((sum, one) => sum + one.arguments.length, 0) > MAX_ARGUMENTS_CHARACTERS) return "a tool's arguments do not end";
  return undefined;
}
