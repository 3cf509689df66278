/** A row of the transcript: one message, and the turns whose work belongs beside it. */
export type Row<M, T> = { message: M; turns: T[] };

type Message = { id: string; from: string; inReplyTo: string[] };
type Turn = { id: string; covers: string[]; reply?: string | null };

/**
 * Puts each turn beside the message that it produced: its reply where known, else the reply that covers the same messages,
 * else (crashed, superseded) the last message that it had read. A turn that fits nowhere (its messages lie on another page)
 * is returned in `loose`.
 */
export function lineUp<M extends Message, T extends Turn>(messages: M[], turns: T[]): { rows: Row<M, T>[]; loose: T[] } {
  const rows = messages.map((message) => ({ message, turns: [] as T[] }));
  const byId = new Map(rows.map((row) => [row.message.id, row]));
  const loose: T[] = [];
  for (const turn of turns) {
    const row = replyRow(rows, byId, turn) ?? lastCovered(byId, turn);
    if (row) row.turns.push(turn);
    else loose.push(turn);
  }
  return { rows, loose };
}

function replyRow<M extends Message, T extends Turn>(rows: Row<M, T>[], byId: Map<string, Row<M, T>>, turn: T): Row<M, T> | undefined {
  if (turn.reply) return byId.get(turn.reply);
  const covered = new Set(turn.covers);
  return rows.find(({ message }) => message.from === "avatar" && message.inReplyTo.some((id) => covered.has(id)));
}

function lastCovered<M extends Message, T extends Turn>(byId: Map<string, Row<M, T>>, turn: T): Row<M, T> | undefined {
  for (const id of turn.covers.toReversed()) {
    const row = byId.get(id);
    if (row) return row;
  }
  return undefined;
}
