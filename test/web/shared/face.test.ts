import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Face } from "../../../src/http/contract.ts";
import { loadRulebook } from "../../../src/rulebook/index.ts";
import { readable } from "../../../src/web/shared/colours.ts";
import { drawFace, faceSvg, HOUSE_FACE, POSES, type FaceState, type Pose } from "../../../src/web/shared/face.ts";
import type { FaceShape } from "../../../src/web/shared/shapes.ts";

const STATES = Object.keys(POSES) as FaceState[];
const { hair, clothes, glasses } = Face.shape;

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const sway = fc.double({ min: -1, max: 1, noNaN: true });
const anyFace: fc.Arbitrary<Face> = fc.record({
  skin: colour,
  hair: fc.constantFrom(...hair.options),
  hairColour: colour,
  clothes: fc.constantFrom(...clothes.options),
  clothesColour: colour,
  glasses: fc.constantFrom(...glasses.options),
  background: colour,
});
const anyPose: fc.Arbitrary<Pose> = fc.record({
  mouth: fc.record({ open: share, width: share, round: share, teeth: share, tongue: share }),
  smile: sway,
  look: fc.record({ x: sway, y: sway }),
  eyes: fc.double({ min: 0, max: 1.3, noNaN: true }),
  brows: fc.record({ lift: sway, worry: sway, apart: sway }),
  tilt: fc.double({ min: -20, max: 20, noNaN: true }),
  blink: share,
});

function everyShape(shapes: FaceShape[]): FaceShape[] {
  return shapes.flatMap((shape) => [shape, ...everyShape(shape.children ?? [])]);
}

/** The names of the elements in the order of their opening; throws where one is not closed in its place. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = svg.replace(/<(\/?)(\w+)((?: [\w-]+="[^"<>]*")*)>/g, (_whole, end: string, name: string) => {
    if (end === "") seen.push(open[open.push(name) - 1] as string);
    else if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    return "";
  });
  if (rest !== "" || open.length > 0) throw new Error(`not well-formed: ${rest}${open.join()}`);
  return seen;
}

test("whoever it is and whatever it shows, the drawing is whole, with a number wherever one belongs", () => {
  fc.assert(
    fc.property(anyFace, anyPose, (face, pose) => {
      for (const { tag, attributes } of everyShape(drawFace(face, pose))) {
        for (const [name, value] of Object.entries(attributes)) {
          expect(String(value), `${tag} ${name}`).not.toMatch(/NaN|Infinity|undefined|e-/);
          if (typeof value === "number" && name.startsWith("r")) expect(value, `${tag} ${name}`).toBeGreaterThanOrEqual(0);
          if (name === "fill" || name === "stroke") expect(value).toMatch(/^(none|#fff|#[0-9a-f]{6})$/);
        }
      }
    }),
  );
});

test("every style of every face is well-formed SVG in every state", () => {
  for (const style of hair.options)
    for (const worn of clothes.options)
      for (const rims of glasses.options)
        for (const state of STATES) {
          const svg = faceSvg({ ...HOUSE_FACE, hair: style, clothes: worn, glasses: rims }, state);
          expect(elementsOf(svg)[0]).toBe("svg");
          expect(Buffer.byteLength(svg)).toBeLessThan(5_000);
        }
});

test("the states look different, and a person's parts are the same in all of them, so that one can be eased into the next", () => {
  expect(new Set(STATES.map((state) => faceSvg(HOUSE_FACE, state))).size).toBe(STATES.length);
  fc.assert(
    fc.property(anyFace, anyPose, anyPose, (face, from, to) => {
      const parts = (pose: Pose) =>
        everyShape(drawFace(face, pose)).map(({ tag, attributes }) => [tag, ...Object.keys(attributes), String(attributes["d"]).replace(/[-\d.\s]+/g, " ")]);
      expect(parts(from)).toEqual(parts(to));
    }),
  );
});

test("a mouth opens with its number, and shut eyes are a line", () => {
  const drawn = (pose: Partial<Pose>) => everyShape(drawFace(HOUSE_FACE, { ...POSES.neutral, ...pose }));
  const height = (open: number) => {
    const mouth = drawn({ mouth: { ...POSES.neutral.mouth, open } }).find(({ attributes }) => attributes["data-part"] === "mouth");
    const heights = [...String(mouth?.children?.[0]?.attributes["d"]).matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    return Math.max(...heights) - Math.min(...heights);
  };
  expect(height(0.3)).toBeGreaterThan(height(0));
  expect(height(1)).toBeGreaterThan(height(0.3));
  const whites = drawn({ blink: 1 }).filter(({ tag, attributes }) => tag === "ellipse" && attributes["rx"] === 5.9);
  expect(whites.map(({ attributes }) => attributes["ry"])).toEqual([0.6, 0.6]);
});

test("it says its name, and an owner's or a customer's letters stay letters", () => {
  expect(faceSvg(HOUSE_FACE, "sorry", "Marla, an AI, sorry")).toContain('data-state="sorry" role="img" aria-label="Marla, an AI, sorry">');
  expect(faceSvg(HOUSE_FACE, "neutral")).toContain('aria-hidden="true"');
  expect(elementsOf(faceSvg(HOUSE_FACE, "neutral", `"><script>alert('&')</script>`))).not.toContain("script");
});

test("lips and brows can be told from any skin", () => {
  const brightness = (one: string) =>
    [0.299, 0.587, 0.114].reduce((sum, weight, i) => sum + (weight * Number.parseInt(one.slice(1 + 2 * i, 3 + 2 * i), 16)) / 255, 0);
  fc.assert(
    fc.property(colour, colour, (own, skin) => {
      expect(Math.abs(brightness(readable(own, skin, 0.2)) - brightness(skin))).toBeGreaterThan(0.19);
    }),
  );
});

test("the house's face is the rulebook's default, and the console's sign in the browser's tab", () => {
  const book = readFileSync("policies.yaml", "utf8").replace(/^ {2}face:\n(?: {4}.*\n)+/m, "");
  expect(loadRulebook(book, "policies.yaml").book.persona.face).toEqual(HOUSE_FACE);
  expect(readFileSync("src/web/console/face.svg", "utf8").trim()).toBe(faceSvg(HOUSE_FACE, "neutral"));
});
