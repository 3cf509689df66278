export { createCounting, exposureOf, type CountedCustomer, type Counting } from "./counted.ts";
export { createAlerts, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
export type { AlertItem, AlertQuery } from "./list.ts";
export type { Outage, Silence } from "./mutes.ts";
export { TELL_OF_ESTIMATE } from "./estimates.ts";
export { createNoClaims, type NoClaims } from "./no-claims/index.ts";
export { costOf, costOnOurs, PAST_YEARS, schemeFigures, USUAL_RATE, type SchemeFigures } from "./no-claims/figures.ts";
export type { IncidentView, Objected, Stand } from "./no-claims/reads.ts";
export { createContributions, type Contributions, type ContributionView, type NewContribution } from "./contributions.ts";
export { livesOf, peopleOf, type Life } from "./lives.ts";
export { createRates, LEAST_PEOPLE, type Rates, type RateTable } from "./rates.ts";
export { createPhone, type CallQuery, type Finished, type NewCall, type Phone, type PhoneCall, type PhoneCallDetail } from "./phone/index.ts";
export { createPost, type Post } from "./post.ts";
export { createThanks } from "./mailouts/thanks.ts";
export {
  createMailouts,
  monthsBetween,
  occasionsIn,
  type CampaignFigures,
  type Group,
  type MailoutQuery,
  type Mailouts,
  type MailoutView,
  type Preview,
  type Shown,
} from "./mailouts/index.ts";
