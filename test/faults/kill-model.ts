import { billOf, ceilingOf, startStubModel, type Asked, type Piece, type Step, type Tokens } from "../support/stub-model.ts";
import type { ServiceProcess } from "./child.ts";
import type { Chance } from "./random.ts";

/** The model of the kill rounds: names the matter it was asked about, charges every answer differently, and can be stopped in a call. */
export type Talker = Awaited<ReturnType<typeof openTalker>>;

const MARK = /matter ([a-z]{7})\./g;

export async function openTalker(random: Chance) {
  let trap: { left: number; where: "before" | "within" | "after"; reached: () => void } | undefined;

  function reply(asked: Asked): Step {
    const last = asked.body.messages.findLast((message) => message.role === "user")?.content ?? "";
    const mark = [...last.matchAll(MARK)].at(-1)?.[1] ?? "unknown";
    const pieces: Piece[] = [
      `You asked about matter ${mark}. `,
      "The pages below have the steps, ",
      "one after the other. ",
      "Write again if one of them does not work.",
    ].flatMap((text) => [text, { pauseMs: random.whole(0, 15) }]);
    const stop = trap && --trap.left === 0 ? trap : undefined;
    if (!stop) return { pieces };
    const wait = () => {
      stop.reached();
      return new Promise<never>(() => undefined);
    };
    if (stop.where === "before") return { before: wait, pieces };
    const at = stop.where === "within" ? 2 : pieces.length;
    return { pieces: [...pieces.slice(0, at), { until: wait }, ...pieces.slice(at)] };
  }

  // No two answers use the same tokens, so that each booking is known by them.
  function tokens({ number }: Asked): Tokens {
    return { input: 200 + (number % 700), output: 1 + Math.floor(number / 700), cached: number % 4 === 0 ? 100 : 0 };
  }

  const stub = await startStubModel(reply, { tokens });
  return {
    url: stub.url,
    journal: stub.journal,
    /** Stops in the `nth` call from now on; resolves when it is reached. */
    trap(nth: number): Promise<void> {
      return new Promise((reached) => {
        trap = { left: nth, where: random.oneOf(["before", "within", "after"] as const), reached };
      });
    },
    release: () => void (trap = undefined),
    close: stub.close,
    bookings: (service: ServiceProcess) => compareBooks(service, stub.journal),
    async figures(service: ServiceProcess): Promise<Record<string, number>> {
      const { billed, lost } = await compareBooks(service, stub.journal);
      return { "model calls": stub.journal.length, "billed and booked": billed, "crashed at their ceiling": lost };
    },
  };
}

type Attempt = {
  id: string;
  conversation: string;
  status: string;
  estimated: boolean;
  usage: { input: number; output: number } | null;
  amount: bigint;
  booked: bigint | null;
};
type Crashed = { id: string; conversation: string; amount: bigint; attempts: bigint; booked: bigint | null; estimated: boolean | null; used: boolean };

/** The books against the model's own: every booked step is one answer at its price; every other call stands at its ceiling, on us. */
async function compareBooks(service: ServiceProcess, journal: Asked[]): Promise<{ problems: string[]; billed: number; lost: number }> {
  const problems: string[] = [];
  const attempts = await service.query<Attempt>(
    `select a.id, a.conversation, a.status, a.estimated, a.usage, a.amount, (select -sum(p.amount)::bigint from postings p where p.transfer = 'tr:attempt/' || a.id and p.account = 'vendor/model') as booked from attempts a where a.status <> 'crashed'`,
  );
  const crashed = await service.query<Crashed>(
    `select h.id, h.conversation, h.amount, (select count(*) from attempts a where a.hold = h.id and a.status = 'crashed' and a.estimated and a.amount = h.amount) as attempts, (t.facts->>'estimated')::boolean as estimated, false as used,
       (select sum(p.amount)::bigint from postings p where p.transfer = t.id and p.account = 'company/faults') as booked
     from holds h join hold_ends e on e.hold = h.id left join transfers t on t.id = 'tr:fault/' || h.id
     where h.kind = 'model' and e.outcome = 'voided'`,
  );
  const [sums] = await service.query<{ vendor: bigint; faults: bigint }>(
    `select (select -balance from accounts where id = 'vendor/model') as vendor, (select balance from accounts where id = 'company/faults') as faults`,
  );
  const calls = new Map(journal.map((asked) => [`${asked.tokens.input}/${asked.tokens.output}`, asked]));
  for (const attempt of attempts) {
    const key = `${attempt.usage?.input}/${attempt.usage?.output}`;
    const asked = calls.get(key);
    calls.delete(key);
    if (attempt.status !== "ok" || attempt.estimated) problems.push(`attempt ${attempt.id} is ${attempt.status}${attempt.estimated ? ", estimated" : ""}`);
    else if (!asked) problems.push(`attempt ${attempt.id} with the usage ${key} was never answered, or is booked twice`);
    else if (attempt.amount !== billOf(asked.tokens) || attempt.booked !== attempt.amount)
      problems.push(`attempt ${attempt.id} costs ${billOf(asked.tokens)}, says ${attempt.amount}, is booked at ${attempt.booked}`);
  }
  for (const hold of crashed)
    if (hold.booked !== hold.amount || hold.estimated !== true || hold.attempts !== 1n)
      problems.push(
        `crashed hold ${hold.id} of ${hold.amount} is booked at ${hold.booked} on company/faults, estimated: ${hold.estimated}, in ${hold.attempts} attempts`,
      );
  // A call that nobody lived to book must be among the crashed ones, at the most that it can have cost.
  for (const asked of calls.values()) {
    const hold = crashed.find((one) => !one.used && one.amount === ceilingOf(asked));
    if (hold) hold.used = true;
    else problems.push(`call ${asked.number} (${asked.state}, ${asked.bytes} bytes, at most ${ceilingOf(asked)}) is neither booked nor among the crashed`);
  }
  const total = attempts.reduce((sum, one) => sum + one.amount, 0n);
  const onUs = crashed.reduce((sum, one) => sum + one.amount, 0n);
  if (sums?.vendor !== total + onUs || sums.faults !== onUs)
    problems.push(`the vendor's account has ${sums?.vendor} and company/faults ${sums?.faults}, but the steps sum to ${total} and the crashed ones to ${onUs}`);
  return { problems, billed: attempts.length, lost: crashed.length };
}
