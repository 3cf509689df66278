import type { ServerResponse } from "node:http";
import type { z } from "zod";
import type { ProblemDocument } from "./contract.ts";

/** What a refusal's `code` means on the wire. Domain errors carry the code; everything else about them stays in their folder. */
const MEANINGS: Record<string, { status: number; title: string }> = {
  invalid: { status: 400, title: "The request is not as described" },
  invalid_json: { status: 400, title: "The body is not JSON" },
  invalid_url: { status: 400, title: "The address is malformed" },
  message_empty: { status: 400, title: "The message is empty" },
  message_nul: { status: 400, title: "The text contains a NUL character" },
  clock_past: { status: 400, title: "The clock never goes back" },
  unauthenticated: { status: 401, title: "Please log in" },
  login_failed: { status: 401, title: "The address or the password is wrong" },
  session_unknown: { status: 401, title: "This session is not known" },
  session_expired: { status: 401, title: "This session has expired" },
  token_invalid: { status: 401, title: "The token is not valid" },
  token_expired: { status: 401, title: "The token has expired" },
  customer_unknown: { status: 401, title: "The token names a customer that is not known" },
  forbidden: { status: 403, title: "This needs another role" },
  csrf: { status: 403, title: "This write did not come from the console" },
  origin_forbidden: { status: 403, title: "This site may not embed the chat" },
  not_found: { status: 404, title: "There is no such thing here" },
  method_not_allowed: { status: 405, title: "This address takes other methods" },
  request_timeout: { status: 408, title: "The request did not arrive in time" },
  message_conflict: { status: 409, title: "The same id came with another text" },
  conflict: { status: 409, title: "Something else happened meanwhile" },
  held_by_other: { status: 409, title: "Somebody else holds it" },
  not_claimed: { status: 409, title: "Claim it first" },
  may_not_call: { status: 409, title: "They may not be called" },
  not_now: { status: 409, title: "Not at this moment" },
  already_ended: { status: 409, title: "It has ended" },
  external_id_taken: { status: 409, title: "Another customer has this external id" },
  idempotency_conflict: { status: 409, title: "The same Idempotency-Key came with another request" },
  idempotency_running: { status: 409, title: "The first request with this Idempotency-Key is still running" },
  too_large: { status: 413, title: "The body is too large" },
  message_too_long: { status: 413, title: "The message is too long" },
  unsupported_encoding: { status: 415, title: "The body is compressed, which this service does not take" },
  too_fast: { status: 429, title: "Too many requests" },
  too_many_streams: { status: 429, title: "Too many open event streams" },
  internal: { status: 500, title: "Something went wrong on our side" },
  storage_full: { status: 503, title: "The database is full" },
  unavailable: { status: 503, title: "The service cannot work right now" },
};

/** How a database or a disk says what an outsider should hear. PostgreSQL's classes: 53 resources, 57 operator, 08 connection. */
const FOREIGN_CODES: Record<string, string> = {
  "53100": "storage_full",
  ENOSPC: "storage_full",
  EDQUOT: "storage_full",
  "53300": "unavailable",
  "57P01": "unavailable",
  "57P02": "unavailable",
  "57P03": "unavailable",
  "08006": "unavailable",
  ECONNREFUSED: "unavailable",
};

type ProblemDetails = { errors?: { path: string; message: string }[]; retryAfter?: number; cause?: unknown };

/** A refusal that becomes an RFC 9457 document. `detail` is shown; `retryAfter` is in seconds. */
export class Problem extends Error {
  readonly code: string;
  readonly errors: { path: string; message: string }[] | undefined;
  readonly retryAfter: number | undefined;
  constructor(code: keyof typeof MEANINGS, detail?: string, details: ProblemDetails = {}) {
    super(detail ?? "", details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "Problem";
    this.code = code;
    this.errors = details.errors;
    this.retryAfter = details.retryAfter;
  }
}

/** `errors[]` from what zod found; a path reads "contacts.0.email", or "" for the whole. */
export function invalid(error: z.ZodError, where: "body" | "query"): Problem {
  const errors = error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  return new Problem("invalid", `The ${where} is not as described: see errors, and /api/openapi.json.`, { errors });
}

export type Answer = { document: ProblemDocument; retryAfter: number | undefined; unexpected: boolean };

/**
 * Turns whatever was thrown into a document. Only codes of the table (and of `extra`) show their message; anything else is
 * "internal", and the caller logs it under `id`.
 */
export function describe(error: unknown, id: () => string, extra: Record<string, number> = {}): Answer {
  const thrown = (typeof error === "object" && error !== null ? error : {}) as { code?: unknown; message?: unknown; errors?: unknown; retryAfter?: unknown };
  const given = typeof thrown.code === "string" ? thrown.code : "";
  const code = Object.hasOwn(FOREIGN_CODES, given) ? (FOREIGN_CODES[given] as string) : given;
  const ours = code === given && code !== "internal";
  if (ours && Object.hasOwn(extra, code)) return answer(code, extra[code] as number, "This was refused", thrown);
  const meaning = Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  if (meaning && ours) return answer(code, meaning.status, meaning.title, thrown);
  if (meaning && code !== "internal") return { ...answer(code, meaning.status, meaning.title, {}), retryAfter: 5, unexpected: true };
  const unexpected = answer("internal", 500, "Something went wrong on our side", {});
  unexpected.document.id = id();
  return { ...unexpected, unexpected: true };
}

function answer(code: string, status: number, title: string, thrown: { message?: unknown; errors?: unknown; retryAfter?: unknown }): Answer {
  const document: ProblemDocument = { type: `urn:standin:problem:${code}`, title, status, code };
  if (typeof thrown.message === "string" && thrown.message) document.detail = thrown.message;
  if (Array.isArray(thrown.errors)) document.errors = thrown.errors as { path: string; message: string }[];
  return { document, retryAfter: typeof thrown.retryAfter === "number" ? Math.max(1, Math.ceil(thrown.retryAfter)) : undefined, unexpected: false };
}

/** Sends a problem; does nothing when an answer is already under way (a stream that broke is just closed). */
export function sendProblem(response: ServerResponse, { document, retryAfter }: Answer): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(document));
  const wait = retryAfter ?? (document.status === 429 ? 1 : undefined);
  if (wait !== undefined) response.setHeader("retry-after", String(wait));
  if (document.status === 401) response.setHeader("www-authenticate", "Bearer");
  response.writeHead(document.status, {
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

/** Every code that this service's documents may carry, for the OpenAPI document. */
export const problemCodes: readonly string[] = Object.keys(MEANINGS);
