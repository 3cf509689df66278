import type { Channel } from "../conversations/channel.ts";
// breaks: no-sibling-channels
import { markdown } from "./slack/markdown.ts";
// breaks: environment-only-at-the-front-door
export const mail: Channel = { name: markdown(String(process.env["SMTP_URL"])) };
