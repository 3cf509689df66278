export { createAlerts, type AlertItem, type AlertQuery, type AlertRooms, type Alerts, type NewAlert, type RaisedAlert } from "./alerts.ts";
