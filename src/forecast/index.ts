import { alertsForecast } from "./alerts/forecast.ts";
import type { Forecast } from "./forecast.ts";
import { noClaimsForecast } from "./no-claims/forecast.ts";

export { outlookOf, type Outlook } from "./alerts/ours.ts";
export { ForecastMisused, type Forecast, type ForecastHouse } from "./forecast.ts";

/** What can be forecast, by its name on the command line. */
export const forecasts: Readonly<Record<string, Forecast>> = {
  alerts: alertsForecast,
  "no-claims": noClaimsForecast,
};
