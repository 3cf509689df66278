import express, { type Express, type Response } from "express";
import type { House } from "../house.ts";
import type { EndingPage } from "../rooms.ts";
import { escape, htmlPage } from "./html.ts";

// Where the link of a thank-you leads (RFC 8058). Reading it changes nothing, ever: mail scanners follow every link. Only a POST takes effect, by the
// reader's mail program or by the page's own button, without a login and at once.

const PATH = "/unsubscribe/:token";
const MOST_BODY = "2kb"; // "List-Unsubscribe=One-Click" is all that comes
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STYLE =
  "button{font:inherit;padding:.7rem 1.2rem;border:0;border-radius:8px;background:#17624f;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #8ab8ff;outline-offset:2px}";

export function mountUnsubscribe(app: Express, { rooms }: House): void {
  app.get(PATH, async (request, response) => page(response, await rooms.mailouts.ending(request.params.token)));
  app.post(PATH, express.urlencoded({ extended: false, limit: MOST_BODY }), async (request, response) =>
    page(response, await rooms.mailouts.unsubscribe(request.params["token"] as string)),
  );
}

function page(response: Response, { ours, language, title, text, button }: EndingPage): void {
  const press = button === null ? "" : `<form method="post"><button name="List-Unsubscribe" value="One-Click">${escape(button)}</button></form>`;
  response.writeHead(ours ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY, "cache-control": "no-store" });
  response.end(htmlPage({ title, html: `<p>${escape(text)}</p>${press}`, language, style: STYLE, hidden: true }));
}
