import { markdown } from "./markdown.ts";
// breaks: rooms-import-by-the-table
import type { now } from "../../platform/database.ts";
export const slack: { name: string; now?: typeof now } = { name: markdown("slack") };
