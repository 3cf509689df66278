import type { ReactNode } from "react";

type PageProps = { title: string; lead?: ReactNode; actions?: ReactNode; wide?: boolean; children: ReactNode };

/** A screen: its title in the tab and on top, one line that says what one sees, and what one can do. */
export function Page({ title, lead, actions, wide = false, children }: PageProps) {
  return (
    <div className={wide ? "page page-wide" : "page"}>
      <title>{`${title} · Standin`}</title>
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
