import type { Face } from "../../http/contract.ts";
import { dressed, framed } from "./face-wear.ts";
import { mix, readable } from "./colours.ts";
import { at, ellipse, type FaceShape, group, line, path, round } from "./shapes.ts";

/**
 * The avatar's face: one drawing made of numbers. Who it is (skin, hair, clothes) is persona data of the owner's; what it
 * shows is a pose, which follows the avatar's state and, in a call, the sounds that it speaks. It is data, not a
 * component, so that the widget (Preact), the console (React) and a call can show the same one. It is a cartoon on
 * purpose: the avatar is an AI and must look like one. The same parts come in the same order in every pose, so that a
 * style sheet can ease from one to the next.
 */
export type FaceState = "neutral" | "listening" | "thinking" | "answering" | "sorry";

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
  const { below, behind, front } = framed(face);
  const shade = mix(face.skin, "#3a1420", 0.16);
  const blush = mix(face.skin, "#ff6f5e", 0.3);
  const covered = face.hair === "scarf";
  const hair = readable(covered ? INK : mix(face.hairColour, INK, 0.3), face.skin, 0.12);
  const head = [
    behind,
    ...(covered ? [] : both((side) => ellipse(50 + side * 25, 48, 5.5, 5.5, shade))),
    path("M26 40C26 24 35 15 50 15S74 24 74 40V47C74 63 64 74 50 74S26 63 26 47Z", face.skin),
    ...both((side) => ellipse(50 + side * 16, 58, 5, 3.4, blush)),
    ...both((side) => eye(50 + side * 11, pose)),
    line("M48.6 54.6Q50.2 56.4 51.8 54.6", shade, 2.2),
    mouth(pose, readable(mix(face.skin, "#a02c3c", 0.72), face.skin, 0.2)),
    front,
    ...both((side) => brow(side, pose, hair)),
    line(GLASSES[face.glasses], readable(INK, face.skin, 0.2), 2),
  ];
  return [
    ellipse(50, 50, 50, 50, face.background),
    below,
    path("M41 62H59V80Q50 90 41 80Z", shade),
    ...dressed(face),
    group({ "data-part": "head", transform: `rotate(${round(pose.tilt)} 50 74)`, "stroke-linecap": "round", "stroke-linejoin": "round" }, head),
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

const RIMS = {
  round: "a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0",
  square: "v-4q0-2 2-2h13q2 0 2 2v6q0 4-4 4h-9q-4 0-4-4z",
};
const GLASSES: Record<Face["glasses"], string> = { none: "", round: worn(RIMS.round), square: worn(RIMS.square) };

function worn(rim: string): string {
  return `M30.5 47.5${rim}M52.5 47.5${rim}M47.5 46.5q2.5-2 5 0M30.5 46.5l-5-1.5M69.5 46.5l5-1.5`;
}

function eye(cx: number, { eyes, look, blink }: Pose): FaceShape {
  const open = 1 - blink;
  const ry = 0.6 + 6 * eyes * open;
  const [x, y] = [cx + look.x * 1.7, 48 + look.y * 1.9 * open];
  return group({ "data-part": "eye" }, [
    ellipse(cx, 48, 5.9, ry, "#fff"),
    ellipse(x, y, 4.2, Math.min(4.8, ry * 0.8), INK),
    ellipse(x + 1.4, y - 1.7 * open, 1.4, 1.4 * open, "#fff"),
    line(`M${at(cx - 6.2, 48.2 - ry / 4)}Q${at(cx, 48 - ry * 1.65)} ${at(cx + 6.2, 48.2 - ry / 4)}`, INK, 1.7),
  ]);
}

function brow(side: number, { brows: { lift, worry, apart } }: Pose, colour: string): FaceShape {
  const y = 36.5 - lift * 2.6 - side * apart * 2;
  return line(`M${at(50 + side * 6.5, y - worry * 3)}Q${at(50 + side * 12.5, y - 3 + worry * 0.8)} ${at(50 + side * 17, y + 1 + worry * 2)}`, colour, 2.8);
}

/**
 * The outlines of lips, teeth and tongue are curves between the same two corners, so whatever the numbers are, the
 * one lies within the other and nothing has to be cut off.
 */
function mouth({ mouth: { open, width, round: pursed, teeth, tongue }, smile }: Pose, lips: string): FaceShape {
  const half = (5.5 + width * 6) * (1 - pursed / 2);
  const bow = half * (0.55 + 0.35 * Math.max(open, pursed));
  const corner = 64 - smile * 1.6;
  const upper = corner + smile * 4.6 - open * 2.5;
  const height = open * 15.5;
  const curve = (from: number, y: number) => `C${at(50 - from * bow, y)} ${at(50 + from * bow, y)} ${at(50 + from * half, corner)}`;
  const between = (top: number, bottom: number) => `M${at(50 - half, corner)}${curve(1, upper + height * top)}${curve(-1, upper + height * bottom)}Z`;
  const lip = line(between(0, 1), lips, 2.7 - open);
  return group({ "data-part": "mouth" }, [
    path(between(0, 1), "#5a1826"),
    path(between(1 - tongue * 0.55, 1), "#e5737a"),
    path(between(0, teeth * 0.6), "#fff"),
    lip,
  ]);
}

function both<Shape>(draw: (side: -1 | 1) => Shape): [Shape, Shape] {
  return [draw(-1), draw(1)];
}
