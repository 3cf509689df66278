import type { ReactNode } from "react";

/** Our own few icons, 20 × 20, drawn in the colour of the text; always beside words, so hidden from screen readers. */
const PATHS = {
  queue: <path d="M3 5h14M3 10h9M3 15h6M15 12v5m0 0 2.5-2.5M15 17l-2.5-2.5" />,
  talk: <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-4 3v-3h-.5A1.5 1.5 0 0 1 3 12.5z" />,
  question: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 7.8a2.2 2.2 0 1 1 3.1 2c-.6.3-.9.8-.9 1.5m0 2.4v.1" />,
  alert: <path d="M5 8.5a5 5 0 0 1 10 0c0 4 1.5 5 1.5 5h-13S5 12.5 5 8.5zM8.3 16.5a1.9 1.9 0 0 0 3.4 0" />,
  people: <path d="M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5M13 3.8a3 3 0 0 1 0 5.4M15 12.3c1.8.6 3 2 3 4.2" />,
  shield: <path d="M10 2.5 16.5 5v4.5c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8V5zM7 10l2.2 2.2L13 8" />,
  book: <path d="M10 5.5C8 4 5.5 3.7 3 4v11.5c2.5-.3 5 0 7 1.5 2-1.5 4.5-1.8 7-1.5V4c-2.5-.3-5 0-7 1.5zM10 5.5V17" />,
  heart: <path d="M10 16.5S3 12.6 3 7.8A3.7 3.7 0 0 1 10 6a3.7 3.7 0 0 1 7 1.8c0 4.8-7 8.7-7 8.7Z" />,
  bars: <path d="M4 17V9m6 8V3m6 14v-6" />,
  phone: <path d="M5.2 3h2.4l1.6 3.8-1.8 1.5a9.5 9.5 0 0 0 4.3 4.3l1.5-1.8 3.8 1.6v2.4a2 2 0 0 1-2.2 2A13.3 13.3 0 0 1 3.2 5.2 2 2 0 0 1 5.2 3z" />,
  deliver: <path d="m3 9.5 14-6-5 14-2.5-5.5zM9.5 12 17 3.5" />,
  ledger: <path d="M10 3v14M5 17h10M10 5 4 6.5m6-1.5 6-1.5M4 6.5 2 11.5h4zm12-3-2 5h4z" />,
  sun: <path d="M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 1.5v2m0 13v2m8.5-8.5h-2m-13 0h-2m14.5-6-1.4 1.4M5.4 14.6 4 16m12 0-1.4-1.4M5.4 5.4 4 4" />,
  moon: <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />,
  leave: <path d="M8 3.5H4.5v13H8M12.5 6.5 16 10l-3.5 3.5M16 10H8" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  back: <path d="M12 4.5 6.5 10l5.5 5.5" />,
  warning: <path d="M10 3 2 16.5h16zM10 8v4m0 2.3v.1" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  search: <path d="M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  );
}
