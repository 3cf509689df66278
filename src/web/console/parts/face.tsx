import { createContext, createElement, useContext, type ReactNode } from "react";
import type { Face as Persona } from "../../../http/contract.ts";
import { drawFace, FACE_VIEW_BOX, POSES, type FaceState } from "../../shared/face.ts";
import type { FaceShape } from "../../shared/shapes.ts";

/** Whose face it is; undefined until the service has told us. */
export const PersonaFace = createContext<Persona | undefined>(undefined);

/** The avatar's face, small; decoration, so hidden from screen readers: words beside it say who speaks. */
export function Face({ state = "neutral", size = 32 }: { state?: FaceState; size?: number }) {
  const face = useContext(PersonaFace);
  return (
    <svg viewBox={FACE_VIEW_BOX} width={size} height={size} data-state={state} aria-hidden="true" focusable="false" className="face">
      {face && drawFace(face, POSES[state]).map(element)}
    </svg>
  );
}

function element({ tag, attributes, children }: FaceShape, key: number): ReactNode {
  const props = Object.entries(attributes).map(([name, value]) => [reactName(name), value]);
  return createElement(tag, { key, ...Object.fromEntries(props) }, children?.map(element));
}

/** React spells SVG's attributes in its own way, but for `data-…`. */
function reactName(name: string): string {
  return name.startsWith("data-") ? name : name.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
