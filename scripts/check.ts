import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

// `npm run check`: all that can be said of the code without running the service. Stops at the first tool that objects.
const root = join(import.meta.dirname, "..");

/** `mend`: what to run where it objects, if there is one thing. */
type Check = { name: string; command: string; args: string[]; mend?: string };

const checks: Check[] = [
  // First: whoever has fetched a change that brings a package would else read of types that nobody broke.
  { name: "packages", command: "npm", args: ["ls", "--depth=0", "--silent"], mend: "npm ci" },
  { name: "format", command: "oxfmt", args: ["--check", "."], mend: "npm run format" },
  { name: "lint", command: "oxlint", args: [] },
  { name: "types", command: "tsc", args: ["--noEmit", "-p", "."] },
  { name: "types of the pages", command: "tsc", args: ["--noEmit", "-p", "src/web"] },
  { name: "nothing unused", command: "knip", args: ["--no-progress", "--no-config-hints"] },
  {
    name: "nothing kept alive by tests alone",
    command: "knip",
    args: ["--production", "--include", "files,dependencies", "--no-progress", "--no-config-hints"],
  },
  { name: "house rules", command: "vitest", args: ["run", "test/house-rules.test.ts"] },
];

const started = performance.now();
for (const check of checks) {
  const { passed, output, ms } = await run(check);
  console.log(`${passed ? "✓" : "✗"} ${check.name.padEnd(36)} ${(ms / 1000).toFixed(1).padStart(5)} s`);
  if (!passed) {
    console.error(`\n${output.trim()}\n\n${check.command} ${check.args.join(" ")} objects. ${check.mend ? `${check.mend} mends it.` : ""}`.trimEnd());
    process.exit(1);
  }
}
console.log(`All in order after ${((performance.now() - started) / 1000).toFixed(1)} s.`);

/** Runs one tool to its end. A tool that cannot be started has not passed. */
function run({ command, args }: Check): Promise<{ passed: boolean; output: string; ms: number }> {
  const start = performance.now();
  const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}` };
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const done = (passed: boolean) => resolve({ passed, output, ms: performance.now() - start });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error) => {
      output += error.message;
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
}
