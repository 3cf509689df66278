import type { Face } from "../../http/contract.ts";
import { mix } from "./colours.ts";
import { type FaceShape, path } from "./shapes.ts";

/** Hair and clothes: outlines in the same 100 by 100 as the face, a few for each that an owner may choose. */

/** `below`: falls on the shoulders and stays when the head tilts; `behind` and `front`: of the head. */
type Hair = { below?: string; behind?: string; front?: string };

const PARTED = "M24 47C21 23 33 9 50 9S79 23 76 47C74 37 67 30 55 23C48 31 33 32 24 47Z";
const BACK = "M50 9C26 9 19 27 19 45";

const HAIR: Record<Face["hair"], Hair> = {
  none: {},
  short: { front: "M24 46C21 24 32 9 50 9S79 24 76 46Q73 37 69 32C60 34 45 33 37 27Q28 35 24 46Z" },
  bob: { behind: `${BACK}Q19 61 24 72Q33 76 40 70H60Q67 76 76 72Q81 61 81 45C81 27 74 9 50 9Z`, front: PARTED },
  long: { below: "M21 46Q17 70 15 84L30 93H70L85 84Q83 70 79 46Z", behind: `${BACK}V72H81V45C81 27 74 9 50 9Z`, front: PARTED },
  bun: { behind: "M39 10a11 9 0 1 1 22 0a11 9 0 1 1-22 0", front: "M24 46C22 26 32 11 50 11S78 26 76 46C74 38 69 28 50 28S26 38 24 46Z" },
  curls: {
    behind: "M21 60a9 9 0 0 1-5-14a9 9 0 0 1 3-14a9 9 0 0 1 11-13a10 9 0 0 1 20-4a10 9 0 0 1 20 4a9 9 0 0 1 11 13a9 9 0 0 1 3 14a9 9 0 0 1-5 14Z",
    front: "M24 46Q18 34 27 28Q26 17 38 17Q46 9 54 14Q66 11 70 23Q82 32 76 46Q75 38 70 34Q63 36 59 32Q52 36 45 31Q40 36 33 33Q26 38 24 46Z",
  },
  scarf: {
    below: "M30 70Q26 80 27 86Q36 95 50 95T73 86Q74 80 70 70Z",
    behind: `${BACK}C19 66 30 82 50 82S81 66 81 45C81 27 74 9 50 9Z`,
    front: "M24 52C21 24 34 9 50 9S79 24 76 52C74 36 66 24 50 24S26 36 24 52Z",
  },
};

const SHOULDERS = "M12.5 83C19 78 33 78 41 75Q50 84 59 75C67 78 81 78 87.5 83A50 50 0 0 1 12.5 83Z";

/** The hair around a head. */
export function framed({ hair, hairColour }: Face): Record<keyof Hair, FaceShape> {
  const { below = "", behind = "", front = "" } = HAIR[hair];
  const deep = mix(hairColour, "#000000", 0.22);
  return { below: path(below, deep), behind: path(behind, deep), front: path(front, hairColour) };
}

/** What it wears, over the neck. */
export function dressed({ clothes, clothesColour }: Face): FaceShape[] {
  const deep = mix(clothesColour, "#000000", 0.2);
  const pale = mix(clothesColour, "#ffffff", 0.85);
  const details: Record<Face["clothes"], FaceShape[]> = {
    jumper: [path("M39 76L41 75Q50 84 59 75L61 76Q63 77 62 79Q50 92 38 79Q37 77 39 76Z", deep)],
    shirt: [path("M41 74L50 83L42 90L36 77ZM59 74L50 83L58 90L64 77Z", pale)],
    hoodie: [path("M38 72Q31 74 29 79Q38 92 50 92T71 79Q69 74 62 72Q60 84 50 85T38 72Z", deep), path("M42 88h2v8h-2ZM56 88h2v8h-2Z", pale)],
    blazer: [
      path("M41 75Q50 84 59 75L60 76L50 96L40 76Z", "#fff"),
      path("M40 75L34 77L36 86L41 87L50 99V95L44 84ZM60 75L66 77L64 86L59 87L50 99V95L56 84Z", deep),
    ],
  };
  return [path(SHOULDERS, clothesColour), ...details[clothes]];
}
