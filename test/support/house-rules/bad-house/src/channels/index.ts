import { mail } from "./mail.ts";
import { slack } from "./slack/index.ts";
export const channels = [mail, slack];
