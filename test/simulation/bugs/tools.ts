import { one, type Bug } from "./patch.ts";

/** Mistakes with the tools of other systems. */
export const toolBugs: Bug[] = [
  {
    name: "filled-in-once-for-all",
    what: "whose matter a tool is asked about is kept from the first call",
    by: ["3 a tool hears of its own customer"],
    patches: [
      ...one("src/avatar/outside.ts", "/** Our own tools that keep", "let asked: Promise<string | null> | undefined;\n\n/** Our own tools that keep"),
      ...one(
        "src/avatar/outside.ts",
        "return rooms.externalId(turn.conversation.customer);",
        "return (asked ??= rooms.externalId(turn.conversation.customer));",
      ),
    ],
  },
  {
    name: "a-reworded-tool-is-still-good",
    what: "a tool whose description has changed goes on being offered",
    by: ["3 an unapproved tool is not called"],
    patches: one("src/avatar/mcp/servers.ts", 'if (state !== "offered" ||', 'if ((state !== "offered" && state !== "changed") ||'),
  },
  {
    name: "a-tool-ends-its-own-quotation",
    what: "what a tool says may close the marks around it",
    by: ["3 what a tool says stays material"],
    patches: one("src/avatar/mcp/material.ts", "unmarked(plainText(text, most))", "plainText(text, most)"),
  },
  {
    name: "a-tool-may-leave-notes",
    what: "in a turn that has heard another system, facts are noted as ever",
    by: ["3 what a tool says is not obeyed"],
    patches: one("src/avatar/outside.ts", "if (heard && NOTES.has(own.name))", "if (heard && !NOTES.has(own.name))"),
  },
  {
    name: "what-broke-off-is-free",
    what: "a call that gave nothing is taken for one that never left the house",
    by: ["4 each tool call is booked once"],
    patches: one("src/avatar/outside.ts", "if (!failure.sent) one.amount = 0n;", "one.amount = 0n;"),
  },
];
