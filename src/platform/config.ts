import { z } from "zod";

/** An empty variable is an unset one. */
const text = () => z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const url = (what: string) => z.preprocess((value) => (value === "" ? undefined : value), z.url(`must be a URL, such as ${what}`).optional());
const whole = (fallback: number, least: number, most: number) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? fallback : Number(value)),
    z
      .number(`must be a whole number from ${least} to ${most}`)
      .int(`must be a whole number from ${least} to ${most}`)
      .min(least, `must be at least ${least}`)
      .max(most, `must be at most ${most}`),
  );
const list = () =>
  z.preprocess(
    (value) =>
      typeof value === "string"
        ? value
            .split(",")
            .map((part) => part.trim())
            .filter((part) => part !== "")
        : [],
    z.array(z.string()),
  );

/** The least that NIST SP 800-63B allows for a password that people choose, each Unicode character counted as one. */
const LEAST_PASSWORD = 8;
const password = (otherwise: string) =>
  text().refine(
    (value) => value === undefined || Array.from(value).length >= LEAST_PASSWORD,
    `must have at least ${LEAST_PASSWORD} characters; a few words in a row are easy to remember. ${otherwise}`,
  );

/** The settings of the house; each channel brings its own beside these. */
export const Settings = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: text().transform((value) => value ?? "127.0.0.1"),
  PUBLIC_URL: url("https://support.example.com").transform((value) => value?.replace(/\/+$/, "")),
  DATA_DIR: text().transform((value) => value ?? "./data"),
  DATABASE_URL: url("postgresql://user:password@localhost:5432/standin"),
  REDIS_URL: url("redis://localhost:6379"),
  OPENAI_API_KEY: text(),
  OPENAI_BASE_URL: url("http://localhost:11434/v1"),
  MODEL: text(),
  MODEL_CHEAP: text(),
  MODEL_TIMEOUT_MS: whole(30_000, 10, 600_000),
  LEASE_MS: whole(15_000, 200, 600_000),
  POLICIES_FILE: text().transform((value) => value ?? "./policies.yaml"),
  EMBEDDINGS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .union([z.enum(["off", "local"]), z.templateLiteral(["openai:", z.string().min(1)])], 'must be "off", "local" or "openai:" with the name of a model')
      .optional(),
  ),
  KNOWLEDGE_DIR: text().transform((value) => value ?? "./knowledge"),
  PROMPTS_DIR: text().transform((value) => value ?? "./prompts"),
  ADMIN_EMAIL: text(),
  ADMIN_PASSWORD: password("Left out, one is made at the first start and shown once"),
  STAFF_API_KEYS: list(),
  CHAT_JWT_SECRET: text(),
  CHAT_ORIGINS: list(),
  SAMPLE_BUSINESS: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["on", "off"], 'must be "on" or "off"').optional()),
  CLOCK: z.preprocess((value) => (value === "" ? undefined : value), z.enum(["system", "manual"], 'must be "system" or "manual"').default("system")),
  LOG_LEVEL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  ),
});
export type Settings = z.output<typeof Settings>;

/** Settings that cannot be used; `message` lists all problems, each with its variable. */
export class SettingsBroken extends Error {
  readonly code = "settings_broken";
}

/** What one part of the house reads from the environment. */
export type Fragment = z.ZodType;

/** Reads the house's settings and each fragment's from `env`, or names everything that is wrong. Pure. */
export function loadSettings<Fragments extends Record<string, Fragment>>(
  env: Record<string, string | undefined>,
  fragments: Fragments,
): { settings: Settings; parts: { [Name in keyof Fragments]: z.output<Fragments[Name]> } } {
  const problems: string[] = [];
  const read = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> | undefined => {
    const parsed = schema.safeParse(env);
    if (parsed.success) return parsed.data;
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join(".") || "environment"}: ${issue.message}`));
    return undefined;
  };
  const settings = read(Settings);
  const parts = Object.fromEntries(Object.entries(fragments).map(([name, schema]) => [name, read(schema)]));
  if (settings) problems.push(...contradictions(settings));
  if (!settings || problems.length > 0)
    throw new SettingsBroken(
      `These settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}\nCorrect them in the environment; .env.example explains each.`,
    );
  return { settings, parts: parts as { [Name in keyof Fragments]: z.output<Fragments[Name]> } };
}

function contradictions(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.CLOCK === "manual" && !isLoopback(settings.HOST)) problems.push("CLOCK: manual works on a loopback HOST only; everybody could move the time");
  for (const name of ["MODEL", "MODEL_CHEAP"] as const) {
    const model = settings[name];
    if (!model || model === "built-in" || model.startsWith("langchain:") || settings.OPENAI_API_KEY || settings.OPENAI_BASE_URL) continue;
    problems.push(`${name}: needs OPENAI_API_KEY (or OPENAI_BASE_URL of a server of your own); without a model, leave ${name} out`);
  }
  if (settings.EMBEDDINGS?.startsWith("openai:") && !settings.OPENAI_API_KEY && !settings.OPENAI_BASE_URL)
    problems.push("EMBEDDINGS: needs OPENAI_API_KEY (or OPENAI_BASE_URL of a server of your own); without one, local or off");
  if (settings.MODEL_CHEAP && !settings.MODEL) problems.push("MODEL_CHEAP: needs MODEL beside it");
  return problems;
}

/** RFC 7518, section 3.2: a key for HS256 has at least as many bytes as its hash. */
const LEAST_HS256_BYTES = 32;
/** Random letters and digits of this length are some 95 bits: nobody tries them all over a network. */
const LEAST_API_KEY = 16;

/** Secrets that work but could be guessed: a sentence each, with what to do and without the secret. Nobody is shut out over them. */
export function weakSecrets({ CHAT_JWT_SECRET: secret, STAFF_API_KEYS: keys }: Pick<Settings, "CHAT_JWT_SECRET" | "STAFF_API_KEYS">): string[] {
  const warnings: string[] = [];
  if (secret !== undefined && Buffer.byteLength(secret) < LEAST_HS256_BYTES) {
    warnings.push(
      `CHAT_JWT_SECRET has ${Buffer.byteLength(secret)} bytes; HS256 needs at least ${LEAST_HS256_BYTES} (RFC 7518), or visitors' tokens could be forged. Make one with "openssl rand -base64 32", here and at your site.`,
    );
  }
  const short = keys.filter((key) => Array.from(key).length < LEAST_API_KEY).length;
  if (short > 0) {
    const which = short === 1 ? "A key in STAFF_API_KEYS has" : `${short} keys in STAFF_API_KEYS have`;
    warnings.push(`${which} fewer than ${LEAST_API_KEY} characters and could be guessed. Make a longer one with "openssl rand -hex 24".`);
  }
  return warnings;
}

/** Whether only this machine can reach that address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
