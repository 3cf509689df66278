// A house with faults of every kind: the comment above each names the rule that must find it.
import "./launch.ts";
export const port = process.env["PORT"];
