import type { ChannelLog } from "../../conversations/channel.ts";
import { judge, type WebClient } from "./client.ts";

/** What a workspace says of a person. All of it may be missing: the id alone is enough to answer somebody. */
export type Person = { name?: string; email?: string; locale?: string };

const PATIENCE_MS = 1000;
const REMEMBER_MS = 60 * 60_000;
const REMEMBER_FAILURE_MS = 60_000;
const MOST_PEOPLE = 2000;

/** Looks people up with users.info, remembers them for an hour, and never keeps a message waiting longer than a second. */
export function createPeople(client: WebClient, log: ChannelLog) {
  const known = new Map<string, { until: number; person: Promise<Person> }>();

  async function ask(user: string): Promise<Person> {
    try {
      const { user: found } = await client.users.info({ user, include_locale: true });
      const name = found?.profile?.display_name || found?.real_name || found?.name;
      const { profile: { email } = {}, locale } = found ?? {};
      return { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(locale ? { locale } : {}) };
    } catch (error) {
      log.warn({ error: judge(error).error }, "a slack user could not be looked up");
      known.set(user, { until: performance.now() + REMEMBER_FAILURE_MS, person: Promise.resolve({}) });
      return {};
    }
  }

  return {
    async lookUp(user: string): Promise<Person> {
      const seen = known.get(user);
      if (seen && seen.until > performance.now()) return withinPatience(seen.person);
      if (known.size >= MOST_PEOPLE) known.delete(known.keys().next().value as string);
      const person = ask(user);
      known.set(user, { until: performance.now() + REMEMBER_MS, person });
      return withinPatience(person);
    },
  };
}

export type People = ReturnType<typeof createPeople>;

async function withinPatience(person: Promise<Person>): Promise<Person> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<Person>((resolve) => {
    timer = setTimeout(() => resolve({}), PATIENCE_MS);
  });
  return Promise.race([person, enough]).finally(() => clearTimeout(timer));
}
