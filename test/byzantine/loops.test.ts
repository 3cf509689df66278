import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { watchChat } from "../support/chat-client.ts";
import { ceilingOf, type Asked } from "../support/stub-model.ts";
import { openScene, READERS, type Case, type Scene } from "./scene.ts";
import { ANSWER, answers, calls, DONE, sends, TAIL, TOOLS, USAGE, words } from "./wire.ts";

// A model that does not come to an end by itself, and one that is stopped: by a person who takes over, by a lost lease, and by nothing else.

let scene: Scene;

const call = (name: string, given = "{}", index = 0) => calls({ index, id: `call_${index}`, function: { name, arguments: given } });
const again = (name: string, given?: string) => () => sends(call(name, given) + TOOLS + USAGE + DONE);
const offered = ({ body }: Asked) => body.tools !== undefined;
/** maxSteps of the rulebook: all that a model may do about one message. */
const FOUR: Case["cost"] = ["bill", "bill", "bill", "bill"];

const loops: Case[] = [
  { name: "searches for ever", outcome: "fallback", cost: FOUR, does: again("search_knowledge", '{"query":"failover"}') },
  { name: "calls tools that there are not, for ever", outcome: "fallback", cost: FOUR, does: again("think_harder") },
  {
    name: "asks for a person for ever, and says nothing",
    outcome: "answered",
    cost: FOUR,
    does: again("request_human"),
    says: "asked a colleague to join us here",
  },
  {
    name: "says a word and searches for ever",
    outcome: "answered",
    cost: FOUR,
    does: () => sends(words("One moment. ") + call("search_knowledge", '{"query":"failover"}') + TOOLS + USAGE + DONE),
    says: "One moment.",
  },
  {
    name: "calls all it can in each step",
    outcome: "fallback",
    cost: ["bill", "bill"],
    does: [
      sends([0, 1, 2, 3, 4, 5, 6, 7].map((at) => call("search_knowledge", '{"query":"failover"}', at)).join("") + TOOLS + USAGE + DONE),
      { ...sends(call("search_knowledge") + TOOLS + USAGE + DONE), when: (asked) => !offered(asked) },
    ],
  },
  {
    name: "searches, promises, searches and promises",
    outcome: "fallback",
    cost: FOUR,
    does: (asked) =>
      offered(asked) && asked.body.messages.at(-1)?.role !== "tool"
        ? sends(call("search_knowledge", '{"query":"failover"}') + TOOLS + USAGE + DONE)
        : answers("I will refund you 200 € by Friday."),
  },
  {
    name: "searches three times, then promises: there is no second draft",
    outcome: "fallback",
    cost: FOUR,
    does: (asked) =>
      offered(asked) ? sends(call("search_knowledge", '{"query":"failover"}') + TOOLS + USAGE + DONE) : answers("I will refund you 200 € by Friday."),
  },
];

describe.each(READERS)("read by %s", (MODEL) => {
  beforeAll(async () => void (scene = await openScene({ MODEL })));
  afterAll(() => scene.close());

  describe("a model that does not come to an end", () => {
    test.each(loops)("$name", (one) => scene.play(one));
  });

  describe("a model that is stopped", () => {
    /** Somebody asks; the model has said its first words and waits, until it is told to go on or until nobody listens any more. */
    async function midway() {
      let began = () => undefined as void;
      let goOn = () => undefined as void;
      const first = new Promise<void>((resolve) => (began = resolve));
      const rest = new Promise<void>((resolve) => (goOn = resolve));
      scene.stub.switchTo([sends(words(ANSWER), { until: async () => began() }, { until: () => rest }, words(" That is all.") + TAIL)]);
      const guest = await scene.house.guest({ sub: `stopped-${scene.stub.journal.length}`, customer: "acme" });
      const watch = await watchChat(scene.house.url, guest.session, 0);
      expect((await guest.send("How do I restore a backup?")).status).toBe(202);
      await first;
      return { guest, watch, goOn, asked: scene.stub.journal.at(-1) as Asked };
    }
    async function attemptsOf(conversation: string, least: bigint) {
      return scene.house.db.query(
        "select a.status, a.estimated, a.amount = h.amount as whole, a.amount >= $2::bigint as enough from attempts a join holds h on h.id = a.hold where a.conversation = $1",
        [conversation, least],
      );
    }
    async function outcomesOf(conversation: string) {
      return scene.house.db.query("select o.outcome from outcomes o join messages m on m.id = o.message where m.conversation = $1", [conversation]);
    }

    test("by a person who takes over: not another word of it, and the person has the message", async () => {
      const { guest, watch, asked } = await midway();
      await scene.house.staff("POST", `/conversations/${guest.conversation}/takeover`);
      await scene.house.settle();
      watch.close();
      expect(await outcomesOf(guest.conversation)).toEqual([{ outcome: "human" }]);
      expect((await guest.items()).filter(({ from }) => from === "avatar")).toEqual([]);
      expect(await attemptsOf(guest.conversation, ceilingOf(asked))).toEqual([{ status: "aborted", estimated: true, whole: true, enough: true }]);
      // It stands in the list, but nobody is called for it.
      expect(await scene.house.db.query("select rule from alerts where acknowledged_at is null and rule like 'model.%'")).toEqual([{ rule: "model.broken" }]);
    });

    test("by a lease that was lost: whoever takes over answers", async () => {
      const { guest, watch, asked } = await midway();
      const { db, app, clock } = scene.house;
      await db.query("update conversations set fence = fence + 1, turn = 'turn_elsewhere', lease_until = $2 where id = $1", [guest.conversation, clock.now()]);
      await app.rooms.turns.renew();
      scene.stub.switchTo([answers()]);
      await scene.house.settle();
      watch.close();
      scene.stub.done();
      expect(await outcomesOf(guest.conversation)).toEqual([{ outcome: "replied" }]);
      expect((await guest.items()).filter(({ from }) => from === "avatar")).toMatchObject([{ text: expect.stringContaining(ANSWER) }]);
      expect(await attemptsOf(guest.conversation, ceilingOf(asked))).toContainEqual({ status: "aborted", estimated: true, whole: true, enough: true });
    });

    test("never by a tab that is closed: the reply is stored and waits", async () => {
      const { guest, watch, goOn } = await midway();
      watch.close();
      await watch.wait(() => true, 50);
      goOn();
      await scene.house.settle();
      expect((await guest.items()).at(-1)?.text).toContain(`${ANSWER} That is all.`);
      expect(await attemptsOf(guest.conversation, 0n)).toMatchObject([{ status: "ok", estimated: false }]);
      scene.stub.done();
    });
  });
});
