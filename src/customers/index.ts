import { createEpisodes } from "./episodes.ts";
import { createGrants } from "./grants.ts";
import { createIdentities } from "./identities.ts";
import { createRegistry, type RegistryRooms } from "./registry.ts";

export { createConsents, type CallConsent, type CallScope, type Consents, type NewCallConsent } from "./consents.ts";
export { createMailConsents, type MailConsent, type MailConsents, type NewMailConsent } from "./mail-consents.ts";
export { causeOf, type Episode } from "./episodes.ts";
export type { Known, Sender, Vouched } from "./identities.ts";
export { createInternalWords } from "./internal.ts";
export { COMMUNITY_PLAN, VISITOR_PLAN, type PlanBook, type PlanBooks, type PlanTerms } from "./plans.ts";
export { plansInUse } from "./plan-use.ts";
export { CustomerRefused } from "./refused.ts";
export { isLivedIn, LOOK_AT_DISCOUNT, VISITORS, type Contact, type Contract, type Customer, type CustomerPatch, type NewCustomer } from "./registry.ts";

/** Whom we serve: customers with their contracts, people with their identities, and the matters they came with. */
export function createCustomers(rooms: RegistryRooms) {
  return { ...createRegistry(rooms), ...createIdentities(rooms), ...createGrants(rooms), ...createEpisodes(rooms) };
}

export type Customers = ReturnType<typeof createCustomers>;
