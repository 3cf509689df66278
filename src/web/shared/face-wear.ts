import type { Face } from "../../http/contract.ts";
import { mix, readable } from "./colours.ts";
import type { FaceShape } from "./face.ts";

/** Hair and clothes: outlines in the same 100 by 100 as the face, a few for each that an owner may choose. */

/** `below`: falls on the shoulders and stays when the head tilts; `behind` and `front`: of the head. */
type Hair = { below?: string; behind?: string; front?: string };

const CROWN = "M24.5 46C21 24 32 9.5 51 9.5S79 24 75.5 46C74 39.5 72 35 69 31.5C60 34 45 33 36.5 27C31.5 32 27 38 24.5 46Z";
const PARTED = "M24.5 47C21 23 33 9.5 50 9.5S79 23 75.5 47C74 37 67 30 55 23C48 31 33 32 24.5 47Z";

const HAIR: Record<Face["hair"], Hair> = {
  none: {},
  short: { front: CROWN },
  bob: { behind: "M50 9C26 9 19 27 19 45C19 57 21 66 23.5 72Q33 76 40 70H60Q67 76 76.5 72C79 66 81 57 81 45C81 27 74 9 50 9Z", front: PARTED },
  long: {
    below: "M21 46Q17 70 14.5 84L30 93H70L85.5 84Q83 70 79 46Z",
    behind: "M50 9C26 9 19.5 27 19.5 45L18.5 72H81.5L80.5 45C80.5 27 74 9 50 9Z",
    front: PARTED,
  },
  bun: { behind: "M39 10.5a11 9.5 0 1 1 22 0a11 9.5 0 1 1-22 0", front: "M24.5 46C22 26 32 11 50 11S78 26 75.5 46C74.5 38 69 28.5 50 28.5S25.5 38 24.5 46Z" },
  curls: {
    behind:
      "M50 5C41 3 35 6 31 11C23 11 18 18 19 25C13 29 12 37 16 42C12 49 15 57 21 59L79 59C85 57 88 49 84 42C88 37 87 29 81 25C82 18 77 11 69 11C65 6 59 3 50 5Z",
    front:
      "M24.5 46C20 38 24 30 28 28C27 21 34 17 39 19C43 13 51 13 54 18C60 14 68 18 69 24C76 27 79 38 75.5 46C75 40 73 36 70 34C66 36 61 35 59 32C55 35 48 35 45 31C42 35 36 36 33 33C28 36 25 41 24.5 46Z",
  },
  scarf: {
    below: "M30 70Q26 80 27 86Q36 95 50 95T73 86Q74 80 70 70Z",
    behind: "M50 8C28 8 19 24 19.5 44C20 66 30 82 50 82S80 66 80.5 44C81 24 72 8 50 8Z",
    front: "M24 52C21 24 34 9 50 9S79 24 76 52C74 36 66 24.5 50 24.5S26 36 24 52Z",
  },
};

const SHOULDERS = "M12.5 83C19 78.5 33 78 41 75Q50 84 59 75C67 78 81 78.5 87.5 83A50 50 0 0 1 12.5 83Z";

/** The hair around a head. */
export function framed({ hair, hairColour }: Face): Record<keyof Hair, FaceShape> {
  const { below = "", behind = "", front = "" } = HAIR[hair];
  const deep = mix(hairColour, "#000000", 0.22);
  return { below: shape(below, deep), behind: shape(behind, deep), front: shape(front, hairColour) };
}

/** What it wears, over the neck. */
export function dressed({ clothes, clothesColour }: Face): FaceShape[] {
  const deep = mix(clothesColour, "#000000", 0.2);
  const pale = readable(mix(clothesColour, "#ffffff", 0.85), clothesColour, 1.3);
  const body = shape(SHOULDERS, clothesColour);
  switch (clothes) {
    case "jumper":
      return [body, shape("M39 75.7L41 75Q50 84 59 75L61 75.7Q63 77 62 79Q50 92 38 79Q37 77 39 75.7Z", deep)];
    case "shirt":
      return [body, shape("M41 74L50 83L42.5 90L36 77ZM59 74L50 83L57.5 90L64 77Z", pale)];
    case "hoodie":
      return [body, shape("M38 72Q31 74 29 79Q38 92 50 92T71 79Q69 74 62 72Q60 84 50 85T38 72Z", deep), shape("M42 88h2.4v8h-2.4ZM55.6 88h2.4v8h-2.4Z", pale)];
    case "blazer":
      return [
        body,
        shape("M41 75Q50 84 59 75L60 76L50 96L40 76Z", "#fff"),
        shape("M40 75L34 77.5L36 86L41 87L50 99L50 95L44 84ZM60 75L66 77.5L64 86L59 87L50 99L50 95L56 84Z", deep),
      ];
  }
}

function shape(d: string, fill: string): FaceShape {
  return { tag: "path", attributes: { d, fill } };
}
