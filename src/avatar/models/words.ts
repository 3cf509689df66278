/** The words of a reply as they come, fit to be kept and shown. */
export function openWords() {
  let text = "";
  let fresh = "";
  let half = "";
  let length = 0;
  return {
    /** `keep`: false for a reply that is broken already and is only counted */
    say(content: string, keep: boolean): void {
      length += content.length;
      if (keep) fresh += content;
    },
    /** What came since it was asked for last, fit to be kept and shown; half a character waits for its other half. */
    fresh(): string {
      if (fresh === "") return "";
      const all = half + fresh;
      const last = all.charCodeAt(all.length - 1);
      half = last >= 0xd800 && last <= 0xdbff ? all.slice(-1) : "";
      fresh = "";
      const more = clean(half === "" ? all : all.slice(0, -1));
      text += more;
      return more;
    },
    text: () => text,
    length: () => length,
  };
}

/** Characters that no text has: controls, and those that turn the direction of what follows against what is read. No database takes NUL, or half a character. */
const UNWRITABLE = /[^\P{Cc}\n\t]|[\u202a-\u202e]/gu;

/** Most pieces have nothing else: they need no second look. */
const PLAIN = /^[ -~\n]*$/;

function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNWRITABLE, "").toWellFormed();
}
