/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="M6 6l12 12M18 6L6 18" />
    </Icon>
  );
}

export function SendIcon() {
  return (
    <Icon>
      <path d="M12 19V5.5M6 11l6-6 6 6" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon>
      <path d="M12 5v13M6 13l6 6 6-6" />
    </Icon>
  );
}

export function PageIcon() {
  return (
    <Icon>
      <path d="M7 3.5h7l4 4V20.5H7zM14 3.5v4h4M10 12h5M10 16h5" />
    </Icon>
  );
}
