import { launch } from "./launch.ts";

// The process: its environment, its terminal and its signals. Everything else is in launch.ts.
const say = (text: string) => process.stdout.write(`${text}\n`);

try {
  const service = await launch(process.env, say);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means it.
      if (stopping) process.exit(130);
      stopping = true;
      say("\nFinishing what is under way …");
      service.stop().then(
        () => {
          say("Closed. Nothing is lost.");
          process.exit(0);
        },
        (error: unknown) => {
          process.stderr.write(`Closing failed: ${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  // Errors of ours carry a code and a sentence for people; anything else is a bug and keeps its stack.
  const known = error instanceof Error && "code" in error;
  process.stderr.write(`\nStandin cannot start.\n${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
