export { createCounting, exposureOf, type CountedCustomer, type Counting } from "./counted.ts";
export { createAlerts, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
export type { AlertItem, AlertQuery } from "./list.ts";
export type { Outage, Silence } from "./mutes.ts";
export { TELL_OF_ESTIMATE } from "./estimates.ts";
export { createNoClaims, type NoClaims } from "./no-claims/index.ts";
export { costOnOurs, PAST_YEARS, schemeFigures, USUAL_RATE, type SchemeFigures } from "./no-claims/figures.ts";
export type { IncidentView, Objected, Stand } from "./no-claims/reads.ts";
