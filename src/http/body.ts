import type { IncomingMessage } from "node:http";
import { Problem } from "./problems.ts";

/** Most of a request's body that is read at all. A longer text than a message may have is still read, for the safety rules. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** What a refused body may still send before we hang up, so that its sender gets to read the answer. */
const DRAIN_BYTES = 16 * 1024 * 1024;

/** Reads a whole body of up to 1 MiB. Rejects with `too_large`, or when the sender breaks off. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.headers["content-encoding"] !== undefined && request.headers["content-encoding"] !== "identity") {
      drain(request, 0);
      reject(new Problem("unsupported_encoding", "Send the body as it is, without Content-Encoding."));
      return;
    }
    const tooLarge = () => new Problem("too_large", `A body may have up to ${MAX_BODY_BYTES} bytes.`);
    if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) {
      drain(request, 0);
      reject(tooLarge());
      return;
    }
    let first: Buffer | undefined;
    let rest: Buffer[] | undefined;
    let size = 0;
    function take(chunk: Buffer): void {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        request.off("data", take);
        drain(request, size);
        reject(tooLarge());
      } else if (first === undefined) first = chunk;
      else (rest ??= [first]).push(chunk);
    }
    request.on("data", take);
    request.on("end", () => resolve(rest ? Buffer.concat(rest, size) : (first ?? Buffer.alloc(0))));
    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new Problem("invalid", "The request broke off."));
    });
  });
}

function drain(request: IncomingMessage, already: number): void {
  let size = already;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > DRAIN_BYTES) request.destroy();
  });
  request.on("error", () => undefined);
}

/** What may have to be tidied: an escape of NUL or of a surrogate, or a byte sequence that became one. */
const SUSPECT = /\\u0000|\\u[dD][89a-fA-F]/;

export type Parsed = { value: unknown; suspect: boolean };

/** Parses a body; an empty one is undefined. `suspect`: its strings may hold NULs or lone surrogates. */
export function parseBody(raw: Buffer): Parsed {
  if (raw.length === 0) return { value: undefined, suspect: false };
  const text = raw.toString("utf8");
  try {
    return { value: JSON.parse(text) as unknown, suspect: SUSPECT.test(text) };
  } catch (cause) {
    throw new Problem("invalid_json", "The body must be one JSON value in UTF-8.", { cause });
  }
}

/**
 * Makes every string of a checked value fit to be stored: lone surrogates become U+FFFD; a NUL is refused, with its path.
 * Only for values of a schema's shape: it follows their depth.
 */
export function tidy<Value>(value: Value, path = ""): Value {
  if (typeof value === "string") {
    if (value.includes("\0")) {
      throw new Problem("message_nul", "Text must not contain NUL characters.", { errors: [{ path, message: "contains a NUL character" }] });
    }
    return value.toWellFormed() as Value;
  }
  if (Array.isArray(value)) return value.map((item, index) => tidy(item as unknown, join(path, String(index)))) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tidy(item as unknown, join(path, key))])) as Value;
}

function join(path: string, step: string): string {
  return path ? `${path}.${step}` : step;
}
