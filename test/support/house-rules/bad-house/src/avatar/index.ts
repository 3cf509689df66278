// breaks: only-through-the-door
export { take } from "../ledger/holds.ts";
// breaks: packages-stay-in-their-room
export const client = () => import("openai");
export { model } from "./models/openai.ts";
