// breaks: randomness-comes-from-ids
export const id = () => Math.random();
// breaks: time-comes-from-the-clock
export const at = () => new Date();
// house: time because the receiver checks it against its own clock
export const stamp = () => Date.now();
// house: time because nothing here reads the time
// breaks: exemptions-say-why
export const still = new Date(0);
export * from "./ways.ts";
