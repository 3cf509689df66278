export type RefusalCode =
  | "customer_exists"
  | "customer_unknown"
  | "customer_built_in"
  | "plan_unknown"
  | "plan_reserved"
  | "currency_foreign"
  | "contact_unknown"
  | "consent_unknown"
  | "consent_later"
  | "phone_invalid"
  | "address_invalid";

/** What was asked of the customers cannot be done. `message` is fit to be shown; `field` names what to correct. */
export class CustomerRefused extends Error {
  readonly code: RefusalCode;
  readonly field: string | undefined;
  constructor(code: RefusalCode, message: string, field?: string) {
    super(message);
    this.name = "CustomerRefused";
    this.code = code;
    this.field = field;
  }
}
