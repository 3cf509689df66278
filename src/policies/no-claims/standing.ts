import { HUNDREDTH, WHOLE, type Fault, type IncidentKind, type Move, type Row, type Scheme } from "./scheme.ts";

/** How a customer stands in a scheme at the beginning of a period. Two with the same standing have the same future. */
export type Standing = {
  /** place in the scheme's list of levels; the worst is 0 */
  level: number;
  /** clean periods in a row */
  clean: number;
  /** of these, so many spent at this level from their beginning to their end */
  atLevel: number;
  protected: boolean;
  /** how many incidents the last periods had, for the protection to count */
  recent: number[];
};

/** An incident that counts, whose doing it was at last. */
export type Counted = { id: string; kind: IncidentKind; class: Fault };

/** What an incident was let off for. */
export type LetOff = { id: string; because: "forgiven" | "protected" };

export function beginning(scheme: Scheme, level = scheme.start): Standing {
  return protect(scheme, { level: placeOf(scheme, level), clean: 0, atLevel: 0, protected: false, recent: [] });
}

/** The place of a level in the scheme. @throws RangeError for a level that the scheme does not have */
export function placeOf(scheme: Scheme, level: string): number {
  const place = scheme.levels.findIndex((one) => one.level === level);
  if (place < 0) throw new RangeError(`the scheme ${scheme.name} has no level ${level}`);
  return place;
}

/** Where the incidents of a period lead from its standing, and which of them were let off. */
export function afterIncidents(scheme: Scheme, standing: Standing, incidents: readonly Counted[]): { level: number; letOff: LetOff[] } {
  const forgiven = freeAt(scheme, standing);
  const free = incidents.slice(0, forgiven);
  const rest = incidents.slice(forgiven);
  const letOff: LetOff[] = free.map(({ id }) => ({ id, because: "forgiven" }));
  if (protects(scheme, standing, incidents.length)) {
    return { level: standing.level, letOff: [...letOff, ...rest.map(({ id }): LetOff => ({ id, because: "protected" }))] };
  }
  return { level: scheme.incidents.apply === "each" ? fallEach(scheme, standing.level, rest) : fallTogether(scheme, standing.level, rest), letOff };
}

/** The standing after a period in which these incidents counted. */
export function renewed(scheme: Scheme, standing: Standing, incidents: readonly Counted[]): { standing: Standing; letOff: LetOff[]; recovered: boolean } {
  const isClean = incidents.length === 0;
  const stepFirst = scheme.clean.when === "always";
  const stepped = stepFirst || isClean ? moved(scheme, standing.level, scheme.clean) : standing.level;
  const { level: fallen, letOff } = afterIncidents(scheme, { ...standing, level: stepped }, incidents);
  const clean = isClean ? standing.clean + 1 : 0;
  const level = recoveredFrom(scheme, fallen, clean);
  const recent = scheme.protection ? [...standing.recent, incidents.length].slice(-scheme.protection.periods) : [];
  const stillProtected = standing.protected && (isClean || protects(scheme, standing, incidents.length));
  const after = { level, clean, atLevel: isClean && level === standing.level ? standing.atLevel + 1 : 0, protected: stillProtected, recent };
  // A protection that has ended comes back after a clean period at the earliest, also where a scheme asks for none at the beginning.
  return { standing: isClean ? protect(scheme, after) : after, letOff, recovered: level !== fallen };
}

function freeAt(scheme: Scheme, { level, atLevel }: Standing): number {
  const rule = scheme.forgiveness.find((one) => placeOf(scheme, one.level) === level && atLevel >= one.after);
  return rule?.incidents ?? 0;
}

function protect(scheme: Scheme, standing: Standing): Standing {
  const { protection } = scheme;
  if (!protection || standing.protected) return standing;
  return { ...standing, protected: standing.level >= placeOf(scheme, protection.level) && standing.clean >= protection.clean };
}

function protects({ protection }: Scheme, standing: Standing, now: number): boolean {
  if (!protection || !standing.protected) return false;
  const before = standing.recent.slice(-(protection.periods - 1)).reduce((sum, count) => sum + count, 0);
  return (protection.periods > 1 ? before : 0) + now <= protection.incidents;
}

function fallEach(scheme: Scheme, level: number, incidents: readonly Counted[]): number {
  return incidents.reduce((at, incident, i) => {
    const row = rowFor(scheme, at, i + 1, incident);
    return row ? moved(scheme, at, row) : at;
  }, level);
}

/** The number decides, from the level at the beginning; where the table has a part for each kind, one kind after the other. */
function fallTogether(scheme: Scheme, level: number, incidents: readonly Counted[]): number {
  const parted = scheme.incidents.rows.some(({ kind }) => kind !== undefined);
  const groups = new Map<string, Counted[]>();
  for (const incident of incidents) {
    const key = parted ? incident.kind : "all";
    groups.set(key, [...(groups.get(key) ?? []), incident]);
  }
  return [...groups.values()].reduce((at, group) => {
    const row = rowFor(scheme, at, group.length, group[0] as Counted);
    return row ? moved(scheme, at, row) : at;
  }, level);
}

function rowFor(scheme: Scheme, level: number, count: number, incident: Counted): Row | undefined {
  const name = scheme.levels[level]?.level ?? "";
  const fits = scheme.incidents.rows.filter(
    (row) =>
      row.count <= count &&
      (row.kind ?? incident.kind) === incident.kind &&
      (row.class ?? incident.class) === incident.class &&
      (row.from?.includes(name) ?? true),
  );
  return fits.reduce<Row | undefined>((best, row) => (best === undefined || row.count > best.count ? row : best), undefined);
}

function recoveredFrom(scheme: Scheme, level: number, clean: number): number {
  const { recovery } = scheme;
  if (!recovery || clean < recovery.after) return level;
  return Math.max(level, placeOf(scheme, recovery.worseThan));
}

/** Where a step leads, within floor and ceiling. */
export function moved(scheme: Scheme, level: number, { to, steps, times }: Move): number {
  const least = scheme.floor === undefined ? 0 : placeOf(scheme, scheme.floor);
  const most = scheme.ceiling === undefined ? scheme.levels.length - 1 : placeOf(scheme, scheme.ceiling);
  const within = (place: number) => Math.min(Math.max(place, least), most);
  if (to !== undefined) return within(placeOf(scheme, to));
  if (steps !== undefined) return within(level + steps);
  const worst = scheme.levels[0]?.pays ?? 0;
  const product = (scheme.levels[level]?.pays ?? 0) * (times ?? WHOLE);
  return within((worst - cut(product, WHOLE * HUNDREDTH, scheme.rounding) * HUNDREDTH) / HUNDREDTH);
}

/** Divides whole numbers of zero or more, cut as the scheme says. */
function cut(dividend: number, divisor: number, rounding: Scheme["rounding"]): number {
  if (rounding === "half") return Math.floor((dividend + divisor / 2) / divisor);
  return rounding === "up" ? Math.ceil(dividend / divisor) : Math.floor(dividend / divisor);
}
