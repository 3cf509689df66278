/** Tokens of one step. `cachedInput`, `cacheWrite` and `audioInput` are parts of `input`, `reasoning` and `audioOutput` of `output`. */
export type Usage = { input: number; cachedInput: number; cacheWrite: number; audioInput?: number; output: number; reasoning: number; audioOutput?: number };

/** What the step could have used at most, and whether words came out of it. */
export type UsageBounds = { requestBytes: number; maxOutputTokens: number; replyBytes?: number };

export type UsageProblem = "missing" | "not_whole_numbers" | "parts_exceed_whole" | "too_little" | "too_much_input" | "too_much_output";

export type CheckedUsage = { ok: true; usage: Usage } | { ok: false; problem: UsageProblem };

/**
 * Reads the usage object of an OpenAI-compatible endpoint and believes it only within what was possible: no token
 * without a byte of the request, no more output than was asked for, no reply for nothing. What is not believed is
 * settled at the ceiling and marked estimated.
 */
export function credibleUsage(raw: unknown, bounds: UsageBounds): CheckedUsage {
  if (!isObject(raw)) return { ok: false, problem: "missing" };
  const inputDetails = part(raw, "prompt_tokens_details") ?? part(raw, "input_tokens_details");
  const outputDetails = part(raw, "completion_tokens_details") ?? part(raw, "output_tokens_details");
  const input = raw["prompt_tokens"] ?? raw["input_tokens"];
  const said = raw["completion_tokens"] ?? raw["output_tokens"];
  if (input === undefined || said === undefined) return { ok: false, problem: "missing" };
  const numbers = {
    input,
    said,
    total: raw["total_tokens"] ?? 0,
    // DeepSeek counts cached tokens beside the others under a name of its own.
    cachedInput: inputDetails?.["cached_tokens"] ?? raw["prompt_cache_hit_tokens"] ?? 0,
    cacheWrite: inputDetails?.["cache_write_tokens"] ?? inputDetails?.["cache_creation_tokens"] ?? 0,
    audioInput: inputDetails?.["audio_tokens"] ?? 0,
    reasoning: outputDetails?.["reasoning_tokens"] ?? 0,
    audioOutput: outputDetails?.["audio_tokens"] ?? 0,
  };
  if (!areCounts(numbers)) return { ok: false, problem: "not_whole_numbers" };
  return checked({ ...numbers, output: wholeOutput(numbers) }, bounds);
}

/**
 * Some vendors (Gemini, Grok) leave the thinking out of `completion_tokens` but charge it: then the total is larger
 * than its parts, or the thinking larger than the whole.
 */
function wholeOutput({ input, said, total, reasoning }: { input: number; said: number; total: number; reasoning: number }): number {
  const byTotal = total - input;
  const byParts = reasoning > said ? said + reasoning : said;
  return Math.max(byTotal, byParts);
}

function checked(numbers: Required<Usage>, { requestBytes, maxOutputTokens, replyBytes = 0 }: UsageBounds): CheckedUsage {
  const { input, cachedInput, cacheWrite, audioInput, output, reasoning, audioOutput } = numbers;
  if (cachedInput + cacheWrite + audioInput > input || reasoning + audioOutput > output) return { ok: false, problem: "parts_exceed_whole" };
  if (input > requestBytes) return { ok: false, problem: "too_much_input" };
  if (output > maxOutputTokens) return { ok: false, problem: "too_much_output" };
  if (input === 0 || (output === 0 && replyBytes > 0)) return { ok: false, problem: "too_little" };
  return {
    ok: true,
    usage: { input, cachedInput, cacheWrite, output, reasoning, ...(audioInput > 0 && { audioInput }), ...(audioOutput > 0 && { audioOutput }) },
  };
}

function areCounts<Names extends string>(numbers: Record<Names, unknown>): numbers is Record<Names, number> {
  return Object.values(numbers).every((value) => Number.isSafeInteger(value) && (value as number) >= 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function part(raw: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  return isObject(raw[name]) ? raw[name] : undefined;
}
