/** What every page of ours that is no site has: readable at any width, by day and by night. */
const STYLE =
  "body{font:17px/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}h1{line-height:1.2}@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181f}}";

/** A whole page. `title` is text; `html` and `style` are ours already. `hidden`: no search engine lists it. */
export function htmlPage(page: { title: string; html: string; language?: string; style?: string; hidden?: boolean }): string {
  const { html, language = "en", style = "", hidden = false } = page;
  const title = escape(page.title);
  const robots = hidden ? '<meta name="robots" content="noindex">' : "";
  return `<!doctype html><html lang="${escape(language)}" dir="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${robots}<title>${title}</title><style>${STYLE}${style}</style></head><body><main><h1>${title}</h1>${html}</main></body></html>`;
}

/** Text as it may stand in a page or between the quotes of an attribute. */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
