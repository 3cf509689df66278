import type { createNewPages } from "./avatar/index.ts";
import type { Knowledge } from "./knowledge/index.ts";
import type { Log } from "./platform/log.ts";
import type { Rulebook } from "./rulebook/index.ts";

/** What the owner edits takes effect by itself; a broken rulebook leaves the old one in force and is named once. */
export function ownersFiles(rooms: {
  knowledge: Pick<Knowledge, "refresh">;
  rulebook: Pick<Rulebook, "reload">;
  newPages: ReturnType<typeof createNewPages>;
  log: Log;
  /** another rulebook is in force */
  changed: () => Promise<void>;
}): () => Promise<void> {
  const { knowledge, rulebook, newPages, log, changed } = rooms;
  let broken = "";
  return async () => {
    await knowledge.refresh();
    await newPages.notice();
    const reloaded = await rulebook.reload();
    const problem = reloaded.state === "broken" ? reloaded.error.message : "";
    if (problem !== "" && problem !== broken) log.error({ problem }, "the rulebook is broken, the old one stays in force");
    if (reloaded.state === "changed") {
      await changed();
      log.info({ version: reloaded.version }, "a new rulebook is in force");
    }
    broken = problem;
  };
}
