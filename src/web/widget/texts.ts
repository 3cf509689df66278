/**
 * What the widget itself says; the avatar's words come from the server. English is part of the script, the other
 * languages lie beside it (`texts/*.json`) and are asked for by those who need them. A test keeps them complete.
 */
const en = {
  open: "Open chat",
  openUnread: "Open chat, {count} new",
  close: "Close chat",
  chat: "Chat",
  conversation: "Conversation",
  message: "Message",
  placeholder: "Write a message…",
  send: "Send",
  assistant: "AI assistant",
  face: "{name}, an AI",
  faceThinking: "thinking",
  faceAnswering: "answering",
  faceSorry: "sorry",
  person: "From our team",
  hello: "Hello, I’m {name}.",
  helloNameless: "Hello!",
  helloText: "I’m an AI assistant. I answer right away and link the pages that my answers come from.",
  suggestions: "Questions to start with",
  footnote: "You are writing with an AI. People on our team can read along and step in.",
  footnotePerson: "You are writing with a person from our team.",
  you: "You",
  sources: "Sources",
  newTab: "opens in a new tab",
  sending: "Sending…",
  sent: "Sent",
  waiting: "That was quick. We’ll send this in a moment…",
  notSent: "Not sent.",
  tryAgain: "Try again",
  edit: "Edit",
  typing: "{name} is writing…",
  typingNameless: "An answer is being written…",
  rewriting: "The answer is being written anew.",
  joined: "{name} has joined the conversation",
  somebodyJoined: "A person from our team has joined the conversation",
  assistantAgain: "You are talking with the assistant again",
  newMessages: "New messages",
  offline: "You are offline. What you write waits here and is sent when you are back.",
  unreachable: "We can’t reach the chat at the moment and keep trying. What you write is not lost.",
  signedOut: "Your sign-in for this chat has run out. Please reload this page.",
  today: "Today",
};

export type Texts = Record<keyof typeof en, string>;

const loaded: Partial<Record<Language, Texts>> = { en };
/** Those that lie beside the script. */
const BESIDE = ["de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;
export type Language = "en" | (typeof BESIDE)[number];
export const languages: readonly Language[] = ["en", ...BESIDE];

/** The first wish that we can meet: "de-AT" is German; without one English. */
export function languageFor(wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = languages.find((one) => one === wish?.toLowerCase().split("-")[0]);
    if (language) return language;
  }
  return "en";
}

/** The words of a language, or undefined while they have not been loaded. */
export function textsOf(language: Language): Texts | undefined {
  return loaded[language];
}

/** Gets the words of a language; where that fails the widget speaks English. */
export async function loadTexts(server: string, language: Language, fetch: (url: string) => Promise<Response>): Promise<void> {
  try {
    const response = await fetch(`${server}/widget/${language}.json`);
    loaded[language] = response.ok ? { ...en, ...((await response.json()) as Texts) } : en;
  } catch {
    loaded[language] = en;
  }
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** Puts values into the `{holes}` of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole));
}
