import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** The sample business as it is written down in `sample/*.yaml`. */

const contact = z.object({ name: z.string(), email: z.string(), locale: z.string() });
const customer = z.object({
  id: z.string(),
  name: z.string(),
  plan: z.string(),
  /** whole units of the owner's currency a month */
  fee: z.number().nonnegative().default(0),
  startMonthsAgo: z.int(),
  renewalInMonths: z.int(),
  contacts: z.array(contact).min(1),
});
const line = z.object({
  from: z.enum(["contact", "avatar", "human"]),
  text: z.string(),
  /** id of the page that the avatar cites */
  page: z.string().optional(),
  afterWorkingDays: z.int().positive().optional(),
});
const scenario = z.object({
  topic: z.string(),
  errorCode: z.string().optional(),
  productVersion: z.string().optional(),
  lang: z.enum(["en", "de"]),
  outcome: z.enum(["answered", "deferred", "granted", "overridden"]),
  minutes: z.int().positive().optional(),
  weight: z.record(z.string(), z.number().nonnegative()),
  messages: z.array(line).min(2),
});

export type SampleCustomer = z.output<typeof customer>;
export type Scenario = z.output<typeof scenario>;
export type ScenarioLine = z.output<typeof line>;
export type SampleFiles = { avatar: string; customers: SampleCustomer[]; scenarios: Scenario[] };

/** @throws ZodError when a file is not as described */
export async function readSample(directory: string): Promise<SampleFiles> {
  const [business, history] = await Promise.all(
    ["business.yaml", "history.yaml"].map(async (name) => parse(await readFile(join(directory, name), "utf8")) as unknown),
  );
  const { business: firm, customers } = z.object({ business: z.object({ avatar: z.string() }), customers: z.array(customer) }).parse(business);
  const { scenarios } = z.object({ scenarios: z.array(scenario) }).parse(history);
  return { avatar: firm.avatar, customers, scenarios };
}
