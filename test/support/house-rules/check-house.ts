import { shortFunctions } from "./function-rules.ts";
import { importRules } from "./import-rules.ts";
import type { Limits, Rule, Violation } from "./rule.ts";
import { seamRules } from "./seam-rules.ts";
import { sourceRules } from "./source-rules.ts";
import type { SourceTree } from "./source-tree.ts";

export const rules: readonly Rule[] = [...importRules, ...sourceRules, ...seamRules, shortFunctions];
/** An exemption that gives no reason, names no rule, or is not needed any more, is a violation itself. */
export const EXEMPTIONS = "exemptions-say-why";

type Exemption = { word: string; reason: string; file: string; line: number; used: boolean };

/** All violations of the house's rules in `tree`, less those that are let off at their line with a reason. */
export function checkHouse(tree: SourceTree, limits: Limits): Violation[] {
  const exemptions = tree.files.flatMap((file) => file.comments.flatMap((comment) => exemptionOf(comment.text, file.path, comment.line)));
  const kept = rules.flatMap((rule) =>
    rule
      .find(tree, limits)
      .filter((one) => !exemptions.some((exemption) => letsOff(exemption, rule, one.file, one.line)))
      .map((one) => ({ rule: rule.id, ...one })),
  );
  const idle = exemptions.filter(({ used, reason }) => !used || reason === "");
  return [
    ...kept,
    ...idle.map(({ file, line }) => ({
      rule: EXEMPTIONS,
      file,
      line,
      mend: "// house: {rule's word} because {reason}, where a rule would be broken without it",
    })),
  ];
}

function exemptionOf(text: string, file: string, line: number): Exemption[] {
  const match = /^house:\s*(\S*)(?:\s+because\s+(.*))?/.exec(text);
  return match ? [{ word: match[1] ?? "", reason: match[2] ?? "", file, line, used: false }] : [];
}

function letsOff(exemption: Exemption, { exemption: allowed }: Rule, file: string, line: number): boolean {
  if (!allowed || allowed.word !== exemption.word || exemption.file !== file || exemption.reason === "") return false;
  const here = allowed.of === "file" || line === exemption.line || line === exemption.line + 1;
  exemption.used ||= here;
  return here;
}
