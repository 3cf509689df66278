import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/client.ts";
import { Face } from "./face.tsx";
import { Icon } from "./icons.tsx";

/** Nothing here: says why that is, and what would bring something. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Face size={56} />
      <p className="empty-title">{title}</p>
      {children ? <p className="quiet">{children}</p> : null}
    </div>
  );
}

/** Something could not be fetched: what happened, and what to do. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  return (
    <div className="failed" role="alert">
      <Icon name="warning" />
      <div>
        <p>{inWords(error)}</p>
        {again ? (
          <Button variant="default" onClick={again} mt={8}>
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** An action's refusal, right beside its button. */
export function Refused({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="refused" role="alert">
      <Icon name="warning" size={15} /> {inWords(error)}
    </p>
  );
}

export function inWords(error: Error): string {
  if (!(error instanceof ApiProblem)) return "This page stumbled over something unexpected. Reload it; if that does not help, tell whoever runs Standin.";
  if (error.fields.length === 0) return error.message;
  return `${error.message} ${error.fields.map((field) => `${field.path}: ${field.message}`).join("; ")}`;
}

/** Grey lines while the first answer is on its way. */
export function Loading({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="sm" animate={false} />
      ))}
    </div>
  );
}
