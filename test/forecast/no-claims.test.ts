import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ForecastMisused, forecasts } from "../../src/forecast/index.ts";
import { loadRulebook } from "../../src/rulebook/index.ts";
import { openDesk } from "../escalations/desk.ts";
import { short } from "../rulebook/short-book.ts";

// What an owner reads before choosing a scheme. The figures are those of the research (C2); nothing of it needs a database.

const house = {
  seed: 1,
  now: new Date("2026-11-22T12:00:00Z"),
  book: async () => loadRulebook(short, "policies.yaml").book,
  db: async () => "There is no database here yet.",
};
const ask = (values: Record<string, string>) => forecasts["no-claims"]?.run(values, house) ?? Promise.reject(new Error("no such forecast"));

test("all schemes stand side by side: full loss gives away less and makes hiding worth five times as much", async () => {
  const { lines } = await ask({});
  const row = (scheme: string) => lines.find((line) => line.startsWith(`${scheme} `))?.split(/\s{2,}/);
  expect(row("seed")?.slice(1, 4)).toEqual(["13.45 %", "25.00 %", "75.00 %"]);
  expect(row("fair")?.slice(1, 4)).toEqual(["19.50 %", "25.00 %", "15.00 %"]);
  expect(lines).toHaveLength(13);
  expect(lines.at(-1)).toBe("There is no database here yet.");
});

test("with a database it tells what each scheme would have cost with the owner's own customers", async () => {
  const desk = await openDesk();
  await desk.customer("standard", { start: "2023-11-23" });
  const asked = { ...house, now: desk.clock.now(), db: async () => desk.db };
  const { lines, report } = (await forecasts["no-claims"]?.run({ scheme: "fair" }, asked)) ?? { lines: [], report: {} };
  expect(lines).toContain("With your own customers who pay a fee (1), over the last 3 years:");
  // Three years at 0, 5 and 10 percent of twelve fees of 290.00; the fourth has just begun.
  const past = (report as { past: { discounts: string; fees: string }[] }).past[0];
  expect(Number(past?.discounts) / 1e6).toBeCloseTo(174 + 348, -1);
  expect(Number(past?.fees) / 1e6).toBeCloseTo(3 * 3480, -1);
  await desk.close();
});

test("one scheme is told level by level", async () => {
  const { lines, report } = await ask({ scheme: "fair", rate: "10" });
  expect(lines.join("\n")).toContain("at 5");
  expect(report).toMatchObject({ rate: 10, schemes: [{ scheme: "fair", levels: 6 }] });
});

test("an owner's own file is read in the same form, and told what is wrong with it", async () => {
  const file = join(tmpdir(), `standin-scheme-${process.pid}.yaml`);
  const own = `name: own
about: Two levels.
levels: [{ level: a, pays: 100 % }, { level: b, pays: 50 % }]
start: a
effective: renewal
clean: { steps: 1 }
counts: { crash: [customer] }
incidents: { apply: each, rows: [{ to: a }] }
`;
  await writeFile(file, own);
  expect((await ask({ scheme: file })).lines[1]).toContain("40.00 %");
  await writeFile(file, own.replace("[{ to: a }]", "[{ to: c }]"));
  await expect(ask({ scheme: file })).rejects.toThrow('there is no level "c"');
  // What we caused cannot be written down as something that counts.
  await writeFile(file, own.replace("[customer]", "[ours]"));
  await expect(ask({ scheme: file })).rejects.toThrow(ForecastMisused);
});

test.each([{ scheme: "nothing" }, { rate: "much" }, { rate: "101" }])("what cannot be forecast is said: %o", async (values) => {
  await expect(ask(values)).rejects.toThrow(ForecastMisused);
});

test("a book that chooses a scheme that is not there is refused, with the remedy", () => {
  expect(() => loadRulebook(`${short}noClaims: { scheme: gold }\n`, "policies.yaml")).toThrow(/there is no scheme "gold".*fair/);
  expect(loadRulebook(`${short}noClaims: { scheme: off }\n`, "policies.yaml").book.noClaims.scheme).toBe("off");
});
