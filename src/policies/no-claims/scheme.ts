import { z } from "zod";

/**
 * A no-claims scheme as data: what an owner writes in YAML, checked. All published systems that we know fit in without code
 * (research: C1 and C2); `rulebooks/no-claims/` holds them.
 */

/** What may count against a level. Security reports, avatar answers, billing questions have no word here: no scheme can count them. */
export const INCIDENT_KINDS = ["crash", "escalation"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Whose doing it was. What we caused, what somebody else caused and what was withdrawn cannot be named under `counts`. */
const FAULTS_THAT_MAY_COUNT = ["unknown", "still_unknown", "customer", "shared"] as const;
export const FAULTS = [...FAULTS_THAT_MAY_COUNT, "ours", "third_party", "withdrawn"] as const;
export type Fault = (typeof FAULTS)[number];

/** A rate of 100 %, in hundredths of a percent. */
export const WHOLE = 10_000;
/** Where levels are a coefficient, they lie a hundredth apart. */
export const HUNDREDTH = 100;
const MOST_LEVELS = 100;
const MOST_ROWS = 200;
const MOST_MONTHS = 60;

const levelId = z.union([z.int(), z.string().regex(/^[A-Za-z0-9½.-]{1,8}$/)]).transform(String);

/** "75 %" of the fee in hundredths of a percent: 7500. */
const share = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})? ?%$/, 'write a share such as "75 %"')
  .transform((text) => hundredths(text.replace(/ ?%$/, "")));

/** A factor such as "0.95", in ten-thousandths: 9500. Quoted, so that no float ever stands between. */
const factor = z
  .string({ error: 'write a factor in quotes, such as "0.95"' })
  .regex(/^\d(\.\d{1,4})?$/, 'write a factor such as "0.95"')
  .transform((text) => {
    const [whole = "", part = ""] = text.split(".");
    return Number(whole) * WHOLE + Number(part.padEnd(4, "0"));
  });

const coefficient = z.string({ error: 'write a coefficient in quotes, such as "0.50"' }).regex(/^\d\.\d{2}$/, 'write a coefficient such as "0.50"');

const ladder = z
  .array(z.strictObject({ level: levelId, pays: share }))
  .min(2)
  .max(MOST_LEVELS);
const range = z.strictObject({ worst: coefficient, best: coefficient });

/** Where a step leads: to a level, so many steps up (or down, below zero), or to the coefficient times a factor. */
const move = { to: levelId.optional(), steps: z.int().min(-MOST_LEVELS).max(MOST_LEVELS).optional(), times: factor.optional() };

const row = z.strictObject({
  kind: z.enum(INCIDENT_KINDS).optional(),
  class: z.enum(FAULTS_THAT_MAY_COUNT).optional(),
  /** from which levels; left out: from all */
  from: z.array(levelId).optional(),
  /** from so many incidents on: in the window with "together", the so-maniest with "each" */
  count: z.int().min(1).max(MOST_LEVELS).default(1),
  ...move,
});

const fields = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  about: z.string().min(1).max(400),
  /** the worst first */
  levels: z.union([ladder, range]),
  start: levelId,
  /** no fall goes below, no year leads above; left out: the ends of the levels */
  floor: levelId.optional(),
  ceiling: levelId.optional(),
  /** how long has to pass without an incident, and how long before the renewal the books for it are closed */
  period: z.strictObject({ months: z.int().min(1).max(MOST_MONTHS).default(12), lagMonths: z.int().min(0).max(11).default(0) }).prefault({}),
  effective: z.enum(["renewal", "at_once"]),
  /** what a period brings: only a clean one, or always */
  clean: z.strictObject({ ...move, when: z.enum(["clean", "always"]).default("clean") }),
  /** which incidents count, by whose doing they were */
  counts: z.strictObject({
    crash: z.array(z.enum(FAULTS_THAT_MAY_COUNT)).default([]),
    escalation: z.array(z.enum(FAULTS_THAT_MAY_COUNT)).default([]),
  }),
  /** what cost us less than this never counts, in units of the owner's currency */
  threshold: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/)
    .transform((text) => hundredths(text))
    .default(0),
  incidents: z.strictObject({ apply: z.enum(["each", "together"]), rows: z.array(row).min(1).max(MOST_ROWS) }),
  /** after so many clean periods at this level, so many incidents are free */
  forgiveness: z.array(z.strictObject({ level: levelId, after: z.int().min(1), incidents: z.int().min(1).default(1) })).default([]),
  /** from this level on, after so many clean periods (0: from the beginning): it falls only when there were more incidents in so many periods; then it
   * ends, and comes back with the next clean period at which both hold again */
  protection: z.strictObject({ level: levelId, clean: z.int().min(0), incidents: z.int().min(1), periods: z.int().min(1).max(10) }).optional(),
  /** whoever stands worse than this comes back to it after so many clean periods */
  recovery: z.strictObject({ worseThan: levelId, after: z.int().min(1) }).optional(),
  /** after so long without a contract one begins at this level */
  lapse: z.strictObject({ months: z.int().min(1), to: levelId }).optional(),
  /** how a product that is not whole is cut */
  rounding: z.enum(["down", "half", "up"]).default("down"),
});

export type Level = { level: string; pays: number };

/** Reads a scheme; `levels` are listed, the worst first, also where they were given as a range of coefficients. */
export const schemeSchema = fields.superRefine(check).transform((scheme) => ({ ...scheme, levels: levelsOf(scheme.levels) }));
export type Scheme = z.output<typeof schemeSchema>;
export type Row = Scheme["incidents"]["rows"][number];
export type Move = Pick<Row, "to" | "steps" | "times">;

/** "12.5" in hundredths: 1250. */
function hundredths(text: string): number {
  const [whole = "", part = ""] = text.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

function levelsOf(levels: z.output<typeof fields>["levels"]): Level[] {
  if (Array.isArray(levels)) return levels;
  const [worst, best] = [hundredths(levels.worst), hundredths(levels.best)];
  return Array.from({ length: worst - best + 1 }, (_, i) => {
    const at = worst - i;
    return { level: `${Math.floor(at / 100)}.${String(at % 100).padStart(2, "0")}`, pays: at * HUNDREDTH };
  });
}

/** What the lines of a scheme promise each other. */
function check(scheme: z.output<typeof fields>, context: z.RefinementCtx): void {
  const report = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  const listed = Array.isArray(scheme.levels);
  if (!Array.isArray(scheme.levels) && hundredths(scheme.levels.worst) <= hundredths(scheme.levels.best))
    return report(["levels"], "the worst is the higher one.");
  const known = new Set(levelsOf(scheme.levels).map(({ level }) => level));
  if (listed && known.size !== (scheme.levels as Level[]).length) report(["levels"], "a level stands there twice.");
  for (const [path, level] of namesIn(scheme)) if (!known.has(level)) report(path, `there is no level "${level}".`);
  const moves: [(string | number)[], Move][] = [
    [["clean"], scheme.clean],
    ...scheme.incidents.rows.map((one, i): [(string | number)[], Move] => [["incidents", "rows", i], one]),
  ];
  for (const [path, { to, steps, times }] of moves) {
    if ([to, steps, times].filter((way) => way !== undefined).length !== 1) report(path, "say where it leads with one of to, steps and times.");
    if (times !== undefined && listed) report([...path, "times"], "only a coefficient can be multiplied.");
  }
  if (scheme.effective === "at_once" && scheme.period.lagMonths > 0) report(["period", "lagMonths"], "what takes effect at once has no lag.");
}

function namesIn({
  start,
  floor,
  ceiling,
  clean,
  incidents,
  forgiveness,
  protection,
  recovery,
  lapse,
}: z.output<typeof fields>): [(string | number)[], string][] {
  const one = (path: (string | number)[], level: string | undefined): [(string | number)[], string][] => (level === undefined ? [] : [[path, level]]);
  return [
    ...one(["start"], start),
    ...one(["floor"], floor),
    ...one(["ceiling"], ceiling),
    ...one(["clean", "to"], clean.to),
    ...incidents.rows.flatMap((row, i) => [
      ...one(["incidents", "rows", i, "to"], row.to),
      ...(row.from ?? []).flatMap((level) => one(["incidents", "rows", i, "from"], level)),
    ]),
    ...forgiveness.flatMap(({ level }, i) => one(["forgiveness", i, "level"], level)),
    ...one(["protection", "level"], protection?.level),
    ...one(["recovery", "worseThan"], recovery?.worseThan),
    ...one(["lapse", "to"], lapse?.to),
  ];
}
