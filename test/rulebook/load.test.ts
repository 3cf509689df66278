import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadRulebook } from "../../src/rulebook/index.ts";
import { complaints, short } from "./short-book.ts";

const shipped = readFileSync("policies.yaml", "utf8");

test("the shipped book loads, with the defaults of the manual", () => {
  const { book, version } = loadRulebook(shipped, "policies.yaml");
  expect(version).toMatch(/^[0-9a-f]{16}$/);
  expect(book.business).toMatchObject({ name: "Marlstone", timeZone: "Europe/Berlin", currency: "EUR" });
  expect(book.persona.name).toBe("Marla");
  expect(book.plans).toMatchObject({
    community: { fee: { amount: 0n }, fund: "community", carryOver: 0, humans: false, humanLooks: 4 },
    standard: { fee: { amount: 290_000_000n }, share: 2_500, carryOver: 1, humans: true, humanLooks: 4 },
    premium: { fee: { amount: 1_900_000_000n }, share: 2_500, carryOver: 3, humans: true, humanLooks: 4 },
    visitor: { fee: { amount: 0n }, fund: "visitors", carryOver: 0, humans: false, humanLooks: 0 },
  });
  expect(book.funds).toEqual({ community: { amount: 50_000_000n, currency: "EUR" }, visitors: { amount: 5_000_000n, currency: "EUR" } });
  expect(book.staff).toEqual({ hourly: { amount: 75_000_000n, currency: "EUR" }, roundMinutes: 5, expectedMinutes: 20, questionHours: 0 });
  expect(book.admit).toMatchObject({ messages: 30, seconds: 10, maxBytes: 16_384 });
  expect(book.questions).toEqual({ workingDays: 3, alertWorkingDaysBefore: 1 });
  expect(book.episodes).toEqual({ joinHours: 72, closeDays: 14 });
  expect(book.alerts).toEqual([
    { id: "many-episodes", detector: "limit", counts: "episodes", limit: 3, days: 7 },
    { id: "many-calls", detector: "limit", counts: "organised_calls", limit: 2, days: 28 },
  ]);
});

test("what may be left out has the value that the shipped book shows", () => {
  const full = loadRulebook(shipped, "policies.yaml").book;
  const least = loadRulebook(short, "policies.yaml").book;
  for (const section of ["staff", "models", "admit", "questions", "escalation", "episodes", "alerts"] as const) expect(least[section]).toEqual(full[section]);
  expect(least.business.workingHours).toEqual(full.business.workingHours);
});

test("a version names exactly one text", () => {
  const { version } = loadRulebook(short, "policies.yaml");
  expect(loadRulebook(Buffer.from(short), "policies.yaml").version).toBe(version);
  expect(loadRulebook(`${short}\n`, "policies.yaml").version).not.toBe(version);
});

test.each([
  {
    broken: "an amount is a word",
    text: short.replace("1900 EUR", "a lot"),
    says: 'policies.yaml:7:10  plans.premium.fee: expected an amount such as "290 EUR", without marks between thousands, found "a lot". Write "fee: 290 EUR".',
  },
  {
    broken: "an amount has a mark between thousands",
    text: short.replace("1900 EUR", "1.900 EUR"),
    says: 'policies.yaml:7:10  plans.premium.fee: expected an amount such as "290 EUR", without marks between thousands, found "1.900 EUR". Write "fee: 290 EUR".',
  },
  {
    broken: "an amount has no currency",
    text: short.replace("1900 EUR", "1900"),
    says: 'policies.yaml:7:10  plans.premium.fee: expected an amount such as "290 EUR", without marks between thousands, found "1900". Write "fee: 290 EUR".',
  },
  {
    broken: "an amount is in another currency",
    text: short.replace("1900 EUR", "1900 $"),
    says: "policies.yaml:7:10  plans.premium.fee: the amount is in USD, but your business counts in EUR. Write it in EUR.",
  },
  {
    broken: "a value is missing",
    text: short.replace("    fee: 1900 EUR\n", ""),
    says: 'policies.yaml:6:3  plans.premium.fee: is missing. Add "fee: 290 EUR".',
  },
  {
    broken: "a value is empty",
    text: short.replace("fee: 1900 EUR", "fee:"),
    says: 'policies.yaml:7:9  plans.premium.fee: expected an amount such as "290 EUR", without marks between thousands, found nothing. Write "fee: 290 EUR".',
  },
  {
    broken: "a key is misspelt",
    text: `${short}admit:\n  mesages: 5\n`,
    says: 'policies.yaml:14:3  admit.mesages: the rulebook has no "mesages" here. Did you mean "messages"?',
  },
  {
    broken: "a key is unheard of",
    text: `${short}questions:\n  colour: blue\n`,
    says: 'policies.yaml:14:3  questions.colour: the rulebook has no "colour" here. Known here: workingDays, alertWorkingDaysBefore, expectedMonthly.',
  },
  {
    broken: "a whole section is missing",
    text: short.replace(/^funds.*\n/m, ""),
    says: 'policies.yaml:1:1  funds: the section "funds:" is missing. Copy it from the policies.yaml that comes with Standin.',
  },
  {
    broken: "a section is a word",
    text: short.replace("{ hourly: 75 EUR }", "cheap"),
    says: 'policies.yaml:11:8  staff: expected a section, found "cheap". Write its lines below it, indented by two spaces.',
  },
  {
    broken: "a list is a word",
    text: short.replace("[en]", "en"),
    says: 'policies.yaml:2:55  persona.languages: expected a list, found "en". Write one entry a line below it, each with "- " before it.',
  },
  {
    broken: "a list is empty",
    text: short.replace("[en]", "[]"),
    says: 'policies.yaml:2:55  persona.languages: the list is empty. Add a line such as "- …" below it.',
  },
  {
    broken: "an entry of a list is wrong",
    text: `${short}gate: { links: [ftp://x] }\n`,
    says: 'policies.yaml:13:17  gate.links.0: expected an address such as https://docs.example.com/, found "ftp://x". Write "- https://docs.example.com/".',
  },
  {
    broken: "yes is not true",
    text: short.replace("humans: true", "humans: yes"),
    says: 'policies.yaml:9:13  plans.premium.humans: expected true or false, found "yes". Write "humans: true".',
  },
  {
    broken: "a number is too large",
    text: `${short}admit: { maxBytes: 99999 }\n`,
    says: 'policies.yaml:13:20  admit.maxBytes: expected a whole number from 1 to 16384, found "99999". Write "maxBytes: 16384".',
  },
  {
    broken: "a share is too large",
    text: short.replace("25 %", "101 %"),
    says: 'policies.yaml:8:12  plans.premium.share: expected a share such as "25 %", from 0 % to 100 %, found "101 %". Write "share: 25 %".',
  },
  {
    broken: "the time zone is unknown",
    text: short.replace("Europe/Berlin", "Europe/Bielefeld"),
    says: 'policies.yaml:1:35  business.timeZone: expected a time zone such as Europe/Berlin, found "Europe/Bielefeld". Write "timeZone: Europe/Berlin".',
  },
  {
    broken: "a plan's name has a capital",
    text: short.replace("  premium:", "  Premium:"),
    says: 'policies.yaml:6:3  plans.Premium: expected a short name in small letters such as standard, found "Premium". Rename it.',
  },
  {
    broken: "a fund is not there",
    text: short.replace("fund: visitors", "fund: guests"),
    says: 'policies.yaml:5:32  plans.visitor.fund: there is no fund "guests" (there is: community, visitors). Add it under "funds:", for example "guests: 50 EUR".',
  },
  {
    broken: "a fund should pay people",
    text: short.replace("fund: community, humans: false", "fund: community, humans: true"),
    says: 'policies.yaml:4:53  plans.community.humans: a fund pays for models only. Write "humans: false", or give the plan a share of its fee.',
  },
  {
    broken: "a plan has neither share nor fund",
    text: short.replace("    share: 25 %\n", ""),
    says: 'policies.yaml:7:5  plans.premium: nothing says what may be spent on serving. Add "share: 25 %" (of the fee) or "fund: community".',
  },
  {
    broken: "a needed plan is missing",
    text: short.replace(/^ {2}visitor.*\n/m, ""),
    says: 'policies.yaml:4:3  plans: the plan "visitor" is missing: every stranger belongs to a plan. Add it, with a fund that pays.',
  },
  {
    broken: "a price has no exchange rate",
    text: `${short}prices: { m: { input: 1 USD, output: 2 USD } }\n`,
    says: 'policies.yaml:13:23  prices.m.input: the price is in USD, and "exchange:" has no rate for it. Add "USD: { rate: 0.92, date: 2026-11-02 }" there, with today\'s rate.',
  },
  {
    broken: "a rate is zero",
    text: `${short}exchange: { USD: { rate: 0, date: 2026-11-02 } }\n`,
    says: 'policies.yaml:13:26  exchange.USD.rate: expected what one unit is in your currency, found "0". Write "rate: 0.92".',
  },
  {
    broken: "a date does not exist",
    text: `${short}exchange: { USD: { rate: 0.92, date: 2026-02-30 } }\n`,
    says: 'policies.yaml:13:38  exchange.USD.date: expected a date such as 2026-12-25, found "2026-02-30". Write "date: 2026-12-25".',
  },
  {
    broken: "nobody could keep the dates",
    text: `${short}questions: { expectedMonthly: 20 }\n`,
    says:
      "policies.yaml:13:31  questions.expectedMonthly: you expect 20 deferred questions a month, and people can answer 12: 12 human looks and 0 in staff.questionHours. The others would get a plain no at their date. " +
      'Raise "humanLooks" of a plan or "staff.questionHours" (each takes 20 minutes), or expect fewer.',
  },
  {
    broken: "an alert has a detector that nobody knows",
    text: `${short}alerts:\n  - { id: many, detector: magic, counts: episodes, limit: 3, days: 7 }\n`,
    says: 'policies.yaml:14:27  alerts.0.detector: expected one of limit, poisson-tail, cusum, found "magic". Write "detector: limit".',
  },
  {
    broken: "a chance is no chance",
    text: `${short}alerts:\n  - { id: many, detector: poisson-tail, counts: episodes, days: 28, chance: 1 }\n`,
    says: 'policies.yaml:14:77  alerts.0.chance: expected a number from 0.000001 to 0.2, found "1". Write "chance: 0.001".',
  },
  {
    broken: "the warning comes before the question",
    text: `${short}questions: { workingDays: 2, alertWorkingDaysBefore: 2 }\n`,
    says: "policies.yaml:13:54  questions.alertWorkingDaysBefore: people would be alerted 2 working days before a date that is 2 working days ahead. Write a smaller number.",
  },
])("when $broken, the line says what and how", ({ text, says }) => {
  expect(complaints(text)).toEqual([says]);
});

describe("a file that is no rulebook", () => {
  const alias = short.replace("currency: EUR", "currency: &c EUR") + "exchange: { *c : 1 }\n";
  test.each([
    { file: "is empty", text: "", says: "policies.yaml:1:1  the file is empty. Start from the policies.yaml that comes with Standin." },
    { file: "has comments only", text: "# later\n", says: "policies.yaml:1:1  the file is empty. Start from the policies.yaml that comes with Standin." },
    { file: "is a list", text: "- a\n", says: "policies.yaml:1:1  expected a section, found a list. Write its lines below it, indented by two spaces." },
    {
      file: "has a tab",
      text: short.replace("    fee", "\tfee"),
      says: "policies.yaml:7:1  the line is indented with a tab. Indent with spaces, two for each step.",
    },
    {
      file: "has a double key",
      text: `${short}staff: { hourly: 80 EUR }\n`,
      says: "policies.yaml:13:1  staff: this key stands here a second time. Keep one of the two lines.",
    },
    {
      file: "has wrong depths",
      text: short.replace("    share", "   share"),
      says: "policies.yaml:8:1  the indentation does not fit the lines above. Put lines that belong together at the same depth, two spaces for each step, and close every bracket.",
    },
    {
      file: "has an open quote",
      text: `${short}x: "y\n`,
      says: "policies.yaml:14:1  something is missing here: a closing quote, a bracket, or the colon and space after a key.",
    },
    {
      file: "has two colons",
      text: short.replace("fee: 1900 EUR", "fee: 1900: EUR"),
      says: 'policies.yaml:7:10  there are two colons in one line, or a value stands both beside and below its key. Put a value with a colon in it in quotes: "…".',
    },
    {
      file: "begins a value with @",
      text: short.replace("name: Acme", "name: @cme"),
      says: 'policies.yaml:1:19  a value cannot begin with this character. Put the value in quotes: "…".',
    },
    {
      file: "has two documents",
      text: `${short}---\nx: 1\n`,
      says: 'policies.yaml:13:1  a second document begins here ("---"). A rulebook is one document: take the line away.',
    },
    {
      file: "has a tag",
      text: short.replace("name: Acme", "name: !run Acme"),
      says: 'policies.yaml:1:19  a word that begins with "!" has no meaning in a rulebook. Take it away, or put the value in quotes.',
    },
    {
      file: "has an alias",
      text: short.replace("community: 50 EUR", "community: &a 50 EUR").replace("visitors: 5 EUR", "visitors: *a"),
      says: 'policies.yaml:10:42  funds.visitors: "*a" repeats another place of the file. Write the value out here.',
    },
    {
      file: "has an alias as a key",
      text: alias,
      says: 'policies.yaml:13:13  exchange: a key must be a plain word, followed by a colon and a space. Put other keys in quotes: "…".',
    },
    { file: "has a NUL", text: short.replace("Acme", "Ac\0me"), says: "policies.yaml:1:21  an invisible control character stands here. Delete it." },
    {
      file: "is too large",
      text: `${short}#${"x".repeat(1_048_576)}`,
      says: `policies.yaml:1:1  the file has ${Buffer.byteLength(short) + 1_048_577} bytes; a rulebook has at most 1048576. Is it the right file?`,
    },
    {
      file: "is not UTF-8",
      text: Buffer.concat([Buffer.from(short), Buffer.from([0x23, 0xe4, 0x0a])]),
      says: "policies.yaml:13:1  the line is not UTF-8 text. Save the file with the encoding UTF-8.",
    },
    {
      file: "is UTF-16",
      text: Buffer.from(`\ufeff${short}`, "utf16le"),
      says: "policies.yaml:1:1  the line is not UTF-8 text. Save the file with the encoding UTF-8.",
    },
  ])("$file", ({ text, says }) => {
    expect(complaints(text)).toEqual([says]);
  });

  test.each([
    ["brackets in brackets", "[".repeat(20_000)],
    ["questions in questions", "? ".repeat(5_000)],
    ["lists in lists", "- ".repeat(20_000)],
    ["steps without end", Array.from({ length: 1_200 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["brackets, a line each", "[\n".repeat(50_000)],
  ])("%s, made to harm, are refused at once", (_, text) => {
    const started = process.cpuUsage();
    expect(complaints(text)[0]).toMatch(/nested/);
    expect(msOfWork(started)).toBeLessThan(1_000);
  });

  test("an alias bomb never unfolds", () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `k${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}, *a${i - 1}`}]`).join("\n");
    expect(complaints(bomb)[0]).toBe('policies.yaml:2:10  k1.0: "*a0" repeats another place of the file. Write the value out here.');
  });

  test("twenty thousand wrong keys are answered with a screenful, soon", () => {
    const started = process.cpuUsage();
    const lines = complaints(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n"));
    expect(lines.length).toBeLessThan(70);
    expect(msOfWork(started)).toBeLessThan(5_000);
  });
});

/** Our own work since then, in milliseconds: how busy the machine is besides has no say. */
function msOfWork(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

test("all problems are told at once, in the order of the file", () => {
  const text = short
    .replace("Europe/Berlin", "Mars")
    .replace("0 EUR, fund: visitors", "nix, fund: visitors")
    .replace("75 EUR", "75")
    .replace("0.50 EUR", "-1 EUR");
  expect(complaints(text).map((line) => line.split("  ")[0])).toEqual([
    "policies.yaml:1:35",
    "policies.yaml:5:19",
    "policies.yaml:11:18",
    "policies.yaml:12:23",
  ]);
});

test("who serves, who stands in and how much is written are the owner's; left out, the main model does it all", () => {
  const wanted =
    "models: { cheapBelow: 0.50 EUR, maxTurnTokens: 900, fallback: [gpt-4o-mini, langchain:anthropic/claude-haiku-4-5], tasks: { followUp: cheap } }";
  const { book } = loadRulebook(
    short.replace("models: { cheapBelow: 0.50 EUR }", wanted).replace("humans: true", "humans: true\n    model: cheap"),
    "policies.yaml",
  );
  expect(book.models).toMatchObject({
    maxTurnTokens: 900,
    fallback: ["gpt-4o-mini", "langchain:anthropic/claude-haiku-4-5"],
    tasks: { reply: "main", followUp: "cheap" },
  });
  expect(book.plans).toMatchObject({ premium: { model: "cheap" }, community: { model: "main" } });
  expect(loadRulebook(short, "policies.yaml").book.models).toMatchObject({ fallback: [], tasks: { reply: "main", followUp: "main" } });
});

test.each([
  ["maxTurnTokens: 799", /models\.maxTurnTokens: a turn may write 799 tokens, less than the 800 of one reply/],
  ["fallback: [gpt-4o, gpt-4o]", /models\.fallback\.1: "gpt-4o" is in the list twice/],
  ["fallback: [built-in]", /models\.fallback\.0: the built-in model stands in for all others by itself/],
  ["fallback: [a, b, c, d]", /models\.fallback: the list is too long\. Keep the 3 entries/],
  ["tasks: { reply: best }", /models\.tasks\.reply: expected one of main, cheap, found "best"/],
  ["tasks: { dream: main }", /models\.tasks\.dream: the rulebook has no "dream" here/],
])("models that cannot be meant so (%s) are answered with the remedy", (line, says) => {
  expect(complaints(short.replace("cheapBelow: 0.50 EUR }", `cheapBelow: 0.50 EUR, ${line} }`)).join("\n")).toMatch(says);
});

test("own prices are kept as they are written", () => {
  const text = `${short}prices:\n  llama3.1:8b: { input: 0 USD, output: 0.0750 USD }\nexchange: { USD: { rate: 0.1, date: 2026-11-02 } }\n`;
  const { book } = loadRulebook(text, "policies.yaml");
  expect(book.prices).toEqual({ "llama3.1:8b": { input: { price: "0", currency: "USD" }, output: { price: "0.0750", currency: "USD" } } });
  expect(book.exchange).toEqual({ USD: { rate: "0.1", date: "2026-11-02" } });
});

test("a byte changed anywhere gives a book or a clear line, never anything else", () => {
  const bytes = Buffer.from(shipped);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (place, value) => {
      const changed = Buffer.from(bytes);
      changed[place] = value;
      for (const line of complaints(changed)) expect(line).toMatch(/^policies\.yaml:\d+:\d+ {2}\S.*[.?]$/);
    }),
    // The first comment's "#" as a carriage return: once it tore the line of the error apart.
    { numRuns: 300, examples: [[0, 13]] },
  );
}, 60_000);
