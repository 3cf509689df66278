import { chance } from "../faults/random.ts";
import type { Chat, Scene } from "./scene.ts";
import type { Owner } from "./scheduler.ts";

const SHARE = 0.2; // of all stories, in which some people ask to be erased
const MOST = 3; // of them
const MINUTE = 60_000;
const TRIES = 60;

/** Who is erased in the story of this seed, and how long after their first message was acknowledged. Chosen apart from the story: the others go on as they would. */
export function whoIsErased(seed: number, chats: number): Map<number, number> {
  const apart = chance(seed + 1_000_003);
  if (!apart.happens(SHARE)) return new Map();
  // While the avatar still thinks, in the middle of the talk, or when all is said.
  const after = () => apart.oneOf([apart.whole(0, 6_000), apart.whole(0, 6_000), apart.whole(MINUTE, 180 * MINUTE), apart.whole(180, 3_000) * MINUTE]);
  return new Map(Array.from({ length: MOST }, () => [apart.whole(1, chats), after()]));
}

/** The owner erases somebody, and does so again until it is done. */
export function eraseLater(scene: Scene, chat: Chat, after: number): void {
  const { scheduler, world } = scene;
  const owner: Owner = { name: `owner, erasing ${chat.who}`, alive: true };
  void (async () => {
    await scheduler.wait(owner, after, "erases").done;
    // Who writes over a chat service without a word of ours may be somebody new a moment later.
    const { conversation } = chat;
    if (chat.channel !== "web" || conversation === undefined) return;
    chat.erased = true;
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
