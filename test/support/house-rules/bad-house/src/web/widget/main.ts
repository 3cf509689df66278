// breaks: rooms-import-by-the-table
// breaks: only-through-the-door
import { customers } from "../../http/Customer_Routes.ts";
export const openedAt = Date.now() + customers.length;
