import { z } from "zod";
import { amount, oneOf, line, pattern, toolAddress, whole, yesOrNo } from "./fields.ts";

/** What the owner lets the avatar look up in systems outside: servers of the Model Context Protocol, and which of their tools. */

const MOST_ARGUMENTS = 40;
/** What the service itself may fill an argument with. The model never sees or writes it. */
const FILLS = ["externalId", "email", "language"] as const;

// Our own tools have no "__" in their names, so that no server can bring one that is called like ours.
const serverName = pattern("a short name in small letters and digits such as shop", "shop", /^[a-z][a-z0-9]{0,19}$/);
const toolName = pattern("a tool's name as its server writes it, of letters, digits, _ and -", "order_status", /^[A-Za-z0-9_-]{1,40}$/);
const argumentName = pattern("the name of one of the tool's arguments", "customer", /^[A-Za-z_][A-Za-z0-9_]{0,63}$/);
const headerName = pattern("the name of a header such as Authorization", "Authorization", /^[A-Za-z][A-Za-z0-9-]{0,63}$/);
const variable = pattern("the name of an environment variable, never the secret itself", "SHOP_TOKEN", /^[A-Z][A-Z0-9_]{0,99}$/);

const tool = z.strictObject({
  /** what `npm run standin -- tools` prints: the owner has read exactly this description and these arguments. Without it nothing is offered. */
  approved: pattern(
    "the fingerprint of 32 signs that `npm run standin -- tools` prints, in quotes",
    '"0123456789abcdef0123456789abcdef"',
    /^[0-9a-f]{32}$/,
  ).optional(),
  /** what one call costs, whatever comes of it */
  cost: amount("0.01 EUR"),
  seconds: whole(1, 60, 10).default(10),
  /** how much of a result is read */
  characters: whole(100, 20_000, 4_000).default(4_000),
  /** calls in one turn */
  calls: whole(1, 20, 3).default(3),
  /** amounts and dates in its results may be told as they stand there */
  quotable: yesOrNo(false).default(false),
  fill: z.record(argumentName, oneOf(FILLS)).default({}),
});

const server = z.strictObject({
  /** a program of the owner's that is started and spoken to; or … */
  command: line("the program that is the server", "node", 400).optional(),
  args: z
    .array(line("one argument of the program", "shop-server.js", 400))
    .max(MOST_ARGUMENTS)
    .default([]),
  /** variables that it is given, from which of ours; it gets no other of ours */
  env: z.record(variable, variable).default({}),
  /** … a server that is reached over the network */
  url: toolAddress().optional(),
  headers: z.record(headerName, variable).default({}),
  /** the only tools that are ever used */
  tools: z.record(toolName, tool).default({}),
});

export const tools = z.strictObject({ servers: z.record(serverName, server).default({}) }).prefault({});

type Amount = { amount: bigint; currency: string };
type Unchecked = {
  business: { currency: string };
  tools: {
    servers: Record<string, { command?: string | undefined; url?: string | undefined; tools: Record<string, { cost: Amount }> }>;
  };
};

const MOST_TOOLS = 20; // each is read by the model with every message

/** What the lines about tools promise each other. */
export function checkTools({ business, tools: { servers } }: Unchecked, report: (path: (string | number)[], message: string) => void): void {
  let count = 0;
  for (const [name, { command, url, tools: allowed }] of Object.entries(servers)) {
    const path = ["tools", "servers", name];
    if (command === undefined && url === undefined) report(path, 'nothing says how it is reached. Add "command: node" with "args:", or "url: https://…".');
    else if (command !== undefined && url !== undefined)
      report([...path, "url"], "a server is a program or an address, not both. Take one of the two lines away.");
    for (const [one, { cost }] of Object.entries(allowed)) {
      count++;
      if (cost.currency !== business.currency)
        report(
          [...path, "tools", one, "cost"],
          `the amount is in ${cost.currency}, but your business counts in ${business.currency}. Write it in ${business.currency}.`,
        );
    }
  }
  if (count > MOST_TOOLS)
    report(["tools", "servers"], `${count} tools are allowed; the model reads them all with each message. Keep the ${MOST_TOOLS} that matter most.`);
}
