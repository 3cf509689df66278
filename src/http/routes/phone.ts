import { found, type Handlers } from "../dispatch.ts";
import type { Rooms } from "../rooms.ts";

type Calls =
  | "phoneCalls"
  | "phoneCall"
  | "planCall"
  | "claimCall"
  | "finishCall"
  | "handbackCall"
  | "withdrawCall"
  | "callConsents"
  | "giveConsent"
  | "withdrawConsent";

/** Calls to people's telephones, and who has agreed to be called. */
export function phoneRoutes({ phone, consents }: Pick<Rooms, "phone" | "consents">): Pick<Handlers, Calls> {
  return {
    phoneCalls: ({ query }) => phone.list(query),
    phoneCall: async ({ id, by }) => found(await phone.get(id, by)),
    planCall: ({ body, by }) => phone.plan(body, by),
    claimCall: ({ id, by }) => phone.claim(id, by),
    finishCall: ({ id, body, by }) => phone.finish(id, body, by),
    handbackCall: ({ id, by }) => phone.handback(id, by),
    withdrawCall: ({ id, by }) => phone.withdraw(id, by),
    callConsents: ({ id }) => consents.list(id),
    giveConsent: ({ id, body, by }) => consents.give(id, body, by),
    withdrawConsent: ({ id }) => consents.withdraw(id),
  };
}
