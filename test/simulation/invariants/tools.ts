import { SECRETS } from "../provider.ts";
import { TOOL, TOOL_PRICE, TOOL_WORDS } from "../tool-maker.ts";
import { report, type Told } from "./told.ts";

const TURN_MS = 15 * 60_000; // a turn that was under way goes on with what it was offered
const KNOWN = ["order", "customer"];
const ORDER_OF = /^order of (k\d+)$/;
const END = /<\s*\/?\s*result\b/gi;

/** What systems outside are asked, what they are told with it, and what becomes of what they say. */
export async function checkTools(told: Told): Promise<void> {
  await checkSent(told);
  checkMaterial(told);
  const noted = await told.raw.query("select id, fact from memories where fact like $1", [`%${TOOL_WORDS}%`]);
  if (noted.length > 0) report(told, "3 what a tool says is not obeyed", noted);
  await checkBooked(told);
}

/** A tool is asked what the owner has read, and hears what it is asked and whose matter it is: of nobody else. */
async function checkSent(told: Told): Promise<void> {
  const rows = await told.raw.query<{ id: string; external_id: string | null }>("select id, external_id from customers");
  const externals = new Map(rows.map((row) => [row.id, row.external_id]));
  const homes = new Map(told.chats.flatMap((chat) => chat.said.map((said) => [said.mark, chat])));
  const reworded = told.toolMaker.reworded() ?? Infinity;
  for (const { tool, arguments: given, at, process } of told.toolMaker.calls) {
    if (tool !== "order_status" || at > reworded + TURN_MS) report(told, "3 an unapproved tool is not called", { tool, at, reworded, process });
    const said = JSON.stringify(given);
    const mark = ORDER_OF.exec(String(given["order"]))?.[1] ?? "";
    const home = homes.get(mark);
    if (!home) continue; // of somebody who was erased
    const isOwn = home.customer !== undefined && given["customer"] === externals.get(home.customer);
    if (!isOwn || Object.keys(given).some((key) => !KNOWN.includes(key)) || SECRETS.some((secret) => said.includes(secret)))
      report(told, "3 a tool hears of its own customer", { given, customer: home.customer });
  }
}

/** What a tool has said stands in its result, marked off, and nowhere else in a request. Nobody outside knows a customer's number but the tool. */
function checkMaterial(told: Told): void {
  for (const { number, request } of told.provider.calls) {
    if (/\bnumber-[1-5]\b/.test(request)) report(told, "3 no secret enters a prompt", `call ${number} knows the number of a customer`);
    if (!request.includes(TOOL_WORDS)) continue;
    const { messages } = JSON.parse(request) as { messages: { role: string; content: string | null }[] };
    for (const { role, content } of messages) {
      if (!content?.includes(TOOL_WORDS)) continue;
      const isMarked = role === "tool" && content.startsWith(`Result of ${TOOL} (material`) && content.endsWith("\n</result>");
      if (!isMarked || content.match(END)?.length !== 2) report(told, "3 what a tool says stays material", `call ${number}, ${role}: ${content.slice(0, 400)}`);
    }
  }
}

/** Each call that came to the maker is booked once, at its price; beside them, only what a turn that died had set aside. */
async function checkBooked(told: Told): Promise<void> {
  const rows = await told.raw.query<{ key: string; amount: bigint }>(
    "select t.key, p.amount from postings p join transfers t on t.id = p.transfer where p.account = 'vendor/tool' order by t.key",
  );
  const other = rows.find(({ amount }) => amount !== -TOOL_PRICE);
  if (other) report(told, "4 each tool call is booked once", other);
  const died = rows.filter(({ key }) => key.startsWith("fault/")).length;
  const arrived = told.toolMaker.calls.length;
  if (rows.length < arrived || rows.length - died > arrived)
    report(told, "4 each tool call is booked once", `${arrived} calls came, and ${rows.length} are booked, ${died} of them of turns that died`);
}
