import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The shipped rulebook with more lines under its first alert, "more than three in seven days"; resolves to its file. */
export async function book(...lines: string[]): Promise<string> {
  const shipped = await readFile("policies.yaml", "utf8");
  const file = join(await mkdtemp(join(tmpdir(), "standin-book-")), "policies.yaml");
  await writeFile(
    file,
    shipped.replace(/^ {4}days: 7 .*$/m, (line) => [line, ...lines.map((one) => `    ${one}`)].join("\n")),
  );
  return file;
}
