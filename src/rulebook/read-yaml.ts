import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { ParsedNode, YAMLMap } from "yaml";

/** Where something stands in the file; both count from 1. */
export type Place = { line: number; column: number };
export type Problem = Place & { path: string; message: string };
export type Path = readonly PropertyKey[];

/** The plain value of a YAML file, and where each of its keys and values stands. */
export type Reading = { value: unknown; problems: Problem[]; placeOf(path: Path, what: "key" | "value"): Place };

const MAX_BYTES = 1_048_576;
/** No rulebook needs more; what is deeper was made to harm (some of it takes the parser minutes, or the process). */
const MAX_DEPTH = 40;
const START: Place = { line: 1, column: 1 };

/** Reads one YAML document: plain keys and values only, without aliases, tags and double keys. Never throws. */
export function readYaml(input: string | Uint8Array): Reading {
  const text = decode(input);
  if (typeof text !== "string") return broken(text);
  const harm = findHarm(text);
  if (harm) return broken(harm);
  const counter = new LineCounter();
  // Double keys are found below: the parser's own search takes hours for a hundred thousand keys.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const [first] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (first) return broken({ ...place(first.pos[0]), path: "", message: explain(first.code, first.message) });
  if (document.contents === null) return broken({ ...START, path: "", message: "the file is empty. Start from the policies.yaml that comes with Standin." });
  return collect(document.contents, place);
}

function broken(problem: Problem): Reading {
  return { value: undefined, problems: [problem], placeOf: () => START };
}

function decode(input: string | Uint8Array): string | Problem {
  const bytes = typeof input === "string" ? Buffer.byteLength(input) : input.length;
  if (bytes > MAX_BYTES) return { ...START, path: "", message: `the file has ${bytes} bytes; a rulebook has at most ${MAX_BYTES}. Is it the right file?` };
  if (typeof input === "string") return input;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return decoder.decode(input);
  } catch {
    return { line: firstBadLine(input), column: 1, path: "", message: "the line is not UTF-8 text. Save the file with the encoding UTF-8." };
  }
}

/** No character of UTF-8 has a line break inside, so the lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return 1;
}

/** Looks for what must not even reach the parser. */
function findHarm(text: string): Problem | undefined {
  let depth = 0;
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    // A carriage return belongs to the line's end or nowhere.
    const control = /[^\P{Cc}\t\r]|\r(?!$)/u.exec(line);
    if (control) return { line: i + 1, column: control.index + 1, path: "", message: "an invisible control character stands here. Delete it." };
    const code = line.replace(/(^|\s)#.*$/, "");
    for (const char of code) {
      if (char === "[" || char === "{") depth++;
      else if (char === "]" || char === "}") depth = Math.max(0, depth - 1);
      if (depth > MAX_DEPTH) return tooDeep(i + 1);
    }
    const indent = code.length - code.trimStart().length;
    if (code.trim() !== "" && indent > MAX_DEPTH) return tooDeep(i + 1);
    if (/^\s*(?:[-?:]\s+){6}/.test(code)) return tooDeep(i + 1);
  }
  return undefined;
}

function tooDeep(line: number): Problem {
  return {
    line,
    column: 1,
    path: "",
    message: "this is nested or indented more deeply than any rulebook. Compare it with the policies.yaml that comes with Standin.",
  };
}

/** The parser's complaints in the words of somebody who is not a programmer. */
const EXPLANATIONS: Record<string, string> = {
  TAB_AS_INDENT: "the line is indented with a tab. Indent with spaces, two for each step.",
  BAD_INDENT:
    "the indentation does not fit the lines above. Put lines that belong together at the same depth, two spaces for each step, and close every bracket.",
  MISSING_CHAR: "something is missing here: a closing quote, a bracket, or the colon and space after a key.",
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons in one line, or a value stands both beside and below its key. Put a value with a colon in it in quotes: "…".',
  MULTILINE_IMPLICIT_KEY: "a key must be in one line, followed by a colon and a space.",
  UNEXPECTED_TOKEN: 'something stands here that does not belong to the value. Put the whole value in quotes: "…".',
  BAD_SCALAR_START: 'a value cannot begin with this character. Put the value in quotes: "…".',
  MULTIPLE_DOCS: 'a second document begins here ("---"). A rulebook is one document: take the line away.',
  TAG_RESOLVE_FAILED: 'a word that begins with "!" has no meaning in a rulebook. Take it away, or put the value in quotes.',
  RESOURCE_EXHAUSTION: "this is nested more deeply than any rulebook. Compare it with the policies.yaml that comes with Standin.",
};

function explain(code: string, message: string): string {
  return EXPLANATIONS[code] ?? `this is not YAML: ${message.replace(/\s+/g, " ")}. Compare it with the policies.yaml that comes with Standin.`;
}

function collect(contents: ParsedNode, place: (offset: number) => Place): Reading {
  const places = new Map<string, { key: Place; value: Place }>();
  const problems: Problem[] = [];

  function plain(node: ParsedNode | null, path: string[], key: Place): unknown {
    const here = node?.range ? place(node.range[0]) : key;
    places.set(keyOf(path), { key, value: here });
    if (node === null) return null;
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, i) => plain(item as ParsedNode, [...path, String(i)], placeOfNode(item as ParsedNode, here)));
    if (isMap(node)) return mapping(node as YAMLMap.Parsed, path, here);
    if (isAlias(node))
      problems.push({ ...here, path: path.join("."), message: `"*${node.source}" repeats another place of the file. Write the value out here.` });
    return null;
  }

  function mapping(map: YAMLMap.Parsed, path: string[], here: Place): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const at = placeOfNode(key, here);
      if (!isScalar(key) || (typeof key.value !== "string" && typeof key.value !== "number")) {
        problems.push({ ...at, path: path.join("."), message: 'a key must be a plain word, followed by a colon and a space. Put other keys in quotes: "…".' });
        continue;
      }
      const name = String(key.value);
      if (entries.has(name)) {
        problems.push({ ...at, path: [...path, name].join("."), message: "this key stands here a second time. Keep one of the two lines." });
        continue;
      }
      entries.set(name, plain(value, [...path, name], at));
    }
    return Object.fromEntries(entries);
  }

  function placeOfNode(node: ParsedNode, otherwise: Place): Place {
    return node.range ? place(node.range[0]) : otherwise;
  }

  const value = plain(contents, [], START);
  return { value, problems, placeOf: (path, what) => nearest(places, path.map(String))[what] };
}

/** The place of a path, or of the nearest section around it when it is missing. */
function nearest(places: Map<string, { key: Place; value: Place }>, path: string[]): { key: Place; value: Place } {
  for (let length = path.length; length >= 0; length--) {
    const found = places.get(keyOf(path.slice(0, length)));
    if (found) return length === path.length ? found : { key: found.key, value: found.key };
  }
  return { key: START, value: START };
}

function keyOf(path: string[]): string {
  return JSON.stringify(path);
}
