import type { ArrowFunctionExpression, Function as FunctionNode } from "oxc-parser";
import type { Rule } from "./rule.ts";
import type { SourceFile } from "./source-tree.ts";

type Measured = { start: number; end: number; own: number };

/**
 * A room is made by a function that holds the room's functions, so length is measured without what is nested:
 * each function by its own lines.
 */
export const shortFunctions: Rule = {
  id: "functions-stay-short",
  exemption: { word: "whole", of: "line" },
  find(tree, limits) {
    return tree.files
      .filter((file) => file.room !== undefined)
      .flatMap((file) =>
        functionsOf(file)
          .filter(({ own }) => own > limits.functionLines)
          .map(({ start, own }) => ({
            file: file.path,
            line: file.lineAt(start),
            mend: `${own} lines of its own, at most ${limits.functionLines}: name a part of it (wiring may say // house: whole because …)`,
          })),
      );
  },
};

function functionsOf(file: SourceFile): Measured[] {
  const all: Measured[] = [];
  const open: Measured[] = [];
  const enter = ({ start, end }: FunctionNode | ArrowFunctionExpression) => void open.push({ start, end, own: file.lineAt(end) - file.lineAt(start) + 1 });
  const leave = () => {
    const done = open.pop();
    if (!done) return;
    all.push(done);
    const outer = open.at(-1);
    // The first line of what is nested belongs to the outer function, too: it calls or names it there.
    if (outer) outer.own -= file.lineAt(done.end) - file.lineAt(done.start);
  };
  file.visit({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    "FunctionDeclaration:exit": leave,
    "FunctionExpression:exit": leave,
    "ArrowFunctionExpression:exit": leave,
  });
  return all;
}
