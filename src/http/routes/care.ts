import { found, type Handlers } from "../dispatch.ts";
import type { House } from "../house.ts";

export type Care =
  | "phoneCalls"
  | "phoneCall"
  | "planCall"
  | "claimCall"
  | "finishCall"
  | "handbackCall"
  | "withdrawCall"
  | "callConsents"
  | "giveConsent"
  | "withdrawConsent"
  | "alerts"
  | "acknowledgeAlert"
  | "forecastAlert"
  | "silences"
  | "silence"
  | "endSilence"
  | "outages"
  | "declareOutage"
  | "endOutage"
  | "noClaims"
  | "noClaimsCustomers"
  | "noClaimsCheck"
  | "incidents"
  | "recordIncident"
  | "ruleIncident"
  | "objections"
  | "decideObjection"
  | "customerNoClaims"
  | "certificate"
  | "objectFor"
  | "rates"
  | "booksBeside"
  | "campaigns"
  | "mailouts"
  | "previewMailout"
  | "testMailout"
  | "mailConsents"
  | "giveMailConsent"
  | "withdrawMailConsent"
  | "reportMail"
  | "recordUpgrade"
  | "contributions"
  | "acceptContribution"
  | "withdrawContribution";

/** What reaches out unasked, or decides money over time: alerts, thank-yous, calls to people, no-claims discounts, contributions. */
export function careRoutes({ rooms }: House): Pick<Handlers, Care> {
  const { alerts, noClaims, phone, consents, mailouts, contributions } = rooms;
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
    alerts: ({ query }) => alerts.list(query),
    acknowledgeAlert: ({ id, by }) => alerts.acknowledge(id, by),
    forecastAlert: ({ body }) => alerts.forecast(body),
    silences: () => alerts.silences(),
    silence: ({ body, by }) => alerts.silence(body, by),
    endSilence: ({ id, by }) => alerts.endSilence(id, by),
    outages: () => alerts.outages(),
    declareOutage: ({ body, by }) => alerts.declareOutage(body, by),
    endOutage: ({ id, by }) => alerts.endOutage(id, by),
    noClaims: () => noClaims.overview(),
    noClaimsCustomers: ({ query }) => noClaims.customers(query),
    noClaimsCheck: () => noClaims.check(),
    incidents: ({ query }) => noClaims.incidents(query),
    recordIncident: ({ body, by }) => noClaims.record(body, by),
    ruleIncident: ({ id, body, by }) => noClaims.rule(id, body, by),
    objections: ({ query }) => noClaims.objections(query),
    decideObjection: ({ id, body, by }) => noClaims.decide(id, body, by),
    customerNoClaims: async ({ id }) => found(await noClaims.of(id)),
    certificate: async ({ id }) => found(await noClaims.certificate(id)),
    objectFor: ({ id }) => noClaims.objectFor(id),
    rates: ({ query }) => rooms.rates(query),
    booksBeside: () => rooms.booksBeside(),
    campaigns: () => mailouts.campaigns(),
    mailouts: ({ query }) => mailouts.list(query),
    previewMailout: ({ body }) => mailouts.preview(body),
    testMailout: ({ body, by }) => mailouts.test(body, by),
    mailConsents: ({ id }) => mailouts.consents(id),
    giveMailConsent: ({ id, body, by }) => mailouts.agree(id, body, by),
    withdrawMailConsent: ({ id }) => mailouts.withdraw(id),
    reportMail: async ({ body }) => (await mailouts.reported(body), body),
    recordUpgrade: ({ body, by }) => mailouts.upgraded(body, by),
    contributions: async ({ id }) => found(await contributions.of(id)),
    acceptContribution: ({ id, body, by }) => contributions.accept(id, body, by),
    withdrawContribution: ({ id, by }) => contributions.withdraw(id, by),
  };
}
