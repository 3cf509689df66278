/** Who is there to do the house's work, and when: a process is while it is up, does not stall and has not been told to end. */
export function createDuty<Who>() {
  const shifts: { who: Who; from: number; to: number }[] = [];
  return {
    begins: (who: Who, at: number) => void shifts.push({ who, from: at, to: Infinity }),
    ends(who: Who, at: number): void {
      for (const shift of shifts) if (shift.who === who) shift.to = Math.min(shift.to, Math.max(at, shift.from));
    },
    /** for how many milliseconds between two moments at least one was there */
    between(from: number, to: number): number {
      let sum = 0;
      let counted = from;
      for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
        const begin = Math.max(shift.from, counted);
        const end = Math.min(shift.to, to);
        if (end <= begin) continue;
        sum += end - begin;
        counted = end;
      }
      return sum;
    },
  };
}

export type Duty = Pick<ReturnType<typeof createDuty>, "between">;
