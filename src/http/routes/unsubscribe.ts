import express, { type Express, type Response } from "express";
import type { House } from "../house.ts";

// Where the link of a thank-you leads (RFC 8058). Reading it changes nothing, ever: mail scanners follow every link. Only a POST takes effect, by the
// reader's mail program or by the page's own button, without a login and at once.

const PATH = "/unsubscribe/:token";
const MOST_BODY = "2kb"; // "List-Unsubscribe=One-Click" is all that comes
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STYLE =
  "body{font:17px/1.6 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c2430;background:#fff}h1{line-height:1.2}button{font:inherit;padding:.7rem 1.2rem;border:0;border-radius:8px;background:#17624f;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #8ab8ff;outline-offset:2px}@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181f}}";

export function mountUnsubscribe(app: Express, { rooms }: House): void {
  app.get(PATH, (request, response) => {
    if (!rooms.mailouts.knows(request.params.token)) return unknown(response);
    page(
      response,
      200,
      "No more thank-you mails?",
      `<p>Press the button, and we send you none any more. What you write to us is answered as before.</p><form method="post"><button name="List-Unsubscribe" value="One-Click">Send me none any more</button></form>`,
    );
  });
  app.post(PATH, express.urlencoded({ extended: false, limit: MOST_BODY }), async (request, response) => {
    if (!(await rooms.mailouts.unsubscribe(request.params["token"] as string))) return unknown(response);
    page(response, 200, "Done", "<p>We send you no thank-you mails any more. What you write to us is answered as before.</p>");
  });
}

function unknown(response: Response): void {
  page(response, 404, "This link is not complete", "<p>Please copy the whole address from the mail, or simply reply to it and say that you want no more.</p>");
}

function page(response: Response, status: number, title: string, html: string): void {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${html}</main></body></html>`;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY, "cache-control": "no-store" });
  response.end(text);
}
