import { Link, useLocation } from "wouter";
import { useEscalations, useSummary } from "../api/queries.ts";
import { Icon } from "../parts/icons.tsx";
import { When } from "../parts/time.tsx";
import { CLASS_WORDS } from "../parts/words.ts";
import { byUrgency, isUnacknowledged } from "../queue/urgency.ts";

/** A safety matter that nobody has acknowledged is told on every page, with the way to it. */
export function SafetyBanner() {
  const waiting = (useSummary().data?.escalations.overridden ?? 0) > 0;
  return <div role="alert">{waiting ? <Matters /> : null}</div>;
}

function Matters() {
  const list = useEscalations({ verdict: "overridden" }).data?.items ?? [];
  const unseen = byUrgency(list.filter(isUnacknowledged));
  const [path] = useLocation();
  // whoever looks at one of them is told of the others
  const isHere = ({ id }: { id: string }) => path === `/escalations/${id}`;
  const first = unseen.find((matter) => !isHere(matter)) ?? unseen[0];
  if (!first) return null;
  return (
    <div className="safety">
      <Icon name="warning" />
      <p>
        <strong>{CLASS_WORDS[first.class]}: nobody has acknowledged this yet.</strong> {first.customer.name} wrote <When at={first.createdAt} />
        {unseen.length > 1 ? `, and ${unseen.length - 1} more` : ""}.
      </p>
      {isHere(first) ? null : (
        <Link href={`/escalations/${first.id}`} className="safety-link">
          See it now
        </Link>
      )}
    </div>
  );
}
