import type { Handlers } from "../dispatch.ts";
import { found } from "../dispatch.ts";
import type { House } from "../house.ts";
import { signHostToken, verifyHostToken } from "../host-token.ts";
import { Problem } from "../problems.ts";

const MESSAGES_PAGE = 200;

/** The customers' calls, but for the two on the hot path. */
export function chatRoutes({ rooms, clock, config }: House): Pick<Handlers, "persona" | "openSession" | "messages" | "demoContacts" | "demoToken"> {
  const audiences = ["standin", config.publicUrl, `${config.publicUrl}/`, new URL(config.publicUrl).origin];
  return {
    persona: async () => rooms.chat.persona(),
    async openSession({ body, address }) {
      const visitor = body.token === undefined ? undefined : verifyHostToken(body.token, config.hostSecret, clock.now(), audiences);
      return rooms.chat.open({ visitor, session: body.session, locale: body.locale, timeZone: body.timeZone, address });
    },
    async messages({ query, session }) {
      if (query.conversation !== undefined && query.conversation !== session.conversation)
        throw new Problem("not_found", "This session has no such conversation.");
      const items = await rooms.chat.messages(session, query.after, MESSAGES_PAGE);
      return { items, next: items.length < MESSAGES_PAGE ? null : (items.at(-1)?.seq ?? null) };
    },
    async demoContacts() {
      return { items: await found(rooms.demo).contacts() };
    },
    async demoToken({ body }) {
      const visitor = found(await found(rooms.demo).visitor(body.contact));
      return { token: signHostToken(visitor, config.hostSecret, clock.now()) };
    },
  };
}
