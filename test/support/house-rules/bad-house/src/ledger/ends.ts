import type { take } from "./holds.ts";
export type Take = typeof take;
// breaks: sql-takes-time-and-chance-as-parameters
export const end: string = "select id from accounts where at < now()";
// breaks: waits-and-wires-have-a-seam
export const later = () => setTimeout(String, 5);
