import { PersonRefused } from "../../privacy/index.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";

/** What a person may ask of the owner: a copy of what is held about them, and to be forgotten. */
export function createPrivacyDesk({ privacy }: Pick<DeskRooms, "privacy">): Rooms["privacy"] {
  return {
    export: (contact) => privacy.export(contact).catch(refusal),
    erase: (contact) => privacy.erase(contact).catch(refusal),
  };
}

function refusal(error: unknown): never {
  if (!(error instanceof PersonRefused)) throw error;
  throw new Problem("not_found", error.message, { cause: error });
}
