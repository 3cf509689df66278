/**
 * The avatar's face: a small drawing, made from its state alone. It is data, not a component, so that the widget
 * (Preact), the console (React) and a room can show the same one. It is deliberately not a portrait: the avatar is an
 * AI and must look like one. Shapes carry only attributes that are spelt the same in SVG, Preact and React; colours
 * are CSS variables (`--face-ground`, `--face-ink`, `--face-blush`) of the page around it.
 */
export type FaceState = "listening" | "thinking" | "answering" | "sorry";

/** One SVG element. `data-part` names it for style sheets: ground, eye, brow, blush or mouth. */
export type FaceShape = { tag: "circle" | "ellipse" | "path" | "rect"; attributes: Record<string, string | number> };

export const FACE_VIEW_BOX = "0 0 48 48";

const INK = "var(--face-ink, #0c443c)";

// How each state differs: where the eyes look, how far they are open, the brows, and the outline of the mouth.
type Expression = { lookX: number; lookY: number; eyeHeight: number; brows: "none" | "worried"; mouth: string };

const BROWS = [
  "M14 15.8L19.8 14A0.95 0.95 0 0 1 20.4 15.8L14.6 17.6A0.95 0.95 0 0 1 14 15.8Z",
  "M34 15.8L28.2 14A0.95 0.95 0 0 0 27.6 15.8L33.4 17.6A0.95 0.95 0 0 0 34 15.8Z",
];

const EXPRESSIONS: Record<FaceState, Expression> = {
  listening: {
    lookX: 0,
    lookY: 0,
    eyeHeight: 7,
    brows: "none",
    mouth: "M16 28.6Q24 39 32 28.6Q33.4 27.4 34.3 28.9Q35 30 34 31.2Q24 41.4 14 31.2Q13 30 13.7 28.9Q14.6 27.4 16 28.6Z",
  },
  thinking: {
    lookX: 2.6,
    lookY: -2.4,
    eyeHeight: 6.4,
    brows: "none",
    mouth: "M19.4 31.4Q24.8 34.6 29.9 30.6Q31.3 29.6 32.2 31Q32.8 32.2 31.8 33.1Q25 38.6 18.2 34.4Q17 33.4 17.6 32.2Q18.3 30.9 19.4 31.4Z",
  },
  answering: {
    lookX: 0,
    lookY: -0.6,
    eyeHeight: 7,
    brows: "none",
    mouth: "M16.2 29H31.8A1.5 1.5 0 0 1 33.3 30.7C32.6 36 28.8 39 24 39S15.4 36 14.7 30.7A1.5 1.5 0 0 1 16.2 29Z",
  },
  sorry: {
    lookX: 0,
    lookY: 1.2,
    eyeHeight: 6.2,
    brows: "worried",
    mouth: "M19.2 34.8Q24 31.2 28.8 34.8Q30.2 35.6 31 34.3Q31.6 33.1 30.4 32.2Q24 27.6 17.6 32.2Q16.4 33.1 17 34.3Q17.8 35.6 19.2 34.8Z",
  },
};

/** The shapes of a face, from back to front, to be drawn in a `FACE_VIEW_BOX`. */
export function faceShapes(state: FaceState): FaceShape[] {
  const expression = EXPRESSIONS[state];
  return [
    { tag: "circle", attributes: { "data-part": "ground", cx: 24, cy: 24, r: 24, fill: "var(--face-ground, #cfeae3)" } },
    blush(11.6),
    blush(36.4),
    ...(expression.brows === "worried" ? BROWS.map(brow) : []),
    eye(17.4, expression),
    eye(30.6, expression),
    { tag: "path", attributes: { "data-part": "mouth", d: expression.mouth, fill: INK } },
  ];
}

/** The face as the text of one SVG element, for places without a component. It is decoration: hidden from screen readers. */
export function faceSvg(state: FaceState): string {
  const shapes = faceShapes(state).map(({ tag, attributes }) => {
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
    return `<${tag} ${written.join(" ")}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${FACE_VIEW_BOX}" aria-hidden="true">${shapes.join("")}</svg>`;
}

function eye(centre: number, { lookX, lookY, eyeHeight }: Expression): FaceShape {
  const width = 4.6;
  return {
    tag: "rect",
    attributes: {
      "data-part": "eye",
      x: round(centre + lookX - width / 2),
      y: round(21.4 + lookY - eyeHeight / 2),
      width,
      height: eyeHeight,
      rx: width / 2,
      fill: INK,
    },
  };
}

function blush(centre: number): FaceShape {
  return { tag: "ellipse", attributes: { "data-part": "blush", cx: centre, cy: 28, rx: 3.2, ry: 2.2, fill: "var(--face-blush, #f0a58a)", opacity: 0.55 } };
}

function brow(d: string): FaceShape {
  return { tag: "path", attributes: { "data-part": "brow", d, fill: INK } };
}

/** So that a sum such as 15.1 is not written with all the digits of its binary self. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
