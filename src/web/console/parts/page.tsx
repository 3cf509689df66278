import type { ReactNode } from "react";
import { useSummary } from "../api/queries.ts";

type PageProps = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  /** the head stays on top while the page scrolls */
  sticky?: boolean;
  children: ReactNode;
};

/** A screen: its title in the tab (with how many wait) and on top, one line that says what one sees, and what one can do. */
export function Page({ title, lead, actions, wide = false, sticky = false, children }: PageProps) {
  const waiting = useSummary().data?.escalations.open ?? 0;
  return (
    <div className={`page${wide ? " page-wide" : ""}${sticky ? " page-sticky" : ""}`}>
      <title>{`${waiting > 0 ? `(${waiting}) ` : ""}${title} · Standin`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="quiet">{lead}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
