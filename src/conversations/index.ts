export { createInbox, type Cause, type EpisodeRules, type Incoming, type Received } from "./inbox.ts";
export { createOutbox, type Deliver, type Outbox, type Sending } from "./outbox.ts";
export { createQuestions, type AnsweredBy, type OpenQuestion, type QuestionCause, type Questions } from "./open-questions.ts";
export { createSessions, type ChatSession, type Sessions } from "./sessions.ts";
export { createThreads, type ConversationRow, type StreamItem, type Threads, type TurnRow } from "./threads.ts";
export { createTurns, type Answer, type Turn, type TurnCause, type Turns, type TurnShow } from "./turns.ts";
export { classifier } from "./classify.ts";
export { WINDOW_MESSAGES, type Claimed, type TurnMessage } from "./claim.ts";
