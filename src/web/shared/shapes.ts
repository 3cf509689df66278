/** What a face is drawn of. */

/** One SVG element; attributes as SVG spells them. `data-part` names what style sheets move: head, eye, mouth. */
export type FaceShape = { tag: "ellipse" | "g" | "path"; attributes: Record<string, string | number>; children?: FaceShape[] };

export function path(d: string, fill: string): FaceShape {
  return { tag: "path", attributes: { d, fill } };
}

export function group(attributes: FaceShape["attributes"], children: FaceShape[]): FaceShape {
  return { tag: "g", attributes, children };
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string): FaceShape {
  return { tag: "ellipse", attributes: { cx: round(cx), cy: round(cy), rx, ry: round(ry), fill } };
}

export function line(d: string, stroke: string, width: number): FaceShape {
  return { tag: "path", attributes: { d, fill: "none", stroke, "stroke-width": round(width) } };
}

export function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** So that a sum such as 15.1 is not written with all the digits of its binary self. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
