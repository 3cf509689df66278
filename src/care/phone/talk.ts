import { applyWrites } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import type { Spoken, Talk } from "../telephony.ts";
import type { PhoneRooms, SpokenKey } from "./rooms.ts";
import { CALLS, type CallRow } from "./rows.ts";
import { wantsNoCalls } from "./stop-words.ts";
import { neverAgain } from "./writes.ts";

/** The key that ends all calls, said at the beginning of each. */
const STOP_KEY = "9";
/** We say once that we cannot talk about other things here; then we say goodbye. */
const MOST_ROUNDS = 2;

/**
 * What the computer voice says. It says that it is one in its first sentence; "stop" and the key 9 work at every moment, end the call with a kind word, and
 * nobody is rung again under that number. What was said is heard for this and never kept.
 */
export function createTalk(rooms: PhoneRooms & { told: (id: string, customer: string) => void }) {
  const { db, clock, rulebook, persona, say } = rooms;

  async function talk(id: string, heard: Talk): Promise<Spoken> {
    const { row, spoken } = await db.transaction((tx) => talkIn(tx, id, heard));
    if (row) rooms.told(id, row.customer);
    return spoken;
  }

  async function talkIn(tx: Queryable, id: string, heard: Talk): Promise<{ row?: CallRow; spoken: Spoken }> {
    const [row] = await tx.query<CallRow>(`${CALLS} where p.id = $1 for update of p`, [id]);
    if (!row || ["waiting", "claimed"].includes(row.state) || (row.provider !== null && row.provider !== heard.provider)) return { spoken: silence };
    const stops = heard.keys.includes(STOP_KEY) || wantsNoCalls(heard.speech);
    if (stops && !row.stopped_at) await stop(tx, row);
    // Whoever says it and hangs up may be heard after the word that the call is over: it holds all the same.
    if (!stops && row.state === "ended") return { spoken: silence };
    // Taken back while it rang, or erased: nobody is talked to against their word.
    if (stops || row.phone === null) return { row, spoken: words(row, ["phone_stopped"], false) };
    const who = row.heard ?? (heard.heardBy === "machine" ? "machine" : "person");
    await tx.query("update phone_calls set state = 'talking', provider = $2, heard = $3, rounds = rounds + 1 where id = $1", [id, heard.provider, who]);
    return { row, spoken: next({ ...row, heard: who }, heard) };
  }

  async function stop(tx: Queryable, row: CallRow): Promise<void> {
    const at = clock.now();
    await tx.query(
      "update phone_calls set stopped_at = $2, heard = 'person', outcome = case when state = 'ended' then 'asked_not_to' else outcome end where id = $1",
      [row.id, at],
    );
    await applyWrites(tx, neverAgain(rooms, row, at));
  }

  function next(row: CallRow, heard: Talk): Spoken {
    if (row.heard === "machine") return rulebook.current().book.phone.automatic?.voicemail === "message" ? words(row, ["phone_voicemail"], false) : silence;
    if (heard.begins) return words(row, ["phone_hello", "phone_stop_hint", "phone_thanks", "phone_goodbye"], true);
    // Nothing was said: what there was to say has been said.
    if (heard.keys === "" && heard.speech.trim() === "") return silence;
    return row.rounds < MOST_ROUNDS ? words(row, ["phone_cannot", "phone_goodbye"], true) : words(row, ["phone_goodbye"], false);
  }

  function words(row: CallRow, keys: SpokenKey[], listen: boolean): Spoken {
    return { language: row.locale ?? "en", say: keys.map((key) => say(key, row.locale, { ...persona(), customer: row.customer_name })), listen };
  }

  return talk;
}

const silence: Spoken = { language: "en", say: [], listen: false };
