export { now } from "./clock.ts";
