import { Button, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { useCustomers } from "../api/queries.ts";
import { Amount } from "../parts/amount.tsx";
import { Icon } from "../parts/icons.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { Table, Td, Tr } from "../parts/table.tsx";
import { counted } from "../parts/words.ts";
import { useStaff } from "../shell/me.ts";
import { BudgetLine } from "./budget-bar.tsx";
import { CreateCustomer } from "./customer-form.tsx";
import { fitsSearch } from "./search.ts";

/** Everybody we serve, with what is left to spend on them. */
export function CustomersPage() {
  const me = useStaff();
  const [, go] = useLocation();
  const [typed, setTyped] = useState("");
  const [creating, form] = useDisclosure(false);
  const list = useCustomers();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  // the search runs here, so all pages are fetched one after the other
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const items = all.filter((customer) => fitsSearch(customer, typed)).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Page
      title="Customers"
      lead={list.data ? counted(all.length, "customer") : "Everybody we serve."}
      actions={
        <div className="filters">
          <TextInput
            size="xs"
            type="search"
            aria-label="Search customers"
            placeholder="Name, person, plan"
            leftSection={<Icon name="search" size={15} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {me.role === "owner" ? <Button onClick={form.open}>New customer</Button> : null}
        </div>
      }
    >
      <CreateCustomer opened={creating} plans={plansOf(all)} onClose={form.close} onCreated={(id) => go(`/customers/${id}`)} />
      {list.isPending ? <Loading /> : null}
      {list.isError && !list.data ? <Failed error={list.error} again={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Empty title={all.length === 0 ? "There are no customers yet." : `Nobody fits “${typed}”.`}>
          {all.length === 0
            ? "Add the first one here, or import a list: npm run standin -- import customers FILE."
            : "The search looks at names, people, e-mail addresses and plans."}
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <Table
          label="Customers"
          heads={[
            { word: "Name" },
            { word: "Plan" },
            { word: "Budget" },
            { word: "Cost this period", right: true },
            { word: "Episodes in 7 days", right: true },
          ]}
        >
          {items.map((customer) => (
            <Tr key={customer.id}>
              <Td label="Name">
                <Link href={`/customers/${customer.id}`}>
                  <strong>{customer.name}</strong>
                </Link>
                {customer.sample ? <span className="quiet small"> sample</span> : null}
              </Td>
              <Td label="Plan">{customer.plan}</Td>
              <Td label="Budget">
                <BudgetLine budget={customer.budget} />
              </Td>
              <Td label="Cost" right>
                <Amount amount={customer.cost.thisPeriod} currency={customer.cost.currency} />
              </Td>
              <Td label="Episodes" right>
                <span className="number">{customer.episodes.last7Days}</span>
              </Td>
            </Tr>
          ))}
        </Table>
      ) : null}
    </Page>
  );
}

/** The plans in use, beside those that ship. */
export function plansOf(customers: { plan: string }[]): string[] {
  return [...new Set(["community", "standard", "premium", ...customers.map((customer) => customer.plan)])];
}
