import { checkTime } from "./dates.ts";
import { publicId, report, type MessageRow, type Told } from "./told.ts";

const MINUTE = 60_000;
const CLOCKS_MS = MINUTE; // the clocks of two processes differ by less
const SAME_MS = 10 * MINUTE; // the same words for a moment so near are the same wish

type ReminderRow = {
  id: string;
  conversation: string;
  what: string;
  due_at: Date;
  state: string;
  created_at: Date;
  closed_at: Date | null;
  seq: number | null;
};

const REMINDERS = `select r.id, r.conversation, r.what, r.due_at, r.state, r.created_at, r.closed_at, m.seq::int as seq
  from reminders r left join messages m on m.id = r.message order by r.created_at, r.id`;

/** Who asked to be reminded is, once, at the moment that they named. */
export async function checkReminded(told: Told, rows: MessageRow[]): Promise<void> {
  const reminders = await told.raw.query<ReminderRow>(REMINDERS);
  const words = Map.groupBy(rows, (row) => row.conversation);
  checkAsked(told, reminders, words);
  for (const [conversation, own] of Map.groupBy(reminders, (one) => one.conversation)) {
    const all = words.get(conversation) ?? [];
    if (all.length === 0) continue; // of somebody who was erased
    const said = all.filter((row) => row.cause === "reminder" && row.author === "avatar");
    for (const reminder of own) checkKept(told, reminder, own, said);
    for (const reminder of own) if (reminder.closed_at) checkTime(told, all, { ...reminder, closed_at: reminder.closed_at }, "1 a reminder is kept on time");
    if (said.length > own.length) report(told, "1 a reminder is kept once", `${conversation}: ${own.length} reminders, told ${said.length} times`);
  }
}

function checkKept(told: Told, reminder: ReminderRow, own: ReminderRow[], said: MessageRow[]): void {
  const { id, what, due_at, state } = reminder;
  const its = said.filter((row) => row.text.includes(what));
  const wanted = own.filter((one) => one.what === what).length;
  if (state !== "kept" || its.length !== wanted)
    report(told, "1 a reminder is kept once", `${id}, due ${due_at.toISOString()}, is ${state} and was told ${its.length} times, not ${wanted}`);
  const before = its.find((row) => wanted === 1 && row.at.getTime() < due_at.getTime() - CLOCKS_MS - told.late);
  if (before) report(told, "1 a reminder is kept on time", `${id}, due ${due_at.toISOString()}, was told at ${before.at.toISOString()}`);
}

/** What somebody wanted plainly, and what the avatar itself has answered, stands: for the moment that was named, and not twice. */
function checkAsked(told: Told, reminders: ReminderRow[], words: Map<string, MessageRow[]>): void {
  for (const chat of told.chats) {
    const rows = words.get(chat.conversation ?? "") ?? [];
    for (const said of chat.said) {
      const { due, kind, mark, at } = said;
      if (!due) continue;
      const row = rows.find((one) => one.author === "contact" && one.public_id === publicId(chat, said));
      const its = reminders.filter((one) => one.conversation === chat.conversation && one.what.includes(`(ref ${mark})`));
      if (kind === "remind" && row?.outcome === "replied" && its.length === 0)
        report(told, "1 a reminder is kept once", `${chat.who}'s ${said.id} is forgotten: ${said.text}`);
      const twice = its.some((one, i) => its.slice(0, i).some((other) => Math.abs(other.due_at.getTime() - one.due_at.getTime()) < SAME_MS));
      const asked = chat.said.filter((other) => other.mark === mark).length;
      if (twice || its.length > asked) report(told, "1 a reminder is kept once", `${chat.who} wants it once, and it stands ${its.length} times: ${said.text}`);
      const clocks = CLOCKS_MS + told.late;
      const wrong = its.find((one) => one.due_at.getTime() < due(at - clocks) - clocks || one.due_at.getTime() > due(one.created_at.getTime() + clocks));
      if (wrong) report(told, "1 a reminder is kept on time", `${said.text}, said at ${new Date(at).toISOString()}, stands for ${wrong.due_at.toISOString()}`);
    }
  }
}
