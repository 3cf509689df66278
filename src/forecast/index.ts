import { alertsForecast } from "./alerts/forecast.ts";
import { booksForecast } from "./books/forecast.ts";
import type { Forecast } from "./forecast.ts";
import { noClaimsForecast } from "./no-claims/forecast.ts";

export { BOOK_DAYS, BOOK_YEARS, bookFigures, type BookFigures } from "./books/compare.ts";
export { createBooksBeside, type BooksBeside } from "./books/beside.ts";
export { outlookOf, type Outlook } from "./alerts/ours.ts";
export { ForecastMisused, type Forecast, type ForecastHouse } from "./forecast.ts";

/** What can be forecast, by its name on the command line. */
export const forecasts: Readonly<Record<string, Forecast>> = {
  alerts: alertsForecast,
  books: booksForecast,
  "no-claims": noClaimsForecast,
};
