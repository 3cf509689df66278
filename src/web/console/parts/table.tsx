import type { ReactNode } from "react";

type TableProps = { label: string; heads: { word: string; right?: boolean }[]; children: ReactNode };

/** A table that turns into cards on a phone. The roles are spelt out, because a changed `display` takes them away. */
export function Table({ label, heads, children }: TableProps) {
  return (
    <table className="table table-cards" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head.word} role="columnheader" scope="col" className={head.right ? "right" : undefined}>
              {head.word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Tr({ children }: { children: ReactNode }) {
  return <tr role="row">{children}</tr>;
}

/** One cell; `label` is its column's name, shown beside it on a phone. */
export function Td({ label, right = false, children }: { label: string; right?: boolean; children: ReactNode }) {
  return (
    <td role="cell" data-label={label} className={right ? "right" : undefined}>
      <div>{children}</div>
    </td>
  );
}
