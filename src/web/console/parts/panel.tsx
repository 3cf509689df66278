import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

type PanelProps = { name: string; opened: boolean; onClose(): void; side: "left" | "right"; size: number | "100%"; children: ReactNode };

/** A drawer for small screens: a named dialog that holds the focus; Escape closes it. The page behind may still scroll. */
export function Panel({ name, opened, onClose, side, size, children }: PanelProps) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} position={side} size={size} lockScroll={false}>
      <Drawer.Overlay backgroundOpacity={0.4} />
      <Drawer.Content aria-label={name}>{children}</Drawer.Content>
    </Drawer.Root>
  );
}
