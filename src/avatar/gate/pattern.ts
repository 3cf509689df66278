/**
 * Rules are written as readable patterns: `{name}` stands for a group of alternatives, a German umlaut for both of its
 * spellings (folding has already turned "ö" into "o", and people write "oe"), and a space for one space.
 */

export type Groups = Readonly<Record<string, string>>;

const UMLAUTS: Groups = { ä: "ae?", ö: "oe?", ü: "ue?", ß: "ss" };

/** The source of a pattern with its groups and umlauts written out. */
export function spell(source: string, groups: Groups = {}): string {
  const whole = source.replaceAll(/\{([a-z]\w*)\}/gi, (_, name: string) => {
    const group = groups[name];
    if (group === undefined) throw new Error(`The pattern names an unknown group: ${name}`);
    return `(?:${spell(group, groups)})`;
  });
  return whole.replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter);
}

/** Compiles a pattern that must begin and end at a word's edge. */
export function words(source: string, groups: Groups = {}): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${spell(source, groups)})(?![a-z0-9])`);
}

/** Compiles a pattern as it stands. */
export function raw(source: string, groups: Groups = {}): RegExp {
  return new RegExp(spell(source, groups));
}
