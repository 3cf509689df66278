import type { HouseProcess } from "./house-process.ts";

/** What became of the questions of people who wanted a person and could not have one at once, as the service itself publishes it. */
export type Figure = {
  team: Team;
  /** people whose question was deferred, and those of them who had a true answer to each of theirs by its date */
  people: number;
  answered: number;
  /** their questions, by what answered them; a plain no keeps the date and answers nothing */
  questions: { page: number; staff: number; look: number; plainNo: number; late: number };
};

/** How often the three people of a story look at their queue: every day, every few days, hardly ever. */
export const TEAMS = { keen: 0.5, ordinary: 2, rare: 30 } as const;
export type Team = keyof typeof TEAMS;

export async function figureOf({ app }: HouseProcess, team: Team): Promise<Figure> {
  const months = await app.rooms.escalations.kept.months();
  const sum = (of: (month: (typeof months)[number]) => number) => months.reduce((total, month) => total + of(month), 0);
  const by = (how: keyof Figure["questions"]) => sum(({ questions }) => questions[how]);
  return {
    team,
    people: sum(({ people }) => people),
    answered: sum(({ answered }) => answered),
    questions: { page: by("page"), staff: by("staff"), look: by("look"), plainNo: by("plainNo"), late: by("late") },
  };
}

/** The figure to publish, over many stories: in all, and for each team. */
export function figureText(figures: Figure[]): string {
  if (figures.length === 0) return "No story in fair weather with the default rulebook: nothing can be said of questions that were deferred.";
  const line = (name: string, own: Figure[]) => {
    const sum = (of: (one: Figure) => number) => own.reduce((total, one) => total + of(one), 0);
    const people = sum((one) => one.people);
    const answered = sum((one) => one.answered);
    const by = (how: keyof Figure["questions"]) => sum(({ questions }) => questions[how]);
    const share = people === 0 ? "none" : `${((100 * answered) / people).toFixed(0)} %`;
    return `| ${name} | ${own.length} | ${people} | ${answered} | ${share} | ${by("page")} | ${by("look")} | ${by("staff")} | ${by("plainNo")} | ${by("late")} |`;
  };
  return [
    "People whose question was deferred and truly answered by its date, in fair weather with the default rulebook:",
    "",
    "| team | stories | people | answered | share | by a page | by a human look | by staff | plain no | late |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...(Object.keys(TEAMS) as Team[]).map((team) =>
      line(
        team,
        figures.filter((one) => one.team === team),
      ),
    ),
    line("all", figures),
  ].join("\n");
}
