import type { ReactNode } from "react";
import type { Alert, EscalationClass, EscalationState, Verdict } from "../../../http/contract.ts";
import { ALERT_STATE_WORDS, CLASS_WORDS, MOOD_WORDS, STATE_WORDS, VERDICT_WORDS } from "./words.ts";

export type Tone = "red" | "amber" | "green" | "blue" | "grey";

/** A short word on a tinted ground; the word carries the meaning, the colour only helps. */
export function Tag({ tone = "grey", title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} {...(title ? { title } : {})}>
      {children}
    </span>
  );
}

const VERDICT_TONE: Record<Verdict, Tone> = { overridden: "red", granted: "green", deferred: "amber" };

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return (
    <Tag tone={VERDICT_TONE[verdict]} title={VERDICT_WORDS[verdict].means}>
      {VERDICT_WORDS[verdict].word}
    </Tag>
  );
}

/** A deferred request that people look at all the same. */
export function LookTag() {
  return (
    <Tag tone="blue" title="A human look: the plan’s budget pays for no person; the company does, for the oldest questions of the month.">
      Human look
    </Tag>
  );
}

export function ClassTag({ kind }: { kind: EscalationClass }) {
  return <Tag tone={kind === "request" ? "grey" : "red"}>{CLASS_WORDS[kind]}</Tag>;
}

const STATE_TONE: Record<EscalationState, Tone> = { open: "amber", claimed: "blue", resolved: "green", handed_back: "grey" };

export function StateTag({ state }: { state: EscalationState }) {
  return <Tag tone={STATE_TONE[state]}>{STATE_WORDS[state]}</Tag>;
}

export function ModeTag({ mode, name }: { mode: "avatar" | "human"; name?: string | undefined }) {
  return mode === "human" ? <Tag tone="blue">{name ? `With ${name}` : "With a person"}</Tag> : <Tag>With the avatar</Tag>;
}

/** How the contact seems, from the words alone. */
export function MoodTag({ mood }: { mood: "frustrated" | "hurry" | null }) {
  if (mood === null) return null;
  return (
    <Tag tone="amber" title="From the words of the last messages, by rules. Only this word is kept, and only while it lasts.">
      {MOOD_WORDS[mood]}
    </Tag>
  );
}

const ALERT_TONE: Record<Alert["state"], Tone> = { firing: "red", pending: "amber", resolved: "green" };

export function AlertTag({ state }: { state: Alert["state"] }) {
  return <Tag tone={ALERT_TONE[state]}>{ALERT_STATE_WORDS[state]}</Tag>;
}
