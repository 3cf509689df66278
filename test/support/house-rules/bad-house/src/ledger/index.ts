export { take } from "./holds.ts";
export { end } from "./ends.ts";
export type Amount = bigint;
