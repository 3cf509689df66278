type Searched = { id: string; name: string; externalId: string | null; plan: string; contacts: { name: string | null; email: string | null }[] };

/** Whether a customer fits what was typed: each word somewhere in its name, ids, plan or people. Accents and case do not matter. */
export function fitsSearch(customer: Searched, typed: string): boolean {
  const words = plainText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const people = customer.contacts.flatMap((contact) => [contact.name ?? "", contact.email ?? ""]);
  const text = plainText([customer.name, customer.id, customer.externalId ?? "", customer.plan, ...people].join(" "));
  return words.every((word) => text.includes(word));
}

function plainText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
