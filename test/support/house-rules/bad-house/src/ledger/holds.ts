// breaks: no-import-cycles
import { end } from "./ends.ts";
// breaks: the-ledger-is-append-only
export const take: string = `update holds set amount = 0 where id = $1 and ${end}`;
