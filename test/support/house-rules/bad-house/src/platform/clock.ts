// breaks: rooms-import-by-the-table
import type { Amount } from "../ledger/index.ts";
export const now = (): Date => new Date();
export type Costly = { amount: Amount };
