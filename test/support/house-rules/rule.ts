import type { SourceFile, SourceTree } from "./source-tree.ts";

/** One place that breaks a rule, with what to do about it. */
export type Violation = { rule: string; file: string; line: number; mend: string };

/** Most lines that a file may have, and a function of its own. */
export type Limits = { sourceLines: number; testLines: number; functionLines: number };

/** A rule of the house. `exemption`: the word by which a line (or file) may be let off, with its reason. */
export type Rule = {
  id: string;
  exemption?: { word: string; of: "line" | "file" };
  find(tree: SourceTree, limits: Limits): Omit<Violation, "rule">[];
};

/** A rule that looks at one file at a time; `report` takes the offset in its text. */
export function fileRule(given: {
  id: string;
  exemption?: NonNullable<Rule["exemption"]>;
  where: (file: SourceFile) => boolean;
  look: (file: SourceFile, report: (offset: number, mend: string) => void) => void;
}): Rule {
  const { id, exemption, where, look } = given;
  return {
    id,
    ...(exemption ? { exemption } : {}),
    find(tree) {
      const found: Omit<Violation, "rule">[] = [];
      for (const file of tree.files.filter(where)) look(file, (offset, mend) => found.push({ file: file.path, line: file.lineAt(offset), mend }));
      return found;
    },
  };
}

/** Whether the path lies in one of these folders, or is one of these files. */
export function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));
}
