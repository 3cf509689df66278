import { writeFileSync } from "node:fs";
import type { Stagehand } from "./stage.ts";
import type { Owner } from "./scheduler.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MOST_JUMP_MS = HOUR;

/** What an owner changes in the rulebook. */
const EDITS: [find: string, replace: string][] = [
  ["expectedMinutes: 20", "expectedMinutes: 30"],
  ["expectedMinutes: 20", "expectedMinutes: 10"],
  ["rate: 0.92", "rate: 0.95"],
  ["limit: 3 ", "limit: 2 "],
  ["share: 25 %", "share: 15 %"],
  ["share: 25 %", "share: 40 %"],
  ["carryOver: 1 ", "carryOver: 0 "],
  ["carryOver: 1 ", "carryOver: 3 "],
  ["prices: {}", "prices:\n  gpt-4o:\n    input: 9 USD\n    output: 36 USD\n  gpt-4o-mini:\n    input: 0.20 USD\n    output: 0.80 USD"],
];
/** What goes wrong when somebody writes into a file. */
const BROKEN: [find: string, replace: string] = ["fee: 290 EUR", "fee: broken"];
const BROKEN_SHARE = 0.25; // of all edits

/** The owner edits the rulebook, writes a page, and updates the service. */
export function own(hand: Stagehand, end: number): void {
  const { scheduler, lots, world, stage, book } = hand;
  const owner: Owner = { name: "owner", alive: true };
  const days = (end - scheduler.now()) / DAY;
  void (async () => {
    const own = lots.of("owner's edits");
    for (let edit = own.whole(0, 3); edit > 0; edit--) {
      await scheduler.wait(owner, own.whole(0, (days / 3) * DAY), "edits the rulebook").done;
      const [find, replace] = own.happens(BROKEN_SHARE) ? BROKEN : own.oneOf(EDITS);
      scheduler.note(`the rulebook says ${JSON.stringify(replace)}`);
      writeFileSync(stage.policies, book.replace(find, replace));
      await world.readFiles();
    }
  })();
  void scheduler.wait(owner, lots.of("owner's page").whole(0, days * DAY), "writes a page").done.then(() => stage.library.grow());
  void (async () => {
    const own = lots.of("owner's updates");
    for (let updates = own.whole(0, 2); updates > 0; updates--) {
      await scheduler.wait(owner, own.whole(0, (days / 2) * DAY), "updates the service").done;
      await world.update();
    }
  })();
}

const REWORDS_SHARE = 0.4; // of all stories

/** One day the maker of the tool describes it anew. Every process looks at it again each minute. */
export function reword({ scheduler, lots, world, told }: Stagehand, end: number): void {
  const maker: Owner = { name: "maker of the tool", alive: true };
  const own = lots.of("the tool's description");
  if (!own.happens(REWORDS_SHARE)) return;
  void scheduler.wait(maker, own.whole(0, (end - scheduler.now()) / 2), "describes it anew").done.then(() => {
    told.toolMaker.reword();
    for (const house of world.houses.filter((one) => one.alive)) house.repeat("tools outside");
  });
}

/** Weather that lasts comes and goes; the machine of a process that runs alone has its clock set wrong, and hours later right again. */
export function weather(hand: Stagehand, end: number): void {
  const { scheduler, lots, world, machine, spells } = hand;
  const sky: Owner = { name: "weather", alive: true };
  for (const spell of spells) {
    void scheduler.wait(sky, spell.from - scheduler.now(), `${spell.kind}, until ${spell.until}`);
    void scheduler.wait(sky, spell.until - scheduler.now(), `no more ${spell.kind}`).done.then(world.wake);
  }
  if (!hand.jumps) return;
  const set = (ahead: number) => {
    machine.ahead = ahead;
    for (const house of world.houses.filter((one) => one.alive)) house.setClock();
    world.wake();
  };
  void (async () => {
    const own = lots.of("clock of the machine");
    for (let jumps = own.whole(1, 4); jumps > 0; jumps--) {
      await scheduler.wait(sky, own.whole(0, Math.floor((end - scheduler.now()) / 2)), "the clock jumps").done;
      if (scheduler.now() >= end) return;
      set(own.oneOf([-MOST_JUMP_MS, MOST_JUMP_MS, own.whole(-MOST_JUMP_MS, MOST_JUMP_MS)]));
      await scheduler.wait(sky, own.whole(60_000, 10 * HOUR), "the clock is right again").done;
      set(0);
    }
  })();
}
