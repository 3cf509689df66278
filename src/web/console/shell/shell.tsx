import { Burger, CloseButton } from "@mantine/core";
import { useDisclosure, useElementSize, useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef, type CSSProperties, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useSummary } from "../api/queries.ts";
import { useLive } from "../live/live.tsx";
import { Face } from "../parts/face.tsx";
import { Icon } from "../parts/icons.tsx";
import { Panel } from "../parts/panel.tsx";
import { Navigation, sectionOf } from "./navigation.tsx";
import { SafetyBanner } from "./safety-banner.tsx";

/** What stands around every page: navigation, the safety banner, and whether the view is live. */
export function Shell({ children }: { children: ReactNode }) {
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [open, menu] = useDisclosure(false);
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  // what sticks to the top of a page sticks below the banners
  const { ref: notices, height } = useElementSize();
  const section = sectionOf(path);
  const shown = useRef(section);

  useEffect(() => {
    if (shown.current === section) return;
    shown.current = section;
    menu.close();
    // a new page is read from its beginning; the first one leaves the focus to the browser
    main.current?.focus({ preventScroll: true });
  }, [section, menu]);

  return (
    <div className="shell">
      <a href="#main" className="skip" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the page
      </a>
      {wide ? (
        <header className="side">
          <Link href="/" className="brand">
            <Face size={30} />
            <span>Standin</span>
          </Link>
          <Navigation />
        </header>
      ) : (
        <>
          <header className="topbar">
            <Burger size="sm" opened={open} onClick={menu.toggle} aria-label="Menu" aria-expanded={open} />
            <Link href="/" className="brand">
              <Face size={28} />
              <span>Standin</span>
            </Link>
            <WaitingOnTop />
          </header>
          <Panel name="Menu" opened={open} onClose={menu.close} side="left" size={280}>
            <div className="menu">
              <CloseButton aria-label="Close the menu" onClick={menu.close} />
              <Navigation onGo={menu.close} />
            </div>
          </Panel>
        </>
      )}
      <div className="stage" style={{ "--notices": `${height}px` } as CSSProperties}>
        <div className="notices" ref={notices}>
          <SafetyBanner />
          <StreamNotice />
        </div>
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** On a phone the menu is closed, so the number that matters most stands in the bar. */
function WaitingOnTop() {
  const open = useSummary().data?.escalations.open ?? 0;
  if (open === 0) return null;
  return (
    <Link href="/" className="topbar-count">
      {open} waiting
    </Link>
  );
}

/** Says in words when the page is not live. */
function StreamNotice() {
  const { state } = useLive();
  return (
    <div role="status">
      {state === "broken" ? (
        <p className="stream-notice">
          <Icon name="warning" size={15} /> The live connection is broken. This page asks for news every 15 seconds until it is back.
        </p>
      ) : null}
    </div>
  );
}
