// breaks: rooms-import-by-the-table
import { now } from "../platform/clock.ts";
// breaks: policies-are-pure
// breaks: builtins-stay-in-their-room
import { readFile } from "node:fs/promises";
// breaks: policies-are-pure
export const decide = async () => (await readFile("rules")).length > now().getTime();
