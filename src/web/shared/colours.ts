/** Sums with colours, written as "#rrggbb". */

/** `share` of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const ends = channels(to);
  const mixed = channels(from).map((value, i) => Math.round(value + ((ends[i] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour, darkened (on a dark ground lightened) until it is `least` darker or brighter than the ground, at most 0.35. */
export function readable(colour: string, ground: string, least: number): string {
  const ink = brightness(ground) > 0.35 ? "#000000" : "#ffffff";
  let share = 0;
  while (share < 1 && Math.abs(brightness(mix(colour, ink, share)) - brightness(ground)) < least) share += 0.1;
  return mix(colour, ink, Math.min(share, 1));
}

/** How bright a colour looks, from 0 to 1 (the luma of Rec. 601, near enough for a cartoon). */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
