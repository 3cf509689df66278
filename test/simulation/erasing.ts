import type { Lots } from "./lots.ts";
import type { Chat, Scene } from "./scene.ts";
import type { Owner } from "./scheduler.ts";

const SHARE = 0.2; // of all stories, in which some people ask to be erased
const MOST = 3; // of them
const MINUTE = 60_000;
const TRIES = 600; // longer than any weather lasts

/** The conversations whose writer is erased in this story, and how long after their first message was acknowledged. */
export function whoIsErased(lots: Lots, conversations: number): Map<number, number> {
  const own = lots.of("who is erased");
  if (!own.happens(SHARE)) return new Map();
  // While the avatar still thinks, in the middle of the talk, or when all is said.
  const after = () => own.oneOf([own.whole(0, 6_000), own.whole(0, 6_000), own.whole(MINUTE, 180 * MINUTE), own.whole(180, 3_000) * MINUTE]);
  return new Map(Array.from({ length: MOST }, () => [own.whole(1, conversations), after()]));
}

/** The owner erases the writer of a conversation, with all that they have begun, and does so again until it is done. */
export function eraseLater(scene: Scene, chat: Chat, after: number): void {
  const { scheduler, world } = scene;
  const owner: Owner = { name: `owner, erasing ${chat.who}`, alive: true };
  void (async () => {
    await scheduler.wait(owner, after, "erases").done;
    // Who writes over a chat service without a word of ours may be somebody new a moment later.
    const { conversation } = chat;
    if (chat.channel !== "web" || conversation === undefined) return;
    for (const one of scene.chats) if (one.person === chat.person && one.said.length > 0) one.erased ??= "along";
    chat.erased = "asked";
    for (let tries = 0; tries < TRIES; tries++) {
      const done = await world
        .call(owner, async (house) => {
          const thread = await house.app.rooms.threads.get(conversation);
          if (thread) await house.app.rooms.desk.privacy.erase(thread.contact);
          return true;
        })
        .catch(() => false);
      if (done) return;
      await scheduler.wait(owner, MINUTE, "erases again").done;
    }
  })();
}
