export { createCounting, exposureOf, type CountedCustomer, type Counting } from "./counted.ts";
export { createAlerts, type AlertItem, type AlertQuery, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
export { TELL_OF_ESTIMATE } from "./estimates.ts";
