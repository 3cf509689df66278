import type { IncomingMessage, ServerResponse } from "node:http";
import { isOwnOrigin } from "./auth.ts";
import { Problem } from "./problems.ts";

/** The chat's calls may come from the sites that embed the widget; all else from our own pages only. */
export interface Origins {
  /** Sets what a browser must see. Throws Problem `origin_forbidden` for a site that is not on the list. */
  admit(request: IncomingMessage, response: ServerResponse): void;
  /** Answers a preflight. */
  preflight(request: IncomingMessage, response: ServerResponse): void;
}

/** `allowed`: exact origins, e.g. "https://shop.example", or "*" for any. */
export function createOrigins(allowed: readonly string[], publicUrl: string): Origins {
  const list = new Set(allowed.map((origin) => (URL.canParse(origin) ? new URL(origin).origin : origin)));
  function admit(request: IncomingMessage, response: ServerResponse): void {
    const origin = request.headers.origin;
    if (origin === undefined) return;
    if (list.has(origin) || list.has("*")) {
      response.setHeader("access-control-allow-origin", origin);
      response.setHeader("access-control-expose-headers", "Retry-After");
      response.setHeader("vary", "Origin");
      return;
    }
    if (!isOwnOrigin(origin, request, publicUrl)) throw new Problem("origin_forbidden", "Add the site to CHAT_ORIGINS.");
  }
  return {
    admit,
    preflight(request, response) {
      admit(request, response);
      response.writeHead(204, {
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "authorization, content-type, idempotency-key, last-event-id",
        "access-control-max-age": "600",
      });
      response.end();
    },
  };
}
