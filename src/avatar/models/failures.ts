import { ModelFailure } from "./model.ts";

/** An endpoint that answered with a status of refusal. What it says about it is for nobody: it may say our key, or the talk. */
export function refused(status: number, retryAfter: string | undefined): ModelFailure {
  const failure = new ModelFailure("refused", "no", `the model endpoint answered ${status}`);
  // 429: too many requests. 503 and its kin: it is down, and may say for how long.
  if (status === 429 || status >= 500) failure.retryAfter = retryAfter;
  return failure;
}

export function unreachable(error: unknown): ModelFailure {
  const code = codeOf(error);
  // Refused or not found: nothing was sent. Anything else may have been read before the line went dead.
  const paid = code === "ECONNREFUSED" || code === "ENOTFOUND" ? "no" : "maybe";
  return new ModelFailure("unreachable", paid, `the model endpoint cannot be reached (${code ?? (error instanceof Error ? error.message : String(error))})`, {
    cause: error,
  });
}

/** The code of the network's own error, however deep it lies. */
export function codeOf(error: unknown): string | undefined {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined | null; at; at = at.cause as typeof at)
    if (typeof at.code === "string") return at.code;
  return undefined;
}
