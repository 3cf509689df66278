/** A message as a turn sees it. `modelText`: what the model may see of it. */
export type TurnMessage = {
  id: string;
  publicId: string;
  seq: number;
  author: "contact" | "avatar" | "human";
  text: string;
  modelText?: string | null;
  at: string;
};

/** What is kept of the contact, or of its customer. */
export type Remembered = {
  id: string;
  fact: string;
  /** about the customer as a whole */
  shared: boolean;
  /** told by this contact, who may have it forgotten */
  own: boolean;
  confidence: "said" | "noticed";
  at: string;
  until: string;
};

/** All that a turn needs to know, read in the statement that leased the conversation. Amounts are decimal strings of micro-units. */
export type Claimed = {
  turn: string;
  fence: string;
  /** the turn that died holding the lease, if one did */
  previous: string | null;
  conversation: {
    id: string;
    channel: string;
    thread: string;
    customer: string;
    contact: string;
    locale: string | null;
    disclosed: boolean;
    coveredSeq: number;
  };
  customer: { plan: string; payer: string };
  contract: { currency: string; responseMinutes: number | null } | null;
  /** the account that pays for model steps */
  payer: { balance: string; held: string; period: string | null } | null;
  /** the customer's own budget, from which people are paid */
  budget: { balance: string; held: string; period: string | null } | null;
  episode: { id: string; topic: string; errorCode: string | null; productVersion: string | null } | null;
  escalation: { id: string; verdict: string; state: string; class: string } | null;
  /** the last messages, oldest first; what this turn covers has a seq above coveredSeq */
  messages: TurnMessage[];
  /** what is kept of this contact and its customer, oldest first; also what has ended by now and is not taken away yet */
  memories: Remembered[];
  /** what stands for the messages up to `upto`, as it is stored */
  summary: { upto: number; points: unknown } | null;
  /** how the contact seemed here last, as staff see it */
  mood: "frustrated" | "hurry" | null;
};

/** How many earlier messages a turn may look back at: a bounded prompt keeps the 1,000th turn as quick as the 10th. */
export const WINDOW_MESSAGES = 20;

/** How many facts a turn reads: the contact's own first, of which there are fewer (`memory.most`), then the newest of the company. */
const WINDOW_MEMORIES = 100;

/** Most new messages that one turn reads; more than these are covered, but only the last of them are read. */
const WINDOW_NEW = 40;

/** A notice tells a contact what a policy decided: a turn knows none of them, and looks back as far as if there were none. */
const SAID = "author not in ('mode', 'notice')";
const WINDOW = "select id, public_id, seq, author, text, model_text, at from messages";

/**
 * SQL that builds a `Claimed` from the leased row `c` (columns of conversations, and `old_turn`). `written` are messages that the
 * same statement inserts, which a look into the table cannot see yet; `opened` are the episodes that it opens.
 */
export function CLAIMED(c: string, written: string, opened?: string): string {
  const episode = (from: string) =>
    `(select jsonb_build_object('id', e.id, 'topic', e.topic, 'errorCode', e.error_code, 'productVersion', e.product_version) from ${from} e where e.id = ${c}.episode)`;
  return `jsonb_build_object(
    'turn', ${c}.turn, 'fence', ${c}.fence::text, 'previous', ${c}.old_turn,
    'conversation', jsonb_build_object('id', ${c}.id, 'channel', ${c}.channel, 'thread', ${c}.thread, 'customer', ${c}.customer, 'contact', ${c}.contact,
      'locale', ${c}.locale, 'disclosed', ${c}.disclosed, 'coveredSeq', ${c}.covered_seq),
    'customer', (select jsonb_build_object('plan', u.plan, 'payer', u.payer) from customers u where u.id = ${c}.customer),
    'contract', (select jsonb_build_object('currency', k.currency, 'responseMinutes', k.response_minutes) from contracts k where k.customer = ${c}.customer),
    'payer', (select jsonb_build_object('balance', a.balance::text, 'held', a.held::text, 'period', a.period) from customers u join accounts a on a.id = u.payer where u.id = ${c}.customer),
    'budget', (select jsonb_build_object('balance', a.balance::text, 'held', a.held::text, 'period', a.period) from accounts a where a.id = 'customer/' || ${c}.customer || '/budget'),
    'episode', ${opened === undefined ? episode("episodes") : `coalesce(${episode("episodes")}, ${episode(opened)})`},
    'escalation', (select jsonb_build_object('id', s.id, 'verdict', s.verdict, 'state', s.state, 'class', s.class) from escalations s where s.conversation = ${c}.id and s.state in ('open', 'claimed')),
    'messages', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'publicId', m.public_id, 'seq', m.seq, 'author', m.author, 'text', m.text, 'modelText', m.model_text, 'at', m.at) order by m.seq)
      from (
        (${WINDOW} where conversation = ${c}.id and ${SAID} and seq <= ${c}.covered_seq order by seq desc limit ${WINDOW_MESSAGES})
        union all
        (${WINDOW} where conversation = ${c}.id and ${SAID} and seq > ${c}.covered_seq order by seq desc limit ${WINDOW_NEW})
      ) m), '[]'::jsonb) || coalesce(${written}, '[]'::jsonb),
    'memories', coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'fact', r.fact, 'shared', r.shared, 'own', r.contact = ${c}.contact, 'confidence', r.confidence,
        'at', r.noted_at, 'until', r.expires_at) order by r.noted_at, r.id)
      from (select * from memories where customer = ${c}.customer and (contact = ${c}.contact or shared)
        order by contact = ${c}.contact desc, noted_at desc, id desc limit ${WINDOW_MEMORIES}) r), '[]'::jsonb),
    'summary', (select jsonb_build_object('upto', y.upto, 'points', y.points) from summaries y where y.conversation = ${c}.id),
    'mood', (select o.word from moods o where o.conversation = ${c}.id)
  )`;
}
