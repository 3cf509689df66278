import type { Book } from "./book.ts";
import { RulebookError } from "./load.ts";
import { readYaml } from "./read-yaml.ts";

/** A plan that customers have, how many, and some of their names. Names of organisations: the plans of single people are in every book. */
export type PlanInUse = { plan: string; customers: number; names: string[] };

/**
 * A plan that customers have may not leave the book, nor be renamed: nobody would know any more what they are entitled to.
 * @throws RulebookError that names plan, customers and remedy
 */
export function checkPlansInUse(book: Book, inUse: PlanInUse[], text: Uint8Array, fileName: string): void {
  const lost = inUse.filter(({ plan }) => !Object.hasOwn(book.plans, plan));
  if (lost.length === 0) return;
  const place = readYaml(text).placeOf(["plans"], "key");
  throw new RulebookError(
    fileName,
    lost.map((use) => ({ ...place, path: "plans", message: told(use) })),
  );
}

function told({ plan, customers, names }: PlanInUse): string {
  const more = customers - names.length;
  const who = `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const have = customers === 1 ? "1 customer has it" : `${customers} customers have it`;
  return `the plan "${plan}" is not here, but ${have}: ${who}. Put the plan back; take it away or rename it when every customer has another one.`;
}
