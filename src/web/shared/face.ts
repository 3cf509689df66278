import type { Face } from "../../http/contract.ts";
import { dressed, framed } from "./face-wear.ts";
import { mix, readable } from "./colours.ts";

/**
 * The avatar's face: one drawing made of numbers. Who it is (skin, hair, clothes) is persona data of the owner's; what it
 * shows is a pose, which follows the avatar's state and, in a call, the sounds that it speaks. It is data, not a
 * component, so that the widget (Preact), the console (React) and a call can show the same one. It is a cartoon on
 * purpose: the avatar is an AI and must look like one. The same parts come in the same order in every pose, so that a
 * style sheet can ease from one to the next.
 */
export type FaceState = "neutral" | "listening" | "thinking" | "answering" | "sorry";

/** One SVG element; attributes as SVG spells them. `data-part` names what style sheets move: head, eyes, brow, mouth. */
export type FaceShape = { tag: "circle" | "ellipse" | "g" | "path"; attributes: Record<string, string | number>; children?: FaceShape[] };

/** A mouth as a sound shapes it, each from 0 to 1. A viseme of a call is one of these. */
export type Mouth = { open: number; width: number; round: number; teeth: number; tongue: number };

/** What the face does at a moment. */
export type Pose = {
  mouth: Mouth;
  /** the corners of the mouth: from -1 (down) to 1 (up) */
  smile: number;
  /** where the eyes look: from -1 (left, up) to 1 (right, down) */
  look: { x: number; y: number };
  /** how far the eyes are open: from 0 to 1, more in surprise */
  eyes: number;
  /** `lift`: raised; `worry`: the inner ends raised, or lowered when negative; `apart`: the right one higher than the left */
  brows: { lift: number; worry: number; apart: number };
  /** of the head, in degrees, clockwise */
  tilt: number;
  /** 0: eyes as they are; 1: in the middle of a blink */
  blink: number;
};

export const FACE_VIEW_BOX = "0 0 100 100";

/** The face of a house whose owner has not chosen one (the rulebook's default), for places that cannot ask. */
export const HOUSE_FACE: Face = {
  skin: "#cfeae3",
  hair: "bob",
  hairColour: "#0f5144",
  clothes: "jumper",
  clothesColour: "#ef8e6c",
  glasses: "none",
  background: "#8ac5b4",
};

const INK = "#2b1b20";
const CLOSED: Mouth = { open: 0, width: 0.5, round: 0, teeth: 0, tongue: 0 };
const NEUTRAL: Pose = { mouth: CLOSED, smile: 0.7, look: { x: 0, y: 0 }, eyes: 1, brows: { lift: 0, worry: 0, apart: 0 }, tilt: 0, blink: 0 };

/** How each state looks. A call eases between poses of its own. */
export const POSES: Record<FaceState, Pose> = {
  neutral: NEUTRAL,
  listening: { ...NEUTRAL, smile: 0.9, mouth: { ...CLOSED, width: 0.7 }, eyes: 1.08, brows: { lift: 0.7, worry: 0, apart: 0 }, tilt: -5 },
  thinking: {
    ...NEUTRAL,
    smile: 0.1,
    mouth: { ...CLOSED, width: 0.2 },
    look: { x: 0.8, y: -0.9 },
    brows: { lift: 0.3, worry: 0, apart: 0.8 },
    tilt: 4,
  },
  answering: { ...NEUTRAL, smile: 0.75, mouth: { open: 0.6, width: 0.6, round: 0.1, teeth: 0.6, tongue: 0.6 }, brows: { lift: 0.4, worry: 0, apart: 0 } },
  sorry: {
    ...NEUTRAL,
    smile: -0.35,
    mouth: { ...CLOSED, width: 0.25 },
    look: { x: 0, y: 0.45 },
    eyes: 0.92,
    brows: { lift: 0.2, worry: 1, apart: 0 },
    tilt: -4,
  },
};

/** The shapes of a face, from back to front, to be drawn in a `FACE_VIEW_BOX`. */
export function drawFace(face: Face, pose: Pose): FaceShape[] {
  const { behind, front, below } = framed(face);
  const shade = mix(face.skin, "#3a1420", 0.16);
  return [
    { tag: "circle", attributes: { cx: 50, cy: 50, r: 50, fill: face.background } },
    below,
    path("M41 62H59V80Q50 90 41 80Z", shade),
    ...dressed(face),
    {
      tag: "g",
      attributes: { "data-part": "head", transform: `rotate(${round(pose.tilt)} 50 74)` },
      children: [
        behind,
        ...(face.hair === "scarf" ? [] : [25, 75]).map((cx) => circle(cx, 48, 5.5, shade)),
        path("M26 40C26 24 35 15 50 15S74 24 74 40V47C74 63 64 74 50 74S26 63 26 47Z", face.skin),
        ...[34, 66].map((cx): FaceShape => ({ tag: "ellipse", attributes: { cx, cy: 58, rx: 5, ry: 3.4, fill: mix(face.skin, "#ff6f5e", 0.3) } })),
        ...eyes(pose),
        line("M48.6 54.6Q50.2 56.4 51.8 54.6", shade, 2.2),
        mouth(pose, face.skin),
        front,
        ...[-1, 1].map((side) => brow(side, pose, readable(face.hair === "scarf" ? INK : mix(face.hairColour, INK, 0.3), face.skin, 1.5))),
        glasses(face),
      ],
    },
  ];
}

/** The face as the text of one SVG element. With a label it is an image of that name, without one decoration. */
export function faceSvg(face: Face, state: FaceState, label?: string): string {
  const named = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(label)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${FACE_VIEW_BOX}" data-state="${state}" ${named}>${drawFace(face, POSES[state]).map(written).join("")}</svg>`;
}

function written({ tag, attributes, children = [] }: FaceShape): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${all.join("")}>${children.map(written).join("")}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function eyes({ eyes: open, look, blink }: Pose): FaceShape[] {
  const ry = Math.max(0.6, 6.6 * open * (1 - blink));
  return [39, 61].map((cx) => {
    const [x, y] = [cx + look.x * 1.7, 48 + look.y * 1.9 * (1 - blink)];
    return {
      tag: "g",
      attributes: { "data-part": "eye" },
      children: [
        { tag: "ellipse", attributes: { cx, cy: 48, rx: 5.9, ry: round(ry), fill: "#fff" } },
        { tag: "ellipse", attributes: { cx: round(x), cy: round(y), rx: 4.2, ry: round(Math.min(4.8, ry * 0.8)), fill: INK } },
        { tag: "circle", attributes: { cx: round(x + 1.4), cy: round(y - 1.7), r: round(1.4 * (1 - blink)), fill: "#fff" } },
        line(`M${cx - 6.2} ${round(48.2 - ry * 0.25)}Q${cx} ${round(48 - ry * 1.65)} ${cx + 6.2} ${round(48.2 - ry * 0.25)}`, INK, 1.7),
      ],
    };
  });
}

function brow(side: number, { brows: { lift, worry, apart } }: Pose, fill: string): FaceShape {
  const y = 36.5 - lift * 2.6 - (side > 0 ? apart * 2.6 : -apart);
  const inner = { x: 50 + side * 6.5, y: y - worry * 3 };
  const outer = { x: 50 + side * 17, y: y + 1 + worry * 2 };
  const top = { x: 50 + side * 12.5, y: y - 3 + worry * 0.8 };
  return line(`M${point(inner)}Q${point(top)} ${point(outer)}`, fill, 2.8, "brow");
}

/**
 * The outlines of lips, teeth and tongue are curves between the same two corners, so whatever the numbers are, the
 * one lies within the other and nothing has to be cut off.
 */
function mouth({ mouth: { open, width, round: pursed, teeth, tongue }, smile }: Pose, skin: string): FaceShape {
  const half = (5.5 + width * 6) * (1 - pursed * 0.5);
  const corner = 64 - smile * 1.6;
  const bow = half * (0.55 + 0.35 * Math.max(open, pursed));
  const upper = corner + smile * 4.6 - open * 2.5;
  const lower = corner + smile * 4.6 + open * 13;
  const arc = (from: number, y: number) => `C${point({ x: from < 0 ? 50 - bow : 50 + bow, y })} ${point({ x: from < 0 ? 50 + bow : 50 - bow, y })} `;
  const left = point({ x: 50 - half, y: corner });
  const right = point({ x: 50 + half, y: corner });
  const between = (top: number, bottom: number) => `M${left}${arc(-1, top)}${right}${arc(1, bottom)}${left}Z`;
  const lips = readable(mix(skin, "#a02c3c", 0.72), skin, 2.3);
  return {
    tag: "g",
    attributes: { "data-part": "mouth", "stroke-linejoin": "round" },
    children: [
      path(between(upper, lower), "#5a1826"),
      path(between(lower - (lower - upper) * tongue * 0.55, lower), "#e5737a"),
      path(between(upper, upper + (lower - upper) * teeth * 0.6), "#fff"),
      { tag: "path", attributes: { d: between(upper, lower), fill: "none", stroke: lips, "stroke-width": round(2.7 - open) } },
    ],
  };
}

function glasses({ glasses: worn, skin }: Face): FaceShape {
  const rims = {
    round: "M30.5 47.5a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M52.5 47.5a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0",
    square: "M31 41.5h16q1 0 1 1v8q0 4-4 4h-10q-4 0-4-4v-8q0-1 1-1zM53 41.5h16q1 0 1 1v8q0 4-4 4h-10q-4 0-4-4v-8q0-1 1-1z",
  };
  if (worn === "none") return path("", "none");
  return line(`${rims[worn]}M47.5 46.5q2.5-2 5 0M30.5 46.5L25.5 45M69.5 46.5L74.5 45`, readable("#2d2a32", skin, 2), 2);
}

function circle(cx: number, cy: number, r: number, fill: string): FaceShape {
  return { tag: "circle", attributes: { cx, cy, r, fill } };
}

function path(d: string, fill: string): FaceShape {
  return { tag: "path", attributes: { d, fill } };
}

function line(d: string, stroke: string, width: number, part?: string): FaceShape {
  return {
    tag: "path",
    attributes: { ...(part === undefined ? {} : { "data-part": part }), d, fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round" },
  };
}

function point({ x, y }: { x: number; y: number }): string {
  return `${round(x)} ${round(y)}`;
}

/** So that a sum such as 15.1 is not written with all the digits of its binary self. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
