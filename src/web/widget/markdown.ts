import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";

/**
 * Markdown to HTML, the first of two walls. What a model writes is foreign text: HTML in it becomes visible
 * characters, pictures become their description (a picture's address would call home), links keep only addresses that
 * are safe to open, and what we do not know stays as it was written. The second wall is `sanitize.ts`; each holds
 * without the other. Only marked's lexer is used: its parser and renderer know HTML that we never want to make.
 */
export function toHtml(markdown: string): string {
  return all(new Lexer({ gfm: true, breaks: true }).lex(markdown.replace(TOO_DEEP, "$1")));
}

/** Quotes and lists in each other, deeper than anybody writes: each one is a step down a stack that ends. */
const TOO_DEEP = /^((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12})(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

function all(tokens: Token[] | undefined): string {
  return (tokens ?? []).map((token) => one(token as MarkedToken)).join("");
}

function one(token: MarkedToken): string {
  switch (token.type) {
    case "space":
    case "def":
      return "";
    case "br":
    case "hr":
      return `<${token.type}>`;
    case "paragraph":
      return `<p>${all(token.tokens)}</p>`;
    case "strong":
    case "em":
    case "del":
    case "blockquote":
      return `<${token.type}>${all(token.tokens)}</${token.type}>`;
    // A heading of a message must not become one of the host's page.
    case "heading":
      return `<p><strong>${all(token.tokens)}</strong></p>`;
    case "code":
      return `<pre><code>${escapeHtml(token.text)}</code></pre>`;
    case "codespan":
      return `<code>${escapeHtml(token.text)}</code>`;
    case "list":
      return list(token);
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    case "table":
      return table(token);
    case "link":
      return link(token);
    case "text":
      return token.tokens ? all(token.tokens) : escapeText(token.text);
    case "escape":
    case "image":
      return escapeHtml(token.text);
    default:
      return escapeHtml(token.raw);
  }
}

function link({ href, tokens }: Tokens.Link): string {
  return isSafeUrl(href) ? `<a href="${escapeHtml(href)}">${all(tokens)}</a>` : all(tokens);
}

function list({ ordered, start, items }: Tokens.List): string {
  const inside = items.map((item) => `<li>${all(item.tokens)}</li>`).join("");
  return ordered ? `<ol start="${Number(start)}">${inside}</ol>` : `<ul>${inside}</ul>`;
}

function table({ header, rows }: Tokens.Table): string {
  const row = (cells: Tokens.TableCell[], tag: "th" | "td") => `<tr>${cells.map((cell) => `<${tag}>${all(cell.tokens)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(header, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

/** Whether a link may be shown: absolute, http(s) or mailto. The address of this page has no say in a message of ours. */
export function isSafeUrl(url: string): boolean {
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/**
 * A draft is cut anywhere; its last paragraph may have marks that are opened and not yet closed. Closing them keeps
 * bare asterisks from flickering past while the sentence grows.
 */
export function closeOpenMarks(draft: string): string {
  const start = draft.lastIndexOf("\n\n") + 1;
  const fences = draft.match(/^\s*(?:```|~~~)/gm)?.length ?? 0;
  if (fences % 2 === 1) return draft;
  const paragraph = draft.slice(start);
  if ((paragraph.match(/`/g)?.length ?? 0) % 2 === 1) return `${draft}\``;
  if ((paragraph.match(/\*\*/g)?.length ?? 0) % 2 === 0) return draft;
  return /\*\*\s*$/.test(draft) ? draft.replace(/\*\*\s*$/, "") : `${draft.trimEnd()}**`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Markdown allows character references such as `&nbsp;` in plain text: those stay. */
function escapeText(text: string): string {
  return text.replace(/&(?!#?\w{1,31};)|[<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
