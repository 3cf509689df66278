import type { Customers } from "../customers/index.ts";
import type { Texts } from "./texts.ts";

/** What a contact's own contract contains, in reviewed words: told when asked, compared with nobody's. */
export function createAccountWords({ customers, texts }: { customers: Pick<Customers, "get">; texts: Texts }) {
  return async (customer: string, locale: string): Promise<string> => {
    const contract = (await customers.get(customer))?.contract;
    if (!contract) return texts.render("account_none", locale);
    const parts = [texts.render("account_plan", locale, { plan: contract.plan })];
    if (contract.renewal) parts.push(texts.render("account_renewal", locale, { renewal: new Date(`${contract.renewal}T12:00:00Z`) }));
    if (contract.responseMinutes === null) parts.push(texts.render("account_no_response", locale));
    else parts.push(texts.render("account_response", locale, { minutes: contract.responseMinutes }));
    return parts.join(" ");
  };
}
