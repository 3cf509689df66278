import type { DemoContact, DemoContacts, DemoToken } from "../../http/contract.ts";

/**
 * The "Chat as" picker of the demo. A real host site does what `tokenFor` does on its own server: it signs who is
 * logged in, and gives the token to the widget.
 */
const CHOICE_KEY = "marlstone:chat-as";

const picker = find<HTMLSelectElement>("#chat-as");
const problem = find<HTMLElement>(".demo-problem");
const widget = find<HTMLElement>("standin-chat");

async function start(): Promise<void> {
  const contacts = await loadContacts();
  if (contacts.length === 0) return;
  for (const contact of contacts) picker.append(optionFor(contact));
  picker.closest("label")?.removeAttribute("hidden");
  picker.addEventListener("change", () => void become(picker.value));
  // The token lives for minutes only; the widget says when it needs another.
  widget.addEventListener("standin-token-needed", () => void become(picker.value));
  const chosen = sessionStorage.getItem(CHOICE_KEY) ?? "";
  if (!contacts.some((contact) => contact.id === chosen)) return;
  picker.value = chosen;
  await become(chosen);
}

/** None where there is no sample business, or where the demo is reached from outside. */
async function loadContacts(): Promise<DemoContact[]> {
  const response = await fetch("/api/demo/contacts").catch(() => undefined);
  if (!response?.ok) return [];
  return ((await response.json()) as DemoContacts).items;
}

function optionFor(contact: DemoContact): HTMLOptionElement {
  return new Option(`${contact.name}, ${contact.customer}`, contact.id);
}

async function become(contact: string): Promise<void> {
  problem.textContent = "";
  sessionStorage.setItem(CHOICE_KEY, contact);
  if (contact === "") {
    widget.inert = false;
    widget.removeAttribute("token");
    return;
  }
  // What is written until the token is here would be the one's words before them, or lost.
  widget.inert = true;
  const token = await tokenFor(contact).catch(() => undefined);
  // Somebody else may have been chosen meanwhile.
  if (picker.value !== contact) return;
  widget.inert = false;
  if (token === undefined) problem.textContent = "We could not switch to this person. Please choose again in a moment.";
  else widget.setAttribute("token", token);
}

async function tokenFor(contact: string): Promise<string> {
  const response = await fetch("/api/demo/tokens", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ contact }),
  });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return ((await response.json()) as DemoToken).token;
}

function find<Element extends HTMLElement>(selector: string): Element {
  const element = document.querySelector<Element>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}

await start();
