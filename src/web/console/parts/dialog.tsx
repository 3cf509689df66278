import { CloseButton, Modal } from "@mantine/core";
import type { ReactNode } from "react";

type DialogProps = { title: string; opened: boolean; onClose(): void; children: ReactNode };

/** A form that asks for the whole attention. Escape and a click outside close it. */
export function Dialog({ title, opened, onClose, children }: DialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} lockScroll={false}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={title}>
        <div className="dialog">
          <div className="dialog-head">
            <h2>{title}</h2>
            <CloseButton aria-label="Close" onClick={onClose} />
          </div>
          {opened ? children : null}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
