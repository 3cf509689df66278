import type { take } from "./holds.ts";
export type Take = typeof take;
// breaks: sql-takes-its-time-as-a-parameter
export const end: string = "select id from accounts where at < now()";
// breaks: waits-and-wires-have-a-seam
export const later = () => setTimeout(Date, 5);
