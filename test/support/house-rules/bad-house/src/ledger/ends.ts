import type { take } from "./holds.ts";
// breaks: sql-takes-its-time-as-a-parameter
export const end: typeof take = "select id from accounts where at < now()";
