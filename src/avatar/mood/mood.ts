import type { Turn, TurnMessage } from "../../conversations/index.ts";
import type { Statement, Write } from "../../platform/commit.ts";
import { moods, signsOf, type Mood, type Signs } from "./signs.ts";

/**
 * Raised by one clear message or two weak ones: whoever says it plainly should not have to say it twice, and a single "still not" is
 * mostly a fact.
 */
const RAISED_AT = 2;
/**
 * Falls only after so many calm messages in a row: somebody who swallows the anger to answer our question ("4.3.2") is not content yet,
 * and a word that came and went with every message would tell staff nothing.
 */
const CALM_MESSAGES = 3;
/** Tomorrow is another day, and what nobody has said for so long is nobody's mood. */
const LASTS_MS = 12 * 60 * 60_000;
/** So many of the contact's messages are looked back at while a word stands: enough for two weak ones and the calm between them. */
const LOOK_BACK = 8;

const noticed_: Statement = {
  name: "mood_noticed",
  columns: "conversation text, word text, ends_at timestamptz",
  sql: `insert into moods (conversation, word, ends_at) select r.conversation, r.word, r.ends_at from {rows}
    on conflict (conversation) do update set word = excluded.word, ends_at = excluded.ends_at`,
};
const over_: Statement = {
  name: "mood_over",
  columns: "conversation text",
  sql: "delete from moods m using {rows} where m.conversation = r.conversation",
};

/**
 * How the contact seems in this conversation at this turn. It is worked out anew from the last messages each time, so that no curve is
 * kept of anybody: what is written down is one word on the conversation, for staff, with its end.
 */
export function moodOf(turn: Turn, now: Date) {
  const covered = new Set(turn.covers.map(({ id }) => id));
  const earlier = ownWords(turn.messages, now).filter(({ id }) => !covered.has(id));
  // Where no word stands, all that can still tell is a weak sign among the last calm messages.
  const signs = earlier.slice(turn.mood === null ? -CALM_MESSAGES : -LOOK_BACK).map(({ text }) => signsOf(text));
  const before = present(signs);
  const word = present([...signs, ...turn.covers.map(({ text }) => signsOf(text))]);
  return {
    word,
    /** it began with what this turn answers */
    isNew: word !== undefined && word !== before,
    /** the one word, for staff; nothing when it stands there already */
    writes(): Write[] {
      const { id: conversation } = turn.conversation;
      if (word === undefined) return turn.mood === null ? [] : [{ statement: over_, row: { conversation } }];
      return [{ statement: noticed_, row: { conversation, word, ends_at: new Date(now.getTime() + LASTS_MS) } }];
    },
  };
}

export type TurnMood = ReturnType<typeof moodOf>;

/** What the contact wrote of late; what a person of ours has answered since is behind them. */
function ownWords(messages: readonly TurnMessage[], now: Date): TurnMessage[] {
  const answered = messages.findLastIndex(({ author }) => author === "human");
  return messages.slice(answered + 1).filter(({ author, at }) => author === "contact" && now.getTime() - new Date(at).getTime() < LASTS_MS);
}

/** The mood after the messages, in their order. Frustration is told before hurry: it asks for more care. */
export function present(signs: readonly Signs[]): Mood | undefined {
  return moods.find((mood) => {
    let points = 0;
    let calm = 0;
    for (const { [mood]: weight } of signs) {
      calm = weight > 0 ? 0 : calm + 1;
      points = calm >= CALM_MESSAGES ? 0 : points + weight;
    }
    return points >= RAISED_AT;
  });
}
