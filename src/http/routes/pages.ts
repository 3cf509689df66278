import { join } from "node:path";
import express, { type Express, type Response } from "express";
import type { House } from "../house.ts";
import { htmlPage } from "./html.ts";

/** Scripts from our own files only, framed by nobody; styles may be inline, because shadow DOM and Mantine bring their own. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** An article is text and pictures. */
const ARTICLE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The pages for people, the widget's script, and what machines ask to know how we are. */
export function mountPages(app: Express, { rooms, webDir, metrics }: House): void {
  app.get("/healthz", (_, response) => plain(response, 200, "alive\n"));
  app.get("/readyz", async (_, response) => {
    await rooms.ready().then(
      () => plain(response, 200, "ready\n"),
      () => plain(response, 503, "not ready\n"),
    );
  });
  app.get("/metrics", async (_, response) => {
    if (!metrics) return plain(response, 404, "no metrics\n");
    const text = await metrics.metrics();
    response.setHeader("content-type", metrics.contentType);
    response.end(text);
  });
  app.get("/knowledge/:id", async (request, response) => {
    const page = await rooms.knowledge.page(request.params.id);
    html(response, page ? 200 : 404, page ?? { title: "No such page", html: "<p>There is no page here.</p>" });
  });
  // Other sites load these: that is their purpose.
  app.get("/widget.js", (_, response) => shared(response, "widget.js", webDir));
  app.get("/widget/:language.json", (request, response, next) => {
    if (!/^[a-z]{2}$/.test(request.params.language)) return next();
    response.setHeader("access-control-allow-origin", "*");
    shared(response, `widget/${request.params.language}.json`, webDir);
  });
  mountSite(app, "/console", join(webDir, "console"), true);
  mountSite(app, "/", join(webDir, "demo"), false);
}

/** A file for the sites that embed the widget. */
function shared(response: Response, file: string, root: string): void {
  response.setHeader("cross-origin-resource-policy", "cross-origin");
  response.setHeader("cache-control", "no-cache");
  response.sendFile(file, { root, etag: true, cacheControl: false });
}

/** A built site; `deep`: its addresses are its own, so any of them gets the start page. */
function mountSite(app: Express, base: string, directory: string, deep: boolean): void {
  const files = express.static(directory, {
    index: "index.html",
    etag: true,
    redirect: false,
    cacheControl: false,
    setHeaders(response, path) {
      const named = /[\\/](demo-)?assets[\\/]/.test(path.slice(directory.length)); // the build puts a hash of the content into these names
      response.setHeader("cache-control", named ? `public, max-age=${YEAR_MS / 1000}, immutable` : "no-cache");
      response.setHeader("content-security-policy", PAGE_POLICY);
    },
  });
  app.use(base, files);
  if (!deep) return;
  app.get([base, `${base}/*rest`], (request, response, next) => {
    if (/\.\w+$/.test(request.path)) return next();
    response.setHeader("content-security-policy", PAGE_POLICY);
    response.setHeader("cache-control", "no-cache");
    response.sendFile("index.html", { root: directory, cacheControl: false });
  });
}

function plain(response: Response, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(text);
}

/** What stands in articles beside text. */
const ARTICLE_STYLE =
  "pre{overflow:auto;background:#f3f5f8;padding:.8rem;border-radius:6px}code{font-size:.92em}table{border-collapse:collapse}td,th{border:1px solid #d5dae2;padding:.3rem .6rem;text-align:left}@media(prefers-color-scheme:dark){pre{background:#1f2530}a{color:#8ab8ff}}";

function html(response: Response, status: number, page: { title: string; html: string }): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": ARTICLE_POLICY, "cache-control": "no-cache" });
  response.end(htmlPage({ ...page, style: ARTICLE_STYLE }));
}
