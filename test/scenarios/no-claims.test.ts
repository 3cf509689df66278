import { verify } from "node:crypto";
import { inflateSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Certificate, Incident, NoClaimsCheck, NoClaimsCustomer, NoClaimsDetail, NoClaimsOverview, Objection } from "../../src/http/contract.ts";
import { openHouse, type House } from "../support/house.ts";

// What people who work here see of no-claims discounts and do about them, over the API, in a house that runs.

let house: House;
let customer: string;
beforeEach(async () => {
  house = await openHouse();
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-03-02", renewal: null };
  ({ id: customer } = await house.staff<{ id: string }>("POST", "/customers", { name: "Oakfold", plan: "standard", contract }));
});
afterEach(async () => {
  expect((await house.staff<NoClaimsCheck>("GET", "/no-claims/check")).differences).toEqual([]);
  await house.close();
});
const detail = () => house.staff<NoClaimsDetail>("GET", `/customers/${customer}/no-claims`);
const crash = (more: object = {}) =>
  house.staff<Incident>("POST", "/no-claims/incidents", {
    customer,
    happenedAt: house.clock.now().toISOString(),
    cost: { amount: "25.000000", currency: "EUR" },
    ...more,
  });

test("a crash is recorded, waits for a ruling by its deadline, is ruled the customer's, and lowers the level at the renewal", async () => {
  await house.advance("2029-03-10T12:00:00Z");
  expect((await detail()).stand).toMatchObject({ scheme: "fair", level: "3", discount: 1500, clean: 2000, claimed: 500 });
  const recorded = await crash();
  const { items } = await house.staff<{ items: Incident[] }>("GET", "/no-claims/incidents?waiting=true");
  expect(items).toMatchObject([{ id: recorded.id, fault: "unknown", deadline: "2029-03-24T12:00:00.000Z", customer: { id: customer, name: "Oakfold" } }]);
  expect(await house.staff<Incident>("POST", `/no-claims/incidents/${recorded.id}/ruling`, { fault: "customer" })).toMatchObject({ fault: "customer" });
  expect((await detail()).stand).toMatchObject({ clean: 500 });
  await house.advance("2030-03-10T12:00:00Z");
  const after = await detail();
  expect(after.stand).toMatchObject({ level: "1", discount: 500 });
  expect(after.changes[0]).toMatchObject({
    cause: "incident",
    from: { level: "3" },
    to: { level: "1" },
    incidents: [recorded.id],
    amount: { amount: "174.000000" },
  });
  expect(after.timeline.map(({ level }) => level)).toEqual(["0", "1", "2", "3", "1"]);
  expect(after.levels.at(-1)).toEqual({ level: "5", discount: 2500 });

  const objection = await house.staff<Objection>("POST", `/customers/${customer}/no-claims/objections`);
  expect(objection).toMatchObject({ state: "open", incidents: [recorded.id] });
  await house.staff("POST", `/no-claims/objections/${objection.id}/verdict`, { verdict: "upheld" });
  expect((await detail()).stand).toMatchObject({ level: "4", discount: 2000 });
  expect((await house.staff<{ items: Objection[] }>("GET", "/no-claims/objections?state=open")).items).toEqual([]);
});

test("the owner sees what each scheme gives away before choosing it", async () => {
  await house.advance("2028-03-10T12:00:00Z");
  const { scheme, schemes } = await house.staff<NoClaimsOverview>("GET", "/no-claims");
  expect(scheme).toBe("fair");
  expect(schemes.filter(({ chosen }) => chosen).map((one) => one.scheme)).toEqual(["fair"]);
  expect(schemes.find((one) => one.scheme === "seed")).toMatchObject({ meanDiscount: "13.45", hidingAtBest: "75.00" });
  expect(schemes.find((one) => one.scheme === "fair")).toMatchObject({ meanDiscount: "19.50", hidingAtBest: "15.00", past: { customers: 1 } });
  const { items } = await house.staff<{ items: NoClaimsCustomer[] }>("GET", "/no-claims/customers");
  expect(items).toMatchObject([{ customer: { name: "Oakfold" }, stand: { level: "2" } }]);
  expect(await house.staff("GET", `/customers/${customer}`)).toMatchObject({ noClaims: { scheme: "fair", level: "2", discount: 1000 } });
});

test("a certificate of the level is signed, and a changed letter of it shows", async () => {
  await house.advance("2028-03-10T12:00:00Z");
  const { certificate, text, signature, publicKey, pdf } = await house.staff<Certificate>("GET", `/customers/${customer}/no-claims/certificate`);
  expect(certificate).toMatchObject({ customer: "Oakfold", level: "2", discount: 1000, coveredSince: "2026-03-02", incidentsThatCounted: 0 });
  expect(JSON.parse(text)).toEqual(certificate);
  const signed = (given: string) => verify(null, Buffer.from(given), publicKey, Buffer.from(signature, "base64url"));
  expect(signed(text)).toBe(true);
  expect(signed(text.replace('"level":"2"', '"level":"5"'))).toBe(false);
  expect(Buffer.from(pdf, "base64").subarray(0, 5).toString()).toBe("%PDF-");
});

test("whoever has only the paper can verify it: what was signed lies in it, whatever alphabet the customer's name has", async () => {
  await house.advance("2028-03-10T12:00:00Z");
  await house.staff("PATCH", `/customers/${customer}`, { name: "オークフォルド" });
  const { text, signature, publicKey, pdf } = await house.staff<Certificate>("GET", `/customers/${customer}/no-claims/certificate`);
  const paper = Buffer.from(pdf, "base64").toString("latin1");
  const streams = [...paper.matchAll(/\/Type \/EmbeddedFile[\s\S]*?stream\n([\s\S]*?)\nendstream/g)].map(([, bytes = ""]) =>
    inflateSync(Buffer.from(bytes, "latin1")).toString(),
  );
  expect(streams).toEqual([text, publicKey]);
  expect(streams[0]).toContain("オークフォルド");
  expect(verify(null, Buffer.from(streams[0] ?? ""), streams[1] ?? "", Buffer.from(signature, "base64url"))).toBe(true);
});

test("what cannot be is refused in words, and nobody without a discount has a certificate", async () => {
  await expect(crash({ fault: "still_unknown" })).rejects.toMatchObject({ status: 400 });
  await expect(crash({ customer: "cus_nobody" })).rejects.toMatchObject({ status: 404 });
  await expect(crash({ happenedAt: "2030-01-01T00:00:00Z" })).rejects.toMatchObject({ status: 400 });
  await expect(crash({ cost: { amount: "25.000000", currency: "USD" } })).rejects.toMatchObject({ status: 400 });
  await expect(house.staff("POST", "/no-claims/incidents/inc_no/ruling", { fault: "ours" })).rejects.toMatchObject({ status: 404 });
  const { id } = await house.staff<{ id: string }>("POST", "/customers", { name: "Free", plan: "community" });
  await expect(house.staff("GET", `/customers/${id}/no-claims/certificate`)).rejects.toMatchObject({ status: 404 });
});

/** "What is my discount?" as people write it, and the beginning of what they are told. */
const ASKED: [string, string, string][] = [
  ["en", "What is my discount, and what would change it?", "Your no-claims discount is 10% of the fee at present. From Friday, 2 March 2029 on it will be 15%"],
  ["de", "Wie hoch ist mein Rabatt?", "Ihr Schadenfreiheitsrabatt beträgt derzeit 10 % der Gebühr."],
  ["fr", "Quelle est ma remise ?", "Votre remise d'absence de sinistre est actuellement de 10 % du tarif."],
  ["es", "¿Cuál es mi descuento?", "Su descuento por ausencia de incidentes es actualmente del 10 % de la tarifa."],
  ["it", "Qual è il mio sconto?", "Il Suo sconto per assenza di incidenti è attualmente del 10% del canone."],
  ["pt", "Qual é o meu desconto?", "O seu desconto por ausência de incidentes é atualmente de 10% da mensalidade."],
  ["nl", "Wat is mijn korting?", "Uw no-claimkorting is op dit moment 10% van het tarief."],
  ["pl", "Ile wynosi moja zniżka?", "Państwa zniżka za brak zdarzeń wynosi obecnie 10% opłaty."],
  ["ja", "私の割引を教えてください", "現在の無事故割引は料金の10%です。"],
  ["ar", "ما هو خصمي؟", "خصم عدم وقوع حوادث لديكم حاليًا هو"],
];

test("a contact asks for the discount and gets exactly what policy says, in ten languages, word for word", async () => {
  await house.advance("2028-03-10T12:00:00Z");
  const plain = (text: string | undefined) => text?.replaceAll(/[\u{a0}\u{202f}]/gu, " ");
  for (const [language, question, told] of ASKED) {
    const guest = await house.guest({ sub: `guest-${language}`, customer, name: "Gwen" }, language);
    expect(plain((await guest.says(question)).at(-1)?.text)).toContain(told);
  }
});

test("whoever objects is told by when a person decides, and the objection is there; a stranger has no discount", async () => {
  await house.advance("2029-03-10T12:00:00Z");
  const { id } = await crash();
  await house.staff("POST", `/no-claims/incidents/${id}/ruling`, { fault: "customer" });
  await house.advance("2030-03-11T12:00:00Z");
  const guest = await house.guest({ sub: "gwen", customer, name: "Gwen" });
  const said = (await guest.says("I object to my discount")).at(-1)?.text ?? "";
  expect(said).toContain("I have noted your objection to the no-claims discount. A person looks at it and you hear here by Thursday, 14 March;");
  const { items } = await house.staff<{ items: Objection[] }>("GET", "/no-claims/objections?state=open");
  expect(items).toMatchObject([{ customer: { id: customer }, conversation: guest.conversation, incidents: [id] }]);
  await guest.says("I object to my discount!");
  expect((await house.staff<{ items: Objection[] }>("GET", "/no-claims/objections")).items).toHaveLength(1);
  const stranger = await house.guest();
  expect((await stranger.says("What is my discount?")).at(-1)?.text).toContain("Your contract has no no-claims discount.");
});
