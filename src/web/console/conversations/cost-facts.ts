/** What a model step used, as far as its cost's facts tell; a call of a tool stands under its name, staff time has minutes. */
export type CostFacts = { model?: string; input?: number; output?: number; minutes?: number; estimated: boolean; status?: string };

type Facts = Record<string, unknown>;

/** Reads a cost's facts. Facts grow over time: what is missing is left out, nothing is guessed. */
export function readCostFacts(facts: Facts): CostFacts {
  const usage = isFacts(facts["usage"]) ? facts["usage"] : facts;
  const model = text(facts["model"]) ?? text(facts["tool"]);
  const status = text(facts["status"]);
  const input = count(usage, ["inputTokens", "input_tokens", "promptTokens", "prompt_tokens", "input"]);
  const output = count(usage, ["outputTokens", "output_tokens", "completionTokens", "completion_tokens", "output"]);
  const minutes = count(facts, ["billed", "billedMinutes", "minutes"]);
  return {
    estimated: facts["estimated"] === true,
    ...(model === undefined ? {} : { model }),
    ...(status === undefined ? {} : { status }),
    ...(input === undefined ? {} : { input }),
    ...(output === undefined ? {} : { output }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function count(facts: Facts, names: string[]): number | undefined {
  for (const name of names) {
    const value = facts[name];
    if (typeof value === "number" && Number.isFinite(value)) return value;
  }
  return undefined;
}
