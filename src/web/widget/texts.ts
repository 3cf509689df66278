/** What the widget itself says. The avatar's words come from the server. One entry per language; a test keeps them complete. */
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

const de: Texts = {
  open: "Chat öffnen",
  openUnread: "Chat öffnen, {count} neu",
  close: "Chat schließen",
  chat: "Chat",
  conversation: "Gespräch",
  message: "Nachricht",
  placeholder: "Nachricht schreiben …",
  send: "Senden",
  assistant: "KI-Assistent",
  face: "{name}, eine KI",
  faceThinking: "denkt nach",
  faceAnswering: "antwortet",
  faceSorry: "bedauert",
  person: "Aus unserem Team",
  hello: "Hallo, ich bin {name}.",
  helloNameless: "Hallo!",
  helloText: "Ich bin ein KI-Assistent. Ich antworte sofort und verlinke die Seiten, aus denen meine Antworten stammen.",
  suggestions: "Fragen für den Anfang",
  footnote: "Sie schreiben mit einer KI. Menschen aus unserem Team können mitlesen und übernehmen.",
  footnotePerson: "Sie schreiben mit einem Menschen aus unserem Team.",
  you: "Sie",
  sources: "Quellen",
  newTab: "öffnet sich in einem neuen Tab",
  sending: "Wird gesendet …",
  sent: "Gesendet",
  waiting: "Das ging schnell. Wir senden das gleich …",
  notSent: "Nicht gesendet.",
  tryAgain: "Erneut versuchen",
  edit: "Bearbeiten",
  typing: "{name} schreibt …",
  typingNameless: "Eine Antwort wird geschrieben …",
  rewriting: "Die Antwort wird neu geschrieben.",
  joined: "{name} ist jetzt im Gespräch",
  somebodyJoined: "Ein Mensch aus unserem Team ist jetzt im Gespräch",
  assistantAgain: "Sie sprechen wieder mit dem Assistenten",
  newMessages: "Neue Nachrichten",
  offline: "Sie sind offline. Was Sie schreiben, wartet hier und wird gesendet, sobald Sie wieder verbunden sind.",
  unreachable: "Der Chat ist gerade nicht erreichbar, wir versuchen es weiter. Was Sie schreiben, geht nicht verloren.",
  signedOut: "Ihre Anmeldung für diesen Chat ist abgelaufen. Bitte laden Sie die Seite neu.",
  today: "Heute",
};

export const languages = { en, de } satisfies Record<string, Texts>;
export type Language = keyof typeof languages;

/** The first wish that we can meet: "de-AT" is German; without one English. */
export function languageFor(wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split("-")[0];
    if (language !== undefined && Object.hasOwn(languages, language)) return language as Language;
  }
  return "en";
}

/** Puts values into the `{holes}` of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole));
}
