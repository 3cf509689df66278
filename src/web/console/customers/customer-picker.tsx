import { NativeSelect } from "@mantine/core";
import { useCustomers } from "../api/queries.ts";

/** Narrows a list to one customer. */
export function CustomerPicker({ value, onChange }: { value: string; onChange(value: string): void }) {
  const customers = useCustomers().data?.pages.flatMap((page) => page.items) ?? [];
  const options = customers.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id, label: name }));
  // a customer that came by a link and is not among the loaded ones stays chosen
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <NativeSelect
      size="xs"
      aria-label="Customer"
      className="customer-picker"
      data={[{ value: "", label: "Every customer" }, ...(known ? [] : [{ value, label: value }]), ...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
