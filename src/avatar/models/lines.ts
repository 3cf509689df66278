const MAX_LINE_CHARACTERS = 1024 * 1024;

/**
 * Cuts text that arrives in pieces into lines, however they end (LF, CRLF or CR, as server-sent events may) and wherever a
 * piece stops. A line that does not end is dropped up to the next one, so that nothing grows without bound.
 */
export function readLines(on: { line(text: string): void; tooLong(): void }) {
  let open: string[] = [];
  let length = 0;
  let dropping = false;
  let first = true;
  let returned = false;

  function add(text: string): void {
    if (dropping || text === "") return;
    open.push(text);
    length += text.length;
    if (length <= MAX_LINE_CHARACTERS) return;
    dropping = true;
    open = [];
    on.tooLong();
  }

  function end(): void {
    const text = open.join("");
    const whole = !dropping;
    open = [];
    length = 0;
    dropping = false;
    if (whole) tell(text);
  }

  function tell(text: string): void {
    on.line(first && text.startsWith("\ufeff") ? text.slice(1) : text);
    first = false;
  }

  return {
    write(piece: string): void {
      // A CR has ended its line already; the LF that belongs to it may come with the next piece.
      const after = returned && piece.startsWith("\n") ? piece.slice(1) : piece;
      returned = piece.endsWith("\r");
      const text = after.includes("\r") ? after.replace(/\r\n?/g, "\n") : after;
      let start = 0;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", start)) {
        const rest = text.slice(start, at);
        if (length === 0 && rest.length <= MAX_LINE_CHARACTERS) tell(rest);
        else {
          add(rest);
          end();
        }
        start = at + 1;
      }
      add(start === 0 ? text : text.slice(start));
    },
    /** how the line begins that has not ended yet */
    begun: () => open[0] ?? "",
  };
}
