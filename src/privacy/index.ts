import { createErasing, type PrivacyRooms } from "./erase.ts";
import { exportOf } from "./export.ts";
import { findPerson } from "./person.ts";

export type { Erased } from "./erase.ts";
export type { PersonFile } from "./export.ts";
export { PersonRefused } from "./person.ts";

/** What a person may ask of us: everything that we hold about them, and that we forget it. */
export function createPrivacy(rooms: PrivacyRooms) {
  const { db, clock } = rooms;
  return {
    find: (idOrAddress: string) => findPerson(db, idOrAddress),
    export: (contact: string) => exportOf(db, contact, clock.now()),
    ...createErasing(rooms),
  };
}

export type Privacy = ReturnType<typeof createPrivacy>;
