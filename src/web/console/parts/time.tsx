import { useNow } from "../live/clock.tsx";
import { due, exact, relative, span, timeOfDay } from "./when.ts";

/** A moment as people say it, with the exact one on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {relative(at, useNow())}
    </time>
  );
}

/** How long ago, as a plain span: "22 min". */
export function Elapsed({ since }: { since: string }) {
  return (
    <time dateTime={since} title={exact(since)}>
      {span(useNow() - Date.parse(since))}
    </time>
  );
}

/** The time of day, with the whole date on hover. */
export function Clock({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {timeOfDay(at)}
    </time>
  );
}

/** A date that we owe, with a word before it unless it says itself that it is overdue: red when it has passed, amber when it is near; the words say the same. */
export function Due({ at, done = false, word = "" }: { at: string | null; done?: boolean; word?: string }) {
  const now = useNow();
  if (at === null) return <span className="quiet">no date</span>;
  if (done) return <When at={at} />;
  const stands = due(at, now);
  return (
    <time dateTime={at} title={exact(at)} className={stands.overdue ? "overdue" : stands.soon ? "soon" : undefined}>
      {word !== "" && !stands.overdue ? <span className="due-word">{word} </span> : null}
      {stands.text}
    </time>
  );
}
