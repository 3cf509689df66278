import { doors, entries, layers, openRooms, packages } from "./layers.ts";
import { fileRule, within, type Rule } from "./rule.ts";
import type { SourceFile, SourceTree } from "./source-tree.ts";

const roomOf = (path: string) => (path.startsWith("src/") ? path.split("/")[1] : undefined);
const inSource = (file: SourceFile) => file.room !== undefined;

const byTheTable = fileRule({
  id: "rooms-import-by-the-table",
  where: inSource,
  look(file, report) {
    const layer = layers[file.room ?? ""];
    if (!layer) return report(0, `${file.room} is not in the table: give it a row in test/support/house-rules/layers.ts and in ARCHITECTURE.md`);
    for (const { to, ours, offset } of file.imports) {
      const room = roomOf(to);
      if (!ours || room === file.room) continue;
      const short = to.replace(/^src\//, "");
      const allowed = room !== undefined && (layer.may.includes(room) || layer.may.includes(short)) && !layer.never?.includes(short);
      if (!allowed) report(offset, `${file.room} may not know ${room ?? to}: let app.ts hand it over, or move the code`);
    }
  },
});

const throughTheDoor = fileRule({
  id: "only-through-the-door",
  where: inSource,
  look(file, report) {
    for (const { to, ours, offset } of file.imports) {
      const room = roomOf(to);
      if (!ours || room === undefined || room === file.room || openRooms.includes(room)) continue;
      const door = to === `src/${room}` || to === `src/${room}/index.ts` || doors.includes(to.replace(/^src\//, ""));
      if (!door) report(offset, `import it from ${room}/index.ts`);
    }
  },
});

const siblings: Rule = {
  id: "no-sibling-channels",
  find(tree) {
    const registry = "src/channels/index.ts";
    const home = (path: string) => (path.split("/").length > 3 ? path.replace(/[^/]+$/, "") : path);
    const registered = new Set((tree.byPath.get(registry)?.imports ?? []).filter(({ to }) => to.startsWith("src/channels/")).map(({ to }) => home(to)));
    return tree.files
      .filter((file) => file.room === "channels" && file.path !== registry)
      .flatMap((file) =>
        file.imports
          .filter(({ to }) => registered.has(home(to)) && home(to) !== home(file.path))
          .map(({ to, offset }) => ({
            file: file.path,
            line: file.lineAt(offset),
            mend: `a channel knows no other: what it shares with ${to} belongs beside them`,
          })),
      );
  },
};

const vendors = fileRule({
  id: "packages-stay-in-their-room",
  where: inSource,
  look(file, report) {
    for (const { to, ours, offset } of file.imports) {
      const rule = ours ? undefined : packages.find(({ name }) => name.test(to));
      if (rule && !within(file.path, rule.only)) report(offset, `${to} is known in ${rule.only[0]} only`);
    }
  },
});

const purePolicies = fileRule({
  id: "policies-are-pure",
  where: (file) => file.room === "policies",
  look(file, report) {
    for (const { to, ours, offset } of file.imports) if (!ours && to !== "zod") report(offset, "a policy imports zod and its neighbours only");
    const calm = (node: { async: boolean; start: number }) => {
      if (node.async) report(node.start, "a policy waits for nothing: hand it the facts");
    };
    file.visit({ FunctionDeclaration: calm, FunctionExpression: calm, ArrowFunctionExpression: calm });
  },
});

const cycles: Rule = {
  id: "no-import-cycles",
  find(tree) {
    const done = new Set<string>();
    const circles: string[][] = [];
    const follow = (path: string, trail: string[]) => {
      const back = trail.indexOf(path);
      if (back >= 0) return void circles.push(trail.slice(back));
      if (done.has(path)) return;
      for (const next of neighbours(tree, path)) follow(next, [...trail, path]);
      done.add(path);
    };
    for (const file of tree.files) follow(file.path, []);
    return circles.map((circle) => {
      const [first = "", second = first] = circle;
      const file = tree.byPath.get(first);
      const offset = file?.imports.find(({ to }) => to === second)?.offset ?? 0;
      return { file: first, line: file?.lineAt(offset) ?? 1, mend: `${[...circle, first].join(" → ")}: move what both need into a file of its own` };
    });
  },
};

function neighbours(tree: SourceTree, path: string): string[] {
  return [...new Set(tree.byPath.get(path)?.imports.map(({ to }) => to))].filter((to) => tree.byPath.has(to));
}

const importers: Rule = {
  id: "every-file-has-an-importer",
  find(tree) {
    const source = tree.files.filter(inSource);
    const imported = new Set(source.flatMap((file) => file.imports.map(({ to }) => to)));
    return source
      .filter(({ path }) => !imported.has(path) && !entries.some((entry) => entry.test(path)))
      .map(({ path }) => ({ file: path, line: 1, mend: "nothing in src uses it: import it, or delete it" }));
  },
};

export const importRules: readonly Rule[] = [byTheTable, throughTheDoor, siblings, vendors, purePolicies, cycles, importers];
