/**
 * What a tool may have recorded in this turn, and how one says so. With the record it is a fact; without it, it is a
 * claim of something that nobody did. Whatever has no tool (a refund, an escalation, a reset) is never a fact.
 */
import { words } from "./pattern.ts";

const NOTED = "(?:kept|noted|saved|recorded|stored|written down|put down)";
const NOTIERT = "(?:notiert|aufgehoben|vermerkt|gespeichert|festgehalten|aufgenommen|aufgeschrieben)";

/** By the tool's name; other languages than these two have no such excuse and leave the saying to the service. */
const SAID: readonly { tool: string; said: RegExp }[] = [
  {
    tool: "ask_later",
    said: words(
      `i have (?:\\w+ )?${NOTED} (?:your|the|this|that) (?:\\w+ )?question(?: down)?|(?:your|the) question (?:has been|is|was) (?:\\w+ )?${NOTED}|` +
        `(?:ich )?habe (?:ich )?(?:mir )?(?:ihre|deine|die|diese) (?:\\w+ )?frage (?:\\w+ )?${NOTIERT}|(?:ihre|deine|die) frage (?:ist|wurde) (?:\\w+ )?${NOTIERT}`,
    ),
  },
  {
    tool: "request_human",
    said: words(
      "i have (?:\\w+ )?asked for (?:it|that|one|help)|i have (?:\\w+ )?(?:asked|requested|called) (?:for )?(?:an? |one of our )(?:\\w+ )?(?:colleagues?|person|human|engineers?|member of staff)(?: to (?:look at|join|help with|read) (?:it|this|that|you))?|" +
        "(?:ich )?habe (?:ich )?(?:um |nach )?(?:eine[nrm]?|ein) (?:\\w+ )?(?:kollegin|kollegen|menschen|person|mitarbeiter\\w*) (?:gebeten|angefragt|gefragt)|(?:ich )?habe darum gebeten",
    ),
  },
  {
    tool: "remember",
    said: words(
      `i have (?:\\w+ )?(?:remembered|${NOTED}) (?:that|this|it|your|what)(?! \\w*(?:question|ticket))|(?:ich )?habe (?:ich )?mir (?:das|dies|es|ihre?n?|deine?n?)(?: \\w+)? (?:gemerkt|${NOTIERT})`,
    ),
  },
  { tool: "forget", said: words("i have (?:\\w+ )?(?:forgotten|erased) (?:that|this|it|what)|(?:ich )?habe (?:ich )?(?:das|es|dies) (?:\\w+ )?vergessen") },
  {
    tool: "tell_news",
    said: words(
      `i have (?:\\w+ )?${NOTED} that you (?:want|would like|asked) to (?:be told|hear|know)(?! \\w*(?:question|ticket))|(?:ich )?habe (?:ich )?(?:mir )?${NOTIERT},? dass (?:sie|du) (?:bescheid|neuigkeiten) (?:\\w+ )?(?:wollen|willst|mochten|mochtest)`,
    ),
  },
  {
    tool: "schedule_follow_up",
    said: words(
      "i have (?:\\w+ )?(?:set|scheduled|planned|made) (?:an?|the|your) (?:reminder|follow-up)|(?:ich )?habe (?:ich )?(?:ihnen |dir )?(?:eine|die) (?:erinnerung|wiedervorlage) (?:\\w+ )?(?:gesetzt|eingerichtet|geplant|angelegt)",
    ),
  },
];
const MAYBE =
  /question|frage|asked|requested|called|gebeten|gefragt|remember|noted|saved|stored|kept|gemerkt|forgotten|erased|vergessen|reminder|follow-up|erinnerung|wiedervorlage/;

/** The sentence without what was really recorded, and where it claims a record that there is not. */
export function claims(text: string, done: ReadonlySet<string>): { rest: string; claimed: number | undefined } {
  let rest = text;
  let claimed: number | undefined;
  if (!MAYBE.test(text)) return { rest, claimed };
  for (const { tool, said } of SAID) {
    const hit = said.exec(rest);
    if (!hit) continue;
    if (done.has(tool)) rest = rest.slice(0, hit.index) + " ".repeat(hit[0].length) + rest.slice(hit.index + hit[0].length);
    else claimed ??= hit.index;
  }
  return { rest, claimed };
}
