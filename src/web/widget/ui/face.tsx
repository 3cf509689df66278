/** @jsxImportSource preact */
import { type ComponentChildren, createContext, h } from "preact";
import { useContext } from "preact/hooks";
import type { Face as Persona } from "../../../http/contract.ts";
import { drawFace, FACE_VIEW_BOX, type FaceState, POSES } from "../../shared/face.ts";
import type { FaceShape } from "../../shared/shapes.ts";

/** Whose face it is; undefined until the server has told us. Somebody else's face must not flash up before. */
export const PersonaFace = createContext<Persona | undefined>(undefined);

/** The avatar's face. With a label it is an image of that name; without one decoration beside words that say the same. */
export function Face({ state, size, label }: { state: FaceState; size: "small" | "medium" | "large"; label?: string }) {
  const face = useContext(PersonaFace);
  const named = label === undefined ? { "aria-hidden": true } : { role: "img" as const, "aria-label": label };
  return (
    <svg class={`face face-${size}`} data-state={state} viewBox={FACE_VIEW_BOX} focusable="false" {...named}>
      {face && drawFace(face, POSES[state]).map(element)}
    </svg>
  );
}

function element({ tag, attributes, children }: FaceShape, key: number): ComponentChildren {
  return h(tag, { ...attributes, key }, children?.map(element));
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
