import { createHash } from "node:crypto";
import { plainText } from "./material.ts";
import type { RawTool } from "./line.ts";

/**
 * What a server says of its tools is written by a third party and read by the model with every message. So only what the owner has read
 * gets there, known again by its fingerprint, and of that only what a description of arguments needs.
 */

const MOST_DESCRIPTION = 1_000;
const MOST_HINT = 300;
const MOST_DEPTH = 5;
const MOST_PROPERTIES = 30;
const MOST_CHOICES = 50;
const MOST_SCHEMA = 6_000;

/** Names of arguments that would be something else in our own objects. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
const ARGUMENT = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;
const TYPES = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);
const NUMBERS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/** The name of exactly this description and these arguments: the first 32 hex digits of its SHA-256. */
export function fingerprintOf({ name, description, inputSchema }: RawTool): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted({ name, description: description ?? "", inputSchema: inputSchema ?? {} })))
    .digest("hex")
    .slice(0, 32);
}

/** The same whatever the order in which a server writes its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

export function descriptionOf(raw: RawTool): string {
  return plainText(typeof raw.description === "string" ? raw.description : "", MOST_DESCRIPTION);
}

/**
 * The arguments as a model may read them, without those that the service fills in. Undefined: they are too large, too deep or say
 * something that we do not know, and half a description would only mislead.
 */
export function argumentsOf(raw: RawTool, filled: readonly string[]): Record<string, unknown> | undefined {
  const schema = cleaned(raw.inputSchema ?? { type: "object" }, 0);
  if (!schema || schema["type"] !== "object") return undefined;
  const properties = Object.fromEntries(Object.entries((schema["properties"] ?? {}) as object).filter(([name]) => !filled.includes(name)));
  const required = ((schema["required"] ?? []) as string[]).filter((name) => !filled.includes(name));
  const { required: _all, ...rest } = schema;
  const whole = { ...rest, properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
  return JSON.stringify(whole).length <= MOST_SCHEMA ? whole : undefined;
}

type Schema = Record<string, unknown>;

function cleaned(given: unknown, depth: number): Schema | undefined {
  if (typeof given !== "object" || given === null || Array.isArray(given) || depth > MOST_DEPTH) return undefined;
  const from = given as Schema;
  const to: Schema = {};
  if (typeof from["description"] === "string") to["description"] = plainText(from["description"], MOST_HINT);
  for (const name of NUMBERS) if (typeof from[name] === "number" && Number.isFinite(from[name])) to[name] = from[name];
  return withChoices(from, to, depth) && withType(from, to) && withInside(from, to, depth) ? to : undefined;
}

function withType(from: Schema, to: Schema): boolean {
  const { type } = from;
  if (type === undefined) return "anyOf" in to || "enum" in to || "const" in from;
  const known = Array.isArray(type) ? type.length > 0 && type.every((one) => TYPES.has(one as string)) : TYPES.has(type as string);
  if (known) to["type"] = type;
  return known;
}

function withChoices(from: Schema, to: Schema, depth: number): boolean {
  if ("$ref" in from || "allOf" in from || "not" in from || "if" in from) return false;
  const values = from["enum"] ?? ("const" in from ? [from["const"]] : undefined);
  if (values !== undefined) {
    if (!Array.isArray(values) || values.length > MOST_CHOICES || !values.every(isPlain)) return false;
    to["enum"] = values;
  }
  const some = from["anyOf"] ?? from["oneOf"];
  if (some === undefined) return true;
  if (!Array.isArray(some) || some.length === 0 || some.length > MOST_DEPTH) return false;
  const each = some.map((one) => cleaned(one, depth + 1));
  to["anyOf"] = each;
  return each.every((one) => one !== undefined);
}

function isPlain(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean" || value === null || (typeof value === "string" && plainText(value, 100) === value);
}

function withInside(from: Schema, to: Schema, depth: number): boolean {
  if (from["items"] !== undefined) {
    const items = cleaned(from["items"], depth + 1);
    if (!items) return false;
    to["items"] = items;
  }
  if (from["properties"] === undefined) return true;
  if (typeof from["properties"] !== "object" || from["properties"] === null) return false;
  const entries = Object.entries(from["properties"]);
  if (entries.length > MOST_PROPERTIES) return false;
  const properties: Schema = {};
  for (const [name, inner] of entries) {
    const inside = ARGUMENT.test(name) && !FORBIDDEN.has(name) ? cleaned(inner, depth + 1) : undefined;
    if (!inside) return false;
    properties[name] = inside;
  }
  to["properties"] = properties;
  const { required } = from;
  if (Array.isArray(required)) to["required"] = required.filter((name) => typeof name === "string" && Object.hasOwn(properties, name));
  return true;
}
