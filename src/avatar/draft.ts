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
  let gate = openGate(given.evidence);
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

  function read(): void {
    if (findings.length > 0) return;
    const { text, at } = readCitations(raw, given.exists, false);
    findings = gate.check(text, false, at);
    if (findings.length === 0) release(text.slice(0, Math.max(0, text.length - gate.holdBack(text))));
  }

  return {
    id: given.id,
    /** a place to come back to */
    mark: () => ({ written: raw.length, shown }),
    /** Forgets what was written since, so that another model can write it; false: somebody has seen some of it. */
    takeBack(to: { written: number; shown: number }): boolean {
      if (shown > to.shown) return false;
      if (raw.length === to.written) return true;
      raw = raw.slice(0, to.written);
      // A gate never forgets a finding: what is left is read by a new one.
      gate = openGate(given.evidence);
      findings = [];
      read();
      return true;
    },
    /** Takes in what came; always true: the model is let finish, so that its usage is known. */
    write(more: string): boolean {
      raw += more;
      read();
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
