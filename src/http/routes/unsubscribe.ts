import express, { type Express, type Response } from "express";
import type { House } from "../house.ts";
import type { EndingPage } from "../rooms.ts";
import { escape } from "./pages.ts";

// Where the link of a thank-you leads (RFC 8058). Reading it changes nothing, ever: mail scanners follow every link. Only a POST takes effect, by the
// reader's mail program or by the page's own button, without a login and at once.

const PATH = "/unsubscribe/:token";
const MOST_BODY = "2kb"; // "List-Unsubscribe=One-Click" is all that comes
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STYLE =
  "body{font:17px/1.6 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c2430;background:#fff}h1{line-height:1.2}button{font:inherit;padding:.7rem 1.2rem;border:0;border-radius:8px;background:#17624f;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #8ab8ff;outline-offset:2px}@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181f}}";

export function mountUnsubscribe(app: Express, { rooms }: House): void {
  app.get(PATH, async (request, response) => page(response, await rooms.mailouts.ending(request.params.token)));
  app.post(PATH, express.urlencoded({ extended: false, limit: MOST_BODY }), async (request, response) =>
    page(response, await rooms.mailouts.unsubscribe(request.params["token"] as string)),
  );
}

function page(response: Response, { ours, language, title, text, button }: EndingPage): void {
  const press = button === null ? "" : `<form method="post"><button name="List-Unsubscribe" value="One-Click">${escape(button)}</button></form>`;
  const body = `<main><h1>${escape(title)}</h1><p>${escape(text)}</p>${press}</main>`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style>`;
  response.writeHead(ours ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY, "cache-control": "no-store" });
  response.end(`<!doctype html><html lang="${escape(language)}" dir="auto"><head>${head}</head><body>${body}</body></html>`);
}
