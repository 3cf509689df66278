import { formatMoney } from "./money.ts";

/** Money on the screen; the full six places on hover, because that is what is booked. */
export function Amount({ amount, currency }: { amount: string; currency: string }) {
  return (
    <span className="amount" title={`${amount} ${currency}`}>
      {formatMoney(amount, currency)}
    </span>
  );
}
