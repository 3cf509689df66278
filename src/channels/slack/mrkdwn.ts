import type { ChatItem } from "../../conversations/channel.ts";

/**
 * Markdown as our avatar writes it → Slack's mrkdwn. Small on purpose: links, bold, italic, struck, headings, lists,
 * quotes and code. What Slack cannot show (tables, images) stays readable as text.
 * Source: docs.slack.dev/messaging/formatting-message-text.
 */
export function toMrkdwn(markdown: string): string {
  let fenced = false;
  return withoutMarks(markdown)
    .split("\n")
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) {
        fenced = !fenced;
        return "```"; // Slack knows no languages
      }
      return fenced ? escapeText(line) : convertLine(line);
    })
    .concat(fenced ? ["```"] : [])
    .join("\n");
}

/** & < > are the only characters that Slack gives a meaning in `text`; escaped, nobody can smuggle in `<!channel>`. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A link whose address and label cannot break out of it; undefined when the address is not one that we show. */
export function link(url: string, label: string): string | undefined {
  if (!/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url)) return undefined;
  const address = escapeText(url.replace(/</g, "%3C").replace(/>/g, "%3E")).replace(/\|/g, "%7C");
  const shown = escapeText(label.replace(/\s+/g, " ").trim());
  return shown === "" ? `<${address}>` : `<${address}|${shown}>`;
}

/** A reply as people read it: a human's words carry the name, sources follow under the text. */
export function replyText(item: ChatItem): string {
  const text = toMrkdwn(item.text);
  const named = item.from === "human" ? `*${escapeText(item.name)}:* ${text}` : text;
  const sources = item.sources.map((source) => `• ${link(source.url, source.title) ?? escapeText(source.title)}`);
  return sources.length === 0 ? named : `${named}\n\n${sources.join("\n")}`;
}

// Private-use characters stand for marks while a line is worked on; none is let in from outside.
const BOLD = "\uE000";
const ITALIC = "\uE001";
const STRUCK = "\uE002";
const KEPT = "\uE003";

function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, "").replace(/\r\n?/g, "\n");
}

function convertLine(line: string): string {
  const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line);
  if (heading) return `*${convertInline((heading[1] as string).replace(/\*\*|__/g, ""))}*`;
  const quoted = /^((?: {0,3}>\s?)+)(.*)$/.exec(line);
  if (quoted) return `${quoted[1]?.replace(/[^>]+/g, "").replaceAll(">", "> ")}${convertLine(quoted[2] as string)}`;
  const item = /^(\s*)[-*+]\s+(.*)$/.exec(line);
  if (item) return `${item[1]}• ${convertInline(item[2] as string)}`;
  return convertInline(line);
}

/** Code, links and escaped characters are set aside first, so that nothing inside them is taken for a mark. */
function convertInline(line: string): string {
  const kept: string[] = [];
  function keep(text: string): string {
    kept.push(text);
    return `${KEPT}${kept.length - 1}${KEPT}`;
  }
  // What was set aside may be part of an address, but not with a space, which ends it, or a bar, after which comes another label.
  const linked = (url: string, label: string) => (/[\s|]/.test(restore(url, kept)) ? undefined : link(url, label));
  const bare = line
    .replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, (_, _ticks, code: string) => keep(`\`${escapeText(code.trim())}\``))
    .replace(/\\([\\`*_~[\]()<>#!-])/g, (_, character: string) => keep(escapeText(character)))
    .replace(/!?\[([^[\]]*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+"[^"]*")?\s*\)/g, (_, label: string, url: string) => {
      const plain = label.replace(/\*\*|__|~~/g, "");
      return keep(linked(url, plain) ?? escapeText(plain));
    })
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi, (whole, url: string) => keep(linked(url, "") ?? escapeText(whole)))
    .replace(/\bhttps?:\/\/[^\s<>]+/gi, (url) => keep(escapeText(url)));
  return restore(convertMarks(escapeText(bare)), kept);
}

function convertMarks(text: string): string {
  return text
    .replace(/\*\*\*(?=\S)(.+?)(?<=\S)\*\*\*/g, `${BOLD}${ITALIC}$1${ITALIC}${BOLD}`)
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, `${BOLD}$1${BOLD}`)
    .replace(/(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)/g, `${BOLD}$1${BOLD}`)
    .replace(/(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])/g, `${ITALIC}$1${ITALIC}`)
    .replace(/~~(?=\S)(.+?)(?<=\S)~~/g, `${STRUCK}$1${STRUCK}`)
    .replaceAll(BOLD, "*")
    .replaceAll(ITALIC, "_")
    .replaceAll(STRUCK, "~");
}

/** What was kept may hold a kept thing itself (code in a link's label), never a later one. */
function restore(text: string, kept: string[]): string {
  const restored = text.replace(/\uE003(\d+)\uE003/g, (_, index: string) => kept[Number(index)] ?? "");
  return restored.includes(KEPT) ? restore(restored, kept) : restored;
}

/** Slack advises at most 4,000 characters a message and cuts at 40,000. */
export const MAX_PART = 3900;

/** Cuts mrkdwn into parts of at most `limit` characters: at paragraphs, else at lines, else at spaces, never in a link. */
export function splitText(text: string, limit = MAX_PART): string[] {
  const room = limit - 4; // a code block that is cut is closed here and opened again in the next part
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutAt(rest, room);
    const part = rest.slice(0, at).trimEnd();
    rest = rest.slice(at).replace(/^(?:\n+| )/, "");
    const open = (part.match(/^```/gm)?.length ?? 0) % 2 === 1;
    parts.push(open ? `${part}\n\`\`\`` : part);
    if (open) rest = `\`\`\`\n${rest}`;
  }
  return [...parts, rest];
}

function cutAt(text: string, max: number): number {
  const least = max / 2;
  const head = text.slice(0, max);
  for (const border of ["\n\n", "\n", " "]) {
    const at = head.lastIndexOf(border);
    if (at >= least && !inLink(head.slice(0, at))) return at;
  }
  return beforeWhole(head, least);
}

function inLink(head: string): boolean {
  return head.lastIndexOf("<") > head.lastIndexOf(">");
}

/** No border to be found: the last place that splits neither a link, an entity nor a surrogate pair. */
function beforeWhole(head: string, least: number): number {
  const start = head.lastIndexOf("<");
  if (inLink(head) && start >= least) return start;
  const entity = /&[a-z]{0,4}$/.exec(head);
  if (entity) return entity.index;
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length;
}
