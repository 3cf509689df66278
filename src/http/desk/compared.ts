import { BOOK_DAYS, BOOK_YEARS, type BookFigures } from "../../forecast/index.ts";
import type * as contract from "../contract.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { money } from "./shapes.ts";

/** Rulebooks beside each other, as the contract has them. */
export function createComparedDesk({ booksBeside, rulebook }: DeskRooms): Rooms["booksBeside"] {
  return async () => {
    const { currency } = rulebook.current().book.business;
    const { same, inForce, toTheLetter } = await booksBeside();
    return { days: BOOK_DAYS, years: BOOK_YEARS, same, inForce: shapeOf(inForce, currency), toTheLetter: shapeOf(toTheLetter, currency) };
  };
}

function shapeOf({ alerts, thanks, discounts, serving }: BookFigures, currency: string): contract.BookFigures {
  return {
    alerts,
    thanks: { ...thanks, cost: money(thanks.cost, currency) },
    discounts: { ...discounts, granted: money(discounts.granted, currency), lost: money(discounts.lost, currency) },
    serving: money(serving, currency),
  };
}
