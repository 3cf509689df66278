export { createAlerts, type AlertItem, type AlertQuery, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
export { TELL_OF_ESTIMATE } from "./estimates.ts";
export { createPhone, type CallQuery, type Finished, type NewCall, type Phone, type PhoneCall, type PhoneCallDetail } from "./phone/index.ts";
