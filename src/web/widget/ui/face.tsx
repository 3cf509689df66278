/** @jsxImportSource preact */
import { h } from "preact";
import { FACE_VIEW_BOX, type FaceState, faceShapes } from "../../shared/face.ts";

/** The avatar's face. Decoration: whatever it shows is said in words beside it. */
export function Face({ state, size }: { state: FaceState; size: "small" | "medium" | "large" }) {
  return (
    <svg class={`face face-${size}`} data-state={state} viewBox={FACE_VIEW_BOX} aria-hidden="true" focusable="false">
      {faceShapes(state).map(({ tag, attributes }, index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}

/** A person has no drawn face: the face is the avatar's alone. */
export function Initials({ name }: { name: string | undefined }) {
  const letters = (name ?? "·").split(/\s+/).map((word) => [...word][0] ?? "");
  return (
    <span class="initials" aria-hidden="true">
      {letters.slice(0, 2).join("").toUpperCase()}
    </span>
  );
}
