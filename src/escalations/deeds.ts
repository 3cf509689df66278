import { createHash } from "node:crypto";
import { StaffRefused } from "../conversations/channel.ts";
import type { Doer } from "./types.ts";

/** The mark of one deed of one person, where the caller says which it is. */
export function deedOf(what: string, about: string, by: Doer): string | undefined {
  if (by.once === undefined) return undefined;
  return createHash("sha256")
    .update(JSON.stringify([what, about, by.id, by.once]))
    .digest("hex")
    .slice(0, 40);
}

export function answeredAlready(): StaffRefused {
  return new StaffRefused("conflict", "This question has been answered already.");
}
