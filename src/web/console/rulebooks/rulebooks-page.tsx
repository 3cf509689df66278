import type { BookFigures, BooksBeside } from "../../../http/contract.ts";
import { useBooksBeside } from "../api/fairness.ts";
import { formatMoney, micros } from "../parts/money.ts";
import { Page } from "../parts/page.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";

type Figure = { name: string; of: (book: BookFigures) => string; size: (book: BookFigures) => number };

const inMoney = (of: (book: BookFigures) => { amount: string; currency: string }) => ({
  of: (book: BookFigures) => formatMoney(of(book).amount, of(book).currency),
  size: (book: BookFigures) => Number(micros(of(book).amount)),
});
const inNumbers = (size: (book: BookFigures) => number) => ({ of: (book: BookFigures) => String(size(book)), size });

const FIGURES: Figure[] = [
  { name: "Alerts", ...inNumbers(({ alerts }) => alerts.fired) },
  { name: "Customers with an alert", ...inNumbers(({ alerts }) => alerts.customers) },
  { name: "People at those customers", ...inNumbers(({ alerts }) => alerts.people) },
  { name: "Thank-yous", ...inNumbers(({ thanks }) => thanks.sent) },
  { name: "Customers who were thanked", ...inNumbers(({ thanks }) => thanks.customers) },
  { name: "Cost of the thank-yous", ...inMoney(({ thanks }) => thanks.cost) },
  { name: "Discounts granted", ...inMoney(({ discounts }) => discounts.granted) },
  { name: "Discounts lost through incidents", ...inMoney(({ discounts }) => discounts.lost) },
  { name: "Customers who lost one", ...inNumbers(({ discounts }) => discounts.customers) },
  { name: "People at those customers", ...inNumbers(({ discounts }) => discounts.people) },
  { name: "May be spent on serving, a month", ...inMoney(({ serving }) => serving) },
];

/** The rulebook in force beside the one that selects customers to the letter, in figures. */
export function RulebooksPage() {
  const query = useBooksBeside();
  return (
    <Page title="Rules compared" lead="What your rules do to your customers, beside a rulebook that takes the idea of selecting customers to the letter.">
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError && !query.data ? <Failed error={query.error} again={() => void query.refetch()} /> : null}
      {query.data ? <Beside books={query.data} /> : null}
    </Page>
  );
}

function Beside({ books }: { books: BooksBeside }) {
  const { days, years, same, inForce, toTheLetter } = books;
  return (
    <section className="card" aria-labelledby="beside">
      <h2 id="beside">Over your own past</h2>
      <p className="quiet section-note">
        Alerts and thank-yous over the last {days} days, discounts over {years} years with the fees of today. Thank-yous as if one person at each customer had
        agreed to them; of upgrades the past tells nothing. Nothing of it was sent or booked.
      </p>
      {same ? <p role="note">This rulebook is in force here, so both columns are the same. Start with your own to see the difference.</p> : null}
      <Table label="Two rulebooks" heads={[{ word: "Figure" }, { word: "In force", right: true }, { word: "To the letter", right: true }]}>
        {FIGURES.map((figure, i) => (
          <Tr key={`${figure.name}/${i}`}>
            <Td label="Figure">{figure.name}</Td>
            <Td label="In force" right>
              <Cell figure={figure} book={inForce} most={Math.max(figure.size(inForce), figure.size(toTheLetter))} />
            </Td>
            <Td label="To the letter" right>
              <Cell figure={figure} book={toTheLetter} most={Math.max(figure.size(inForce), figure.size(toTheLetter))} />
            </Td>
          </Tr>
        ))}
      </Table>
      <p className="quiet small">
        To the letter: an alert for whoever comes twice in a month, thank-yous for the silent alone, a tenth of the fee for serving, and an incident that takes
        the discount of all years at once. What no rulebook can change stands in both: everybody is answered, and safety reaches people.
      </p>
    </section>
  );
}

/** The figure, with a bar that says how it stands to the other one. */
function Cell({ figure, book, most }: { figure: Figure; book: BookFigures; most: number }) {
  const share = most === 0 ? 0 : (figure.size(book) / most) * 100;
  return (
    <span className="beside-cell">
      {figure.of(book)}
      <svg className="beside-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rates-share" x={100 - share} y="0" width={share} height="6" />
      </svg>
    </span>
  );
}
