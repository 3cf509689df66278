export { createCounting, exposureOf, type CountedCustomer, type Counting } from "./counted.ts";
export { createAlerts, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
export type { AlertItem, AlertQuery } from "./list.ts";
export type { Outage, Silence } from "./mutes.ts";
export { TELL_OF_ESTIMATE } from "./estimates.ts";
export { loadMailTexts, MailTextBroken } from "./mailouts/texts.ts";
