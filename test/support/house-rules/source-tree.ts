import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { isBuiltin } from "node:module";
import { parseSync, Visitor, type VisitorObject } from "oxc-parser";

import { referencesIn, type Reference } from "./references.ts";

/** One import, re-export, `import()` or `new URL("./…", import.meta.url)`, type-only ones too. */
export type Import = { /** a path from the tree's root, or a package's name */ to: string; ours: boolean; offset: number };

export type Comment = { text: string; line: number };

export type SourceFile = {
  /** from the tree's root, e.g. "src/ledger/holds.ts" */
  path: string;
  text: string;
  /** the folder under src, or the file right under it; undefined outside src */
  room: string | undefined;
  imports: Import[];
  comments: Comment[];
  /** modules of Node itself, types left out */
  builtins: { module: string; offset: number }[];
  visit(visitor: VisitorObject): void;
  /** where it speaks of names that it does not declare */
  references(): Reference[];
  /** all strings; what is filled into one reads as "x" */
  strings(): { text: string; offset: number }[];
  lineAt(offset: number): number;
};

export type SourceTree = { files: SourceFile[]; byPath: ReadonlyMap<string, SourceFile>; migrations: { path: string; text: string }[] };

const FOLDERS = ["src", "test", "bench", "scripts"];

/** Reads and parses all TypeScript under `root`, without what lies under `except`. @throws when a file does not parse */
export function readTree(root: string, except: string[] = []): SourceTree {
  const files = FOLDERS.flatMap((folder) => listFolder(root, folder))
    .filter((path) => /\.tsx?$/.test(path) && !except.some((start) => path.startsWith(start)))
    .map((path) => readSource(root, path));
  const migrations = listFolder(root, "migrations").map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  return { files, byPath: new Map(files.map((file) => [file.path, file])), migrations };
}

function listFolder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => join(folder, path.replaceAll("\\", "/")))
      .sort();
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return [];
    throw error;
  }
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const { program, module, comments, errors } = parseSync(path, text);
  const [broken] = errors;
  if (broken) throw new Error(`${path} does not parse: ${broken.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const imports: Import[] = [];
  const found = (specifier: unknown, offset: number) => {
    if (typeof specifier === "string") imports.push(importOf(path, specifier, offset));
  };
  for (const one of module.staticImports) found(one.moduleRequest.value, one.start);
  for (const { entries } of module.staticExports) for (const entry of entries) found(entry.moduleRequest?.value, entry.start);
  const visit = (visitor: VisitorObject) => new Visitor(visitor).visit(program);
  visit({
    ImportExpression: (node) => found(node.source.type === "Literal" ? node.source.value : undefined, node.start),
    TSImportType: (node) => found(node.source.value, node.start),
    NewExpression(node) {
      const [address, base] = node.arguments;
      const beside =
        node.callee.type === "Identifier" && node.callee.name === "URL" && base !== undefined && text.slice(base.start, base.end) === "import.meta.url";
      if (beside && address?.type === "Literal" && /\.tsx?$/.test(String(address.value))) found(address.value, node.start);
    },
  });
  const [, room] = path.split("/");
  return {
    path,
    text,
    room: path.startsWith("src/") ? room : undefined,
    imports,
    comments: comments.map(({ value, start }) => ({ text: value.trim(), line: lineAt(start) })),
    builtins: builtinsOf(visit),
    visit,
    references: () => referencesIn(program),
    strings: () => stringsOf(visit),
    lineAt,
  };
}

function builtinsOf(visit: SourceFile["visit"]): SourceFile["builtins"] {
  const found: SourceFile["builtins"] = [];
  const add = (specifier: unknown, offset: number) => {
    if (typeof specifier === "string" && isBuiltin(specifier)) found.push({ module: specifier.replace(/^node:/, ""), offset });
  };
  visit({
    ImportDeclaration(node) {
      const types =
        node.importKind === "type" ||
        (node.specifiers.length > 0 && node.specifiers.every((one) => one.type === "ImportSpecifier" && one.importKind === "type"));
      if (!types) add(node.source.value, node.start);
    },
    ExportNamedDeclaration(node) {
      if (node.exportKind !== "type") add(node.source?.value, node.start);
    },
    ExportAllDeclaration: (node) => add(node.source.value, node.start),
    ImportExpression: (node) => add(node.source.type === "Literal" ? node.source.value : undefined, node.start),
    CallExpression(node) {
      const [first] = node.arguments;
      const member = node.callee.type === "MemberExpression" && !node.callee.computed ? node.callee.property.name : "";
      const requires = (node.callee.type === "Identifier" && node.callee.name === "require") || member === "getBuiltinModule";
      if (requires) add(first?.type === "Literal" ? first.value : undefined, node.start);
    },
  });
  return found;
}

function stringsOf(visit: SourceFile["visit"]): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  visit({
    Literal(node) {
      if (typeof node.value === "string") found.push({ text: node.value, offset: node.start });
    },
    TemplateLiteral(node) {
      found.push({ text: node.quasis.map((part) => part.value.cooked ?? "").join("x"), offset: node.start });
    },
  });
  return found;
}

function importOf(from: string, specifier: string, offset: number): Import {
  if (specifier.startsWith(".")) return { to: join(dirname(from), specifier.replace(/\?.*$/, "")), ours: true, offset };
  const [scope = "", name] = specifier.split("/");
  return { to: specifier.startsWith("@") && name ? `${scope}/${name}` : scope, ours: false, offset };
}
