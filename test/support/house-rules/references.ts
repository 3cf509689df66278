/** Where a file speaks of a global name: `fetch`, `globalThis.fetch`, `process.hrtime`, `Date` handed on as a value. */
export type Reference = {
  name: string;
  /** the member that is taken of it, if one is and it is known: "now" of `Date.now` and of `Date["now"]` */
  member: string | undefined;
  /** what is done with it there */
  use: "new" | "call" | "compare" | "value";
  /** how many arguments a `new` or a call of it gets */
  given: number;
  offset: number;
};

type Node = { type: string; start: number } & Record<string, unknown>;

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
/** By these names all others can be had. */
const EVERYTHING = new Set(["globalThis", "global", "self", "window"]);
/** Wrappers of TypeScript around a value; everything else of TypeScript's own is about types. */
const TRANSPARENT = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression", "TSInstantiationExpression", "TSTypeAssertion"]);
const OF_TYPES = new Set(["typeAnnotation", "typeArguments", "typeParameters", "returnType", "superTypeArguments", "implements"]);

/** All references to names that the file does not declare itself, where they stand. A parameter called `fetch` is no `fetch`. */
export function referencesIn(program: unknown): Reference[] {
  const found: Reference[] = [];

  function visit(node: Node, scopes: readonly Set<string>[], parent: Node | undefined, key: string): void {
    if (node.type.startsWith("TS") && !TRANSPARENT.has(node.type) && node.type !== "TSParameterProperty") return;
    if (node.type === "ImportDeclaration" || (node.type === "ExportNamedDeclaration" && node["source"])) return;
    if (node.type === "Identifier") return identifier(node, scopes, parent, key);
    const inner = FUNCTIONS.has(node.type) ? [...scopes, declaredIn(node)] : scopes;
    for (const [name, value] of Object.entries(node)) {
      if (OF_TYPES.has(name)) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, inner, node, name);
    }
  }

  function identifier(node: Node, scopes: readonly Set<string>[], parent: Node | undefined, key: string): void {
    const name = node["name"] as string;
    const named = parent !== undefined && (key === "property" || key === "key") && parent["computed"] !== true;
    if (named || key === "label" || scopes.some((scope) => scope.has(name))) return;
    found.push(referenceOf(node, name, parent, key));
  }

  const root = program as Node;
  visit(root, [declaredIn(root)], undefined, "");
  // Parents come before what they hold, so the way up is known when a reference through `globalThis` is read.
  return found.flatMap((one) => (EVERYTHING.has(one.name) ? throughEverything(one) : [one]));

  function referenceOf(node: Node, name: string, parent: Node | undefined, key: string): Reference {
    const base = { name, offset: node.start };
    if (parent?.type === "MemberExpression" && key === "object") return { ...base, member: memberOf(parent), use: "value", given: 0 };
    if (parent?.type === "NewExpression" && key === "callee")
      return { ...base, member: undefined, use: "new", given: (parent["arguments"] as unknown[]).length };
    if (parent?.type === "CallExpression" && key === "callee")
      return { ...base, member: undefined, use: "call", given: (parent["arguments"] as unknown[]).length };
    const compared = parent?.type === "BinaryExpression" && parent["operator"] === "instanceof" && key === "right";
    return { ...base, member: undefined, use: compared ? "compare" : "value", given: 0 };
  }

  /** `globalThis.fetch` is `fetch`; what is taken of it by another way could be anything. */
  function throughEverything({ member, offset, use }: Reference): Reference[] {
    return [{ name: member ?? "globalThis", member: undefined, use, given: 0, offset }];
  }
}

/** The name of the member, also in `["now"]` and [`now`]; undefined when only the run can tell. */
function memberOf({ computed, property }: Node): string | undefined {
  const node = property as Node;
  if (computed !== true) return node["name"] as string;
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  const quasis = node["quasis"] as { value: { cooked: string } }[] | undefined;
  return node.type === "TemplateLiteral" && quasis?.length === 1 ? quasis[0]?.value.cooked : undefined;
}

/** The names that a function (or the file) declares, without those of functions inside it. */
function declaredIn(scope: Node): Set<string> {
  const names = new Set<string>();
  function pattern(node: unknown): void {
    if (!isNode(node)) return;
    if (node.type === "Identifier") names.add(node["name"] as string);
    else if (node.type === "AssignmentPattern") pattern(node["left"]);
    else if (node.type === "RestElement") pattern(node["argument"]);
    else if (node.type === "ArrayPattern") for (const element of node["elements"] as unknown[]) pattern(element);
    else if (node.type === "ObjectPattern") for (const one of node["properties"] as Node[]) pattern(one["value"] ?? one["argument"]);
    else if (node.type === "TSParameterProperty") pattern(node["parameter"]);
  }
  function gather(node: Node): void {
    if (node.type === "VariableDeclarator" || node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") pattern(node["id"]);
    if (node.type === "TSEnumDeclaration" || node.type === "TSModuleDeclaration") pattern(node["id"]);
    if (node.type === "CatchClause") pattern(node["param"]);
    if (/^Import(Default|Namespace)?Specifier$/.test(node.type)) pattern(node["local"]);
    if (FUNCTIONS.has(node.type)) return;
    for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) gather(child);
  }
  if (FUNCTIONS.has(scope.type)) {
    pattern(scope["id"]);
    for (const param of scope["params"] as unknown[]) pattern(param);
    if (isNode(scope["body"])) gather(scope["body"]);
  } else gather(scope);
  return names;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
