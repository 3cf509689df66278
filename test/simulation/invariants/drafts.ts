import { SECRETS } from "../provider.ts";
import { MARK, PROMISES } from "./talk.ts";
import { report, type MessageRow, type Told } from "./told.ts";

/** What a page shows while it is written: checked before, and either the beginning of what is said in the end, or taken back. */
export async function checkDrafts(told: Told, rows: MessageRow[]): Promise<void> {
  const turns = new Map(
    (await told.raw.query<{ id: string; outcome: string; reply: string | null }>("select id, outcome, reply from turns")).map((turn) => [turn.id, turn]),
  );
  const messages = new Map(rows.map((row) => [row.id, row]));
  for (const chat of told.chats) {
    const marks = new Set(chat.said.map(({ mark }) => mark));
    for (const [id, { text, takenBack }] of chat.drafts) {
      const foreign = [...text.matchAll(MARK)].some((match) => !marks.has(match[1] ?? match[2] ?? ""));
      if (foreign || PROMISES.test(text) || SECRETS.some((secret) => text.includes(secret)))
        report(told, "2 what is shown live is checked", `${id}: ${text.slice(0, 300)}`);
      const turn = turns.get(id.split("/")[0] ?? "");
      // Of a turn that died, whoever takes over takes it back; that may be a process to which this page does not listen.
      if (takenBack || !turn || turn.outcome === "crashed") continue;
      const said = messages.get(turn.reply ?? "")?.text;
      if (!said?.startsWith(text.trimEnd()))
        report(told, "2 a refused draft is taken back", `${id} shows ${text.slice(0, 200)}, and ${turn.outcome} says ${said?.slice(0, 200)}`);
    }
  }
}
