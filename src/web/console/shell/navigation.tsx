import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, useLocation } from "wouter";
import type { Summary } from "../../../http/contract.ts";
import { useSummary } from "../api/queries.ts";
import { useLogout } from "../api/writes.ts";
import { Icon, type IconName } from "../parts/icons.tsx";
import { counted } from "../parts/words.ts";
import { useStaff } from "./me.ts";

type Badge = { count: number; words: string; urgent: boolean };
type Item = { href: string; word: string; icon: IconName; badge?: (summary: Summary) => Badge };

const ITEMS: Item[] = [
  {
    href: "/",
    word: "Queue",
    icon: "queue",
    badge: ({ escalations }) => ({ count: escalations.open, words: counted(escalations.open, "open escalation"), urgent: escalations.overridden > 0 }),
  },
  { href: "/conversations", word: "Conversations", icon: "talk" },
  {
    href: "/questions",
    word: "Open questions",
    icon: "question",
    badge: ({ questions }) => ({ count: questions.overdue, words: counted(questions.overdue, "overdue question"), urgent: true }),
  },
  {
    href: "/alerts",
    word: "Alerts",
    icon: "alert",
    badge: ({ alerts }) => ({ count: alerts.firing, words: counted(alerts.firing, "firing alert"), urgent: false }),
  },
  {
    href: "/calls",
    word: "Calls",
    icon: "phone",
    badge: ({ phoneCalls }) => ({ count: phoneCalls.waiting, words: counted(phoneCalls.waiting, "call to be made", "calls to be made"), urgent: false }),
  },
  { href: "/campaigns", word: "Campaigns", icon: "heart" },
  { href: "/customers", word: "Customers", icon: "people" },
  {
    href: "/no-claims",
    word: "No-claims",
    icon: "shield",
    badge: ({ objections: { open, overdue } }) => ({ count: open, words: counted(open, "objection to decide", "objections to decide"), urgent: overdue > 0 }),
  },
  { href: "/fairness", word: "Fairness", icon: "bars" },
  { href: "/rulebooks", word: "Rules compared", icon: "book" },
  {
    href: "/deliveries",
    word: "Deliveries",
    icon: "deliver",
    badge: ({ deliveries }) => ({
      count: deliveries.unknown,
      words: counted(deliveries.unknown, "delivery that may not have arrived", "deliveries that may not have arrived"),
      urgent: false,
    }),
  },
  { href: "/ledger", word: "Books", icon: "ledger" },
];

/** The menu's entry that a path belongs to, by its address; one escalation belongs to the queue. */
export function sectionOf(path: string): string {
  const first = path.split("/")[1] ?? "";
  return first === "escalations" ? "/" : `/${first}`;
}

/** Where one can go, what waits there, who one is. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const summary = useSummary().data;
  const [path] = useLocation();
  const section = sectionOf(path);
  return (
    <>
      <nav aria-label="Main" className="nav">
        <ul>
          {ITEMS.map((item) => (
            <li key={item.href}>
              <Link href={item.href} className="nav-link" aria-current={item.href === section ? "page" : undefined} {...(onGo ? { onClick: onGo } : {})}>
                <Icon name={item.icon} />
                <span>{item.word}</span>
                {summary && item.badge ? <NavBadge badge={item.badge(summary)} /> : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Myself />
    </>
  );
}

function NavBadge({ badge }: { badge: Badge }) {
  if (badge.count === 0) return null;
  return (
    <span className={badge.urgent ? "nav-badge nav-badge-urgent" : "nav-badge"}>
      <span aria-hidden="true">{badge.count}</span>
      <span className="only-read">, {badge.words}</span>
    </span>
  );
}

function Myself() {
  const me = useStaff();
  const logout = useLogout();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <div className="myself">
      <p>
        <strong>{me.name}</strong>
        <span className="quiet"> · {me.role === "owner" ? "Owner" : "Agent"}</span>
        {me.email ? <span className="quiet myself-mail">{me.email}</span> : null}
      </p>
      <div className="myself-actions">
        <button type="button" className="plain" onClick={() => setColorScheme(dark ? "light" : "dark")}>
          <Icon name={dark ? "sun" : "moon"} size={16} /> {dark ? "Light" : "Dark"}
        </button>
        <button type="button" className="plain" onClick={() => void logout.run().catch(() => undefined)} disabled={logout.busy}>
          <Icon name="leave" size={16} /> Log out
        </button>
      </div>
    </div>
  );
}
