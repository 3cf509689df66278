import { createElement } from "react";
import { FACE_VIEW_BOX, faceShapes, type FaceState } from "../../shared/face.ts";

/** The avatar's face; decoration, so hidden from screen readers. */
export function Face({ state = "listening", size = 32 }: { state?: FaceState; size?: number }) {
  return (
    <svg viewBox={FACE_VIEW_BOX} width={size} height={size} aria-hidden="true" focusable="false" className="face">
      {faceShapes(state).map(({ tag, attributes }, index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
