/** Sums with colours, written as "#rrggbb". */

/** `share` of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const ends = channels(to);
  return `#${channels(from)
    .map((value, i) => hex(value + ((ends[i] ?? 0) - value) * share))
    .join("")}`;
}

/** The colour, darkened (or lightened, where black would not do) until it can be told from the ground: `least` is a contrast as WCAG counts it. */
export function readable(colour: string, ground: string, least: number): string {
  const away = contrast("#000000", ground) >= least ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.1) {
    const tried = mix(colour, away, share);
    if (contrast(tried, ground) >= least) return tried;
  }
  return away;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0");
}
