import type { KeptMonth } from "../../../http/contract.ts";
import { useKeptMonths } from "../api/queries.ts";
import { counted } from "../parts/words.ts";

const SHOWN = 6;

/** How well we keep our word, in a sentence for each month. */
export function KeptFigure() {
  const kept = useKeptMonths().data;
  const [latest, ...before] = kept?.items ?? [];
  if (!kept || !latest) return null;
  const { asked, inAll, looks, byHours } = kept.capacity;
  return (
    <section className="card stack" aria-label="How well we keep our word">
      <p>{inWords(latest)}</p>
      {asked !== null && asked > inAll ? (
        <p className="overdue">
          The last full months asked for {counted(asked, "answer")} of people a month, and yours can give {inAll} ({looks} human looks, {byHours} in hours of
          staff). The others get a plain no at their date: raise humanLooks or staff.questionHours in the rulebook.
        </p>
      ) : null}
      {before.length > 0 ? (
        <details>
          <summary className="small">Earlier months</summary>
          <ul className="stack small">
            {before.slice(0, SHOWN).map((month) => (
              <li key={month.month}>{inWords(month)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** "November 2026: of 12 people who could not get a colleague at once, 11 had a true answer by the promised date (92 %). …" */
export function inWords({ month, people, answered, share, questions }: KeptMonth): string {
  const { page, staff, look, plainNo, late } = questions;
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  const from = [
    page > 0 ? `${page} from a page` : "",
    staff > 0 ? `${staff} from staff` : "",
    look > 0 ? `${look} from a human look` : "",
    plainNo > 0 ? `${plainNo} with a plain no, which keeps the date and answers nothing` : "",
    late > 0 ? `${late} late` : "",
  ].filter((part) => part !== "");
  const who = `${counted(people, "person", "people")} who could not get a colleague at once`;
  return `${name}: of ${who}, ${answered} had a true answer by the promised date (${Math.round(share * 100)} %). Their questions: ${from.join(", ")}.`;
}
