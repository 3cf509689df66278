import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { schemeSchema, type Scheme } from "../policies/index.ts";
import { pattern, whole } from "./fields.ts";
import { readYaml } from "./read-yaml.ts";

/** No-claims schemes: those that come with the house, and what an owner writes of them into policies.yaml. */

/** Where the schemes lie that come with the house, a file each. */
const PRESETS = fileURLToPath(new URL("../../rulebooks/no-claims/", import.meta.url));
/** The word for: no discount at all. */
export const NO_SCHEME = "off";

/** A scheme that cannot be read; `message` says file, place and remedy. */
export class SchemeBroken extends Error {
  readonly code = "scheme_broken";
}

/**
 * Reads one scheme from YAML.
 * @throws SchemeBroken
 */
function readScheme(text: string | Uint8Array, fileName: string): Scheme {
  const reading = readYaml(text);
  if (reading.problems.length > 0) throw new SchemeBroken(reading.problems.map(({ line, message }) => `${fileName}:${line}  ${message}`).join("\n"));
  const checked = schemeSchema.safeParse(reading.value);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(({ path, message }) => `${fileName}:${reading.placeOf(path, "value").line}  ${path.join(".")}: ${message}`);
  throw new SchemeBroken(lines.join("\n"));
}

async function readPresets(): Promise<Record<string, Scheme>> {
  const files = (await readdir(PRESETS)).filter((file) => file.endsWith(".yaml")).toSorted();
  const schemes = await Promise.all(files.map(async (file) => readScheme(await readFile(`${PRESETS}${file}`), file)));
  return Object.fromEntries(schemes.map((scheme) => [scheme.name, scheme]));
}

/** The schemes that come with the house, by their names. */
export const presets: Readonly<Record<string, Scheme>> = await readPresets();

/**
 * A scheme by its name, or by the path of its file.
 * @throws SchemeBroken when there is neither, or the file cannot be read as a scheme
 */
export async function findScheme(schemes: Readonly<Record<string, Scheme>>, nameOrFile: string): Promise<Scheme> {
  const known = Object.hasOwn(schemes, nameOrFile) ? schemes[nameOrFile] : undefined;
  if (known) return known;
  const text = await readFile(nameOrFile).catch(() => undefined);
  if (!text) throw new SchemeBroken(`There is no scheme and no file ${JSON.stringify(nameOrFile)}. The schemes are: ${Object.keys(schemes).join(", ")}.`);
  return readScheme(text, nameOrFile);
}

const name = pattern("the name of a scheme such as fair, or off", "fair", /^[a-z][a-z0-9-]{0,30}$/);

export const noClaims = z
  .strictObject({
    /** the scheme that holds for every customer who pays a fee; off: no discount */
    scheme: name.default("fair"),
    /** so many days an unknown incident waits for somebody to say whose doing it was */
    classifyDays: whole(1, 365, 14).default(14),
    /** topics of pages about bills and prices: help with them is never a claim */
    freeTopics: z
      .array(pattern("a topic such as billing", "billing", /^[a-z][a-z0-9-]{0,40}$/))
      .max(50)
      .default(["billing", "invoices", "plans"]),
    /** schemes of the owner's own, in the form of those in rulebooks/no-claims */
    schemes: z
      .record(name, schemeSchema)
      .default({})
      .transform((own): Record<string, Scheme> => ({ ...presets, ...own })),
  })
  .prefault({});

type Unchecked = { noClaims: { scheme: string; schemes: Record<string, Scheme> } };

/** What the lines about no-claims discounts promise each other. */
export function checkNoClaims({ noClaims: { scheme, schemes } }: Unchecked, report: (path: (string | number)[], message: string) => void): void {
  for (const [key, one] of Object.entries(schemes)) {
    if (one.name !== key) report(["noClaims", "schemes", key], `the scheme calls itself "${one.name}". Give it one name.`);
  }
  if (scheme === NO_SCHEME || Object.hasOwn(schemes, scheme)) return;
  report(
    ["noClaims", "scheme"],
    `there is no scheme "${scheme}". There are: ${[NO_SCHEME, ...Object.keys(schemes)].join(", ")}. Write one of them, or add yours below "schemes:".`,
  );
}
