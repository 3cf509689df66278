import { readCitations } from "./citations.ts";
import { openGate, type GateEvidence, type GateFinding } from "./gate.ts";

/**
 * A reply while it is written. Every piece is checked with all that stands before it, and only what can no longer
 * become a finding is shown. A refused draft is read to its end (its usage is still to come) but no longer shown.
 */
export function openDraft(given: {
  id: string;
  prefix: string;
  exists: (page: string) => boolean;
  evidence: GateEvidence;
  show: (offset: number, text: string) => void;
}) {
  const gate = openGate(given.evidence);
  let raw = "";
  let shown = 0;
  let started = false;
  let findings: GateFinding[] = [];

  function release(text: string): void {
    if (text.length <= shown) return;
    // The reviewed words that come first go out with the first of the model's own.
    if (started) given.show(given.prefix.length + shown, text.slice(shown));
    else given.show(0, given.prefix + text);
    started = true;
    shown = text.length;
  }

  return {
    id: given.id,
    /** Takes in what came; always true: the model is let finish, so that its usage is known. */
    write(more: string): boolean {
      raw += more;
      if (findings.length > 0) return true;
      const { text, at } = readCitations(raw, given.exists, false);
      findings = gate.check(text, false, at);
      if (findings.length === 0) release(text.slice(0, Math.max(0, text.length - gate.holdBack(text))));
      return true;
    },
    /** The whole text, what it cites, and all that was found. */
    end(): { text: string; cited: string[]; findings: GateFinding[] } {
      const { text, cited, at } = readCitations(raw, given.exists, true);
      // Trimming may have taken the end away that was checked as a prefix: the gate has read at least as much.
      const whole = readCitations(raw, given.exists, false).text;
      findings = gate.check(whole.length >= text.length ? whole : text, true, at);
      return { text, cited, findings };
    },
    shownAny: () => started,
  };
}

export type Draft = ReturnType<typeof openDraft>;
