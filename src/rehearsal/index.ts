export { StoriesBroken } from "./read.ts";
export { RehearsalMisused, rehearse, summaryOf, type RehearsalReport } from "./rehearse.ts";
