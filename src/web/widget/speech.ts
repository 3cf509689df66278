/**
 * What a screen reader is told of an answer that is still being written: whole sentences. Single deltas would be
 * spoken as stutter, and the whole text at the end would leave people in silence meanwhile.
 */

// Short words whose full stop does not end a sentence, in the languages that the widget speaks.
const ABBREVIATION = /(?:^|[\s(„"“])(?:\p{L}|e\.g|i\.e|z\.\s?b|d\.\s?h|u\.\s?a|ca|bzw|evtl|ggf|inkl|nr|no|vs|etc|usw|dr|mr|mrs|ms|st|vgl|approx)\.$/iu;
// "26." may be a day or a numbered step; we wait for more.
const NUMBER = /(?:^|\s)\d+\.$/;

/**
 * Where the last complete sentence of `text` after `from` ends (exclusive), or `from` when there is none. A sentence
 * ends with its mark and white space after it, a heading or list item with its line, a block of code with its fence.
 */
export function lastSentenceEnd(text: string, from: number): number {
  const marks = /[.!?…:؟]["'”’)\]»*_`]*(?=\s)|[。！？]["'”’)」』*_`]*|\n+(?=\s*\S)/g;
  marks.lastIndex = from;
  let end = from;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const here = mark.index + mark[0].length;
    if (!insideFence(text, here) && !isShort(text.slice(from, mark.index + 1))) end = here;
  }
  return end;
}

function isShort(sentence: string): boolean {
  return ABBREVIATION.test(sentence) || NUMBER.test(sentence);
}

function insideFence(text: string, at: number): boolean {
  const fences = text.slice(0, at).match(/^\s*(?:```|~~~)/gm);
  return (fences?.length ?? 0) % 2 === 1;
}

/** Markdown as one would read it aloud: without its marks; a link is its words. */
export function speakable(markdown: string): string {
  return markdown
    .replace(/^\s*(?:```|~~~).*$/gm, " ")
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/(?<![\p{L}\d])[*_]|[*_](?![\p{L}\d])/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
