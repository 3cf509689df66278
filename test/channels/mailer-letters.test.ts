import fc from "fast-check";
import { simpleParser, type ParsedMail } from "mailparser";
import { afterEach, describe, expect, test } from "vitest";
import type { Letter } from "../../src/care/mailer.ts";
import { letter, openLetterBox, shippedMailer } from "../support/letter-box.ts";

// A thank-you that nobody asked for: it says the same to everybody who reads it, tells nobody that it was read, ends with one click, and
// nothing that a name or a subject holds becomes anything but words. Every message here went through a real SMTP server and was read back.

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function received(own: Partial<Letter> = {}): Promise<{ mail: ParsedMail; source: string; to: string[] }> {
  const box = await openLetterBox();
  cleanups.push(box.close);
  const mailer = await shippedMailer(box.url);
  cleanups.push(mailer.stop);
  expect(await mailer.send(letter(own))).toEqual({ state: "sent", messageId: expect.stringMatching(/^<[\w.-]+@marlstone\.example>$/) });
  const [got] = box.got;
  if (!got || box.got.length > 1) throw new Error("one letter, one message");
  return { mail: await simpleParser(got.source, { skipTextToHtml: true, skipImageLinks: true }), source: got.source.toString("latin1"), to: got.to };
}

/** What a reader of the HTML sees, one line for each element that holds words. */
function seen(html: string): string[] {
  const body = html
    .slice(html.indexOf("<body"))
    .replace(/<!--.*?-->/gs, "")
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, "\n$2: $1\n")
    .replace(/<[^>]+>/g, "\n");
  const plain = body.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  return lines(plain);
}
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "--");

/** Every header of a letter, in the order in which it leaves; an empty subject is left out. */
const HEADERS = [
  "list-unsubscribe",
  "list-unsubscribe-post",
  "auto-submitted",
  "x-auto-response-suppress",
  "from",
  "to",
  "message-id",
  "date",
  "mime-version",
  "content-type",
];

function header(mail: ParsedMail, name: string): string[] {
  return mail.headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) =>
      line
        .slice(line.indexOf(":") + 1)
        .replace(/\r?\n[ \t]+/g, " ")
        .trim(),
    );
}

describe("a letter", () => {
  test("says who writes, to whom, under an id of ours, and how one click ends it", async () => {
    const { mail, to } = await received();
    expect(to).toEqual(["sunniva@haldenfisk.example"]);
    expect(mail.from?.value).toEqual([{ name: "Marlstone", address: "hello@marlstone.example" }]);
    expect(header(mail, "to")).toEqual(["Sunniva Dahl <sunniva@haldenfisk.example>"]);
    expect(mail.subject).toBe("Two years together: thank you, Halden Fisk");
    expect(mail.messageId).toBe("<ltr_1@marlstone.example>");
    // RFC 2369 and RFC 8058: both ways, the web's first, and the line that makes it one click
    expect(header(mail, "list-unsubscribe")).toEqual([
      "<https://marlstone.example/letters/stop/t0k3n?of=ltr_1>, <mailto:stop@marlstone.example?subject=unsubscribe>",
    ]);
    expect(header(mail, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(header(mail, "auto-submitted")).toEqual(["auto-generated"]);
    expect(header(mail, "content-type")[0]).toMatch(/^multipart\/alternative/);
  });

  test("without https there is no one click, only the link: a header would promise what RFC 8058 does not allow", async () => {
    const { mail } = await received({ unsubscribe: { url: "http://localhost:3000/letters/stop/t0k3n" } });
    expect(header(mail, "list-unsubscribe")).toEqual(["<http://localhost:3000/letters/stop/t0k3n>"]);
    expect(header(mail, "list-unsubscribe-post")).toEqual([]);
    expect(mail.html).toContain('href="http://localhost:3000/letters/stop/t0k3n"');
  });

  test("says word for word the same as HTML and as plain text", async () => {
    const { mail } = await received();
    expect(seen(mail.html || "")).toEqual(lines(mail.text ?? ""));
    expect(mail.text).toBe(
      [
        "Dear Sunniva Dahl,",
        "Halden Fisk and Marlstone have now been working together for two years. Thank you for your trust in all that time.",
        "-- \nMarlstone",
        "You get this mail because you agreed to hear from Marlstone once in a while.",
        "End these mails: https://marlstone.example/letters/stop/t0k3n?of=ltr_1\n",
      ].join("\n\n"),
    );
  });

  test("tells nobody that it was read: no address but the one that ends it, nothing that a reader would fetch", async () => {
    const { mail } = await received();
    const html = mail.html || "";
    const addresses = [...html.replaceAll(/\sxmlns[:\w]*="[^"]*"/g, "").matchAll(/(?:https?:|\/\/)[^\s"'<>)]+/g)].map(([address]) => address);
    expect(addresses).toEqual(["https://marlstone.example/letters/stop/t0k3n?of=ltr_1"]);
    expect(html).not.toMatch(/<(img|link|script|iframe|video|audio|form|object|embed)\b|\b(src|srcset|background|action|ping)=|url\(|@import/i);
    expect(mail.attachments).toEqual([]);
  });

  test.each([
    ["de", "ltr", "left", "weil Sie zugestimmt haben"],
    ["ar", "rtl", "right", "لأنك وافقت"],
  ])("in %s: its language, its direction of writing and its own words at the foot", async (language, direction, side, words) => {
    const { mail } = await received({ language });
    const html = mail.html || "";
    expect(html).toMatch(new RegExp(`<html lang="${language}" dir="${direction}"`));
    expect(html).toContain(`text-align:${side}`);
    expect(html).not.toContain(direction === "ltr" ? "direction:rtl" : "direction:ltr");
    expect(mail.text).toContain(words);
    expect(html).not.toMatch(/\{\w+\}/);
  });
});

describe("what people call themselves stays words", () => {
  test("no line of a name, a subject or an id becomes a header", async () => {
    const { mail, source, to } = await received({
      id: "ltr_1>\r\nBcc: all@victim.example",
      to: { name: "Ana\r\nBcc: all@victim.example\r\n", address: "ana@haldenfisk.example" },
      subject: "Thank you\r\nBcc: all@victim.example\r\n\r\n<script>alert(1)</script>",
      business: "Marlstone\nX-Evil: 1\u2028X-Worse: 2",
      unsubscribe: { url: "https://marlstone.example/stop/\r\nX-Evil:1", address: "stop@marlstone.example>\r\nX-Evil: 1" },
    });
    expect(to).toEqual(["ana@haldenfisk.example"]);
    expect(source.slice(0, source.indexOf("\r\n\r\n"))).not.toMatch(/^(bcc|x-evil|x-worse):/im);
    expect(mail.subject).toBe("Thank you Bcc: all@victim.example <script>alert(1)</script>");
    expect(mail.html).not.toContain("<script");
    expect(header(mail, "list-unsubscribe")).toEqual(["<https://marlstone.example/stop/X-Evil:1>"]);
  });

  test("no name becomes HTML, a slot or a second recipient", async () => {
    const { mail, to } = await received({
      to: { name: 'Zoë "Z", eve@victim.example <eve@victim.example>', address: "zoe@haldenfisk.example" },
      paragraphs: ['Dear <img src="https://victim.example/pixel"> & {business} $& $1,', "</p></div><a href=https://victim.example>here</a>"],
      business: 'Ma"><b>rl</b>{unsubscribe}',
      language: 'en" onload="x',
    });
    expect(to).toEqual(["zoe@haldenfisk.example"]);
    expect([mail.to].flat().flatMap((one) => one?.value ?? [])).toEqual([
      { name: 'Zoë "Z", eve@victim.example <eve@victim.example>', address: "zoe@haldenfisk.example" },
    ]);
    expect(mail.html).not.toMatch(/<img|<b>|onload="|<a href=https/);
    expect(mail.html).toContain('<html lang="und"');
    const text = lines(mail.text ?? "");
    expect(text.slice(0, 2)).toEqual([
      'Dear <img src="https://victim.example/pixel"> & {business} $& $1,',
      "</p></div><a href=https://victim.example>here</a>",
    ]);
    expect(seen(mail.html || "")).toEqual(text);
  });

  test("names and subjects of any script arrive as they were written", async () => {
    const { mail } = await received({
      to: { name: "坂本 龍馬", address: "ryoma@haldenfisk.example" },
      subject: "Grüße und 謝謝 🐟 aus Halden",
      business: "Größe & Söhne",
    });
    expect(mail.subject).toBe("Grüße und 謝謝 🐟 aus Halden");
    expect([mail.to].flat().flatMap((one) => one?.value ?? [])[0]?.name).toBe("坂本 龍馬");
    expect(mail.from?.value[0]?.name).toBe("Größe & Söhne");
  });

  test("whatever stands in them, a message has the headers that it should, each once, and both its twins say the same", async () => {
    const box = await openLetterBox();
    cleanups.push(box.close);
    const mailer = await shippedMailer(box.url);
    const hostile = fc.constantFrom(
      "\r\nBcc: eve@victim.example",
      "\n",
      "\r",
      "\u0000",
      "\u2028",
      "\u202e",
      "<b>",
      "&amp;",
      "{why}",
      "$&",
      "=?utf-8?q?x?=",
      "\r\n.\r\n",
      "--",
      '"',
      "@",
    );
    const words = fc.array(fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 6 }).map((parts) => parts.join(""));
    const record = { id: words, name: words, subject: words, business: words, paragraphs: fc.array(words, { minLength: 1, maxLength: 3 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(record), async ({ id, name, subject, business, paragraphs }) => {
        box.got.length = 0;
        const sent = await mailer.send(letter({ id, to: { name, address: "ana@haldenfisk.example" }, subject, business, paragraphs }));
        expect(sent).toMatchObject({ state: "sent" });
        expect(box.got.map(({ to }) => to)).toEqual([["ana@haldenfisk.example"]]);
        const mail = await simpleParser(box.got[0]?.source ?? "", { skipTextToHtml: true, skipImageLinks: true });
        expect(mail.headerLines.map(({ key }) => key).filter((key) => key !== "subject")).toEqual(HEADERS);
        expect(seen(mail.html || "").join("\n")).toBe(lines(mail.text ?? "").join("\n"));
      }),
      { numRuns: 60 },
    );
  });
});
