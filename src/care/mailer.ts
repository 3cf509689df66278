/** A mail that nobody has asked for, as data: what stands in it, not how it looks. */
export type Letter = {
  /** ours; the Message-ID is made of it, so that a letter that is sent twice is shown once */
  id: string;
  to: { name: string; address: string };
  language: string;
  subject: string;
  paragraphs: readonly string[];
  /** who writes: the business's name, and the accent colour of the persona where there is one */
  business: string;
  /** where one click ends such letters (RFC 8058), and where a person can read what ends before pressing; null: it is about a contract, and comes whatever was agreed to */
  unsubscribe: { url: string; address?: string | undefined } | null;
};

/** What the receiving side said: `refused` is final for this letter, `retry` may go later, `unknown` may have arrived. */
export type LetterFate =
  | { state: "sent"; messageId: string }
  | { state: "refused"; how: "hard" | "soft"; reply: string }
  | { state: "retry"; reply: string }
  | { state: "unknown"; reply: string };

export type Rendered = { subject: string; html: string; text: string; headers: Record<string, string> };

/** Sends letters; the SMTP one is `channels/mailer.ts`. */
export interface Mailer {
  render(letter: Letter): Promise<Rendered>;
  send(letter: Letter): Promise<LetterFate>;
  stop(): Promise<void>;
}
