import { generateKeyPairSync } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { mailerSettings } from "../../src/channels/index.ts";
import { checkDkim } from "../support/dkim.ts";
import { letter, openLetterBox, shippedMailer } from "../support/letter-box.ts";

// RFC 8058 lets a mailbox offer one click only where a signature covers both headers of it: else anybody on the way could put in another
// address. The signature is checked over the bytes that a real server received, by code that knows the RFC and not the signer.

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const publicKeyEncoding = { type: "spki", format: "pem" } as const;
const privateKeyEncoding = { type: "pkcs8", format: "pem" } as const;
const keys = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength, publicKeyEncoding, privateKeyEncoding });
const rsa = keys(2048);

async function signed(own: Parameters<typeof letter>[0] = {}): Promise<Buffer> {
  const box = await openLetterBox();
  cleanups.push(box.close);
  const mailer = await shippedMailer(box.url, { dkim: { domain: "marlstone.example", selector: "letters", key: rsa.privateKey } });
  expect(await mailer.send(letter(own))).toMatchObject({ state: "sent" });
  return box.got[0]?.source ?? Buffer.alloc(0);
}

test.each([
  ["a plain letter", {}],
  ["a letter of many scripts and long lines", { subject: "Grüße 謝謝 🐟 ".repeat(8), paragraphs: ["Ä ".repeat(400), "  .\t. ", "."] }],
])("the signature of %s holds over what was received, and covers both headers that end it", async (_what, own) => {
  const checked = checkDkim(await signed(own), rsa.publicKey);
  expect(checked).toMatchObject({ bodyHash: true, signature: true, domain: "marlstone.example", selector: "letters" });
  expect(checked.covers).toEqual(
    expect.arrayContaining(["from", "to", "subject", "date", "message-id", "content-type", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted"]),
  );
});

test.each([
  ["List-Unsubscribe", "marlstone.example/letters/stop", "victim.example/letters/stop", { bodyHash: true, signature: false }],
  ["List-Unsubscribe-Post", "List-Unsubscribe=One-Click", "List-Unsubscribe=One-Clack", { bodyHash: true, signature: false }],
  ["the text", "Dear Sunniva", "Dear Sunnivo", { bodyHash: false, signature: true }],
])("whoever changes %s on the way breaks it", async (_what, before, after, expected) => {
  const source = (await signed()).toString("latin1");
  expect(source).toContain(before);
  expect(checkDkim(Buffer.from(source.replace(before, after), "latin1"), rsa.publicKey)).toMatchObject(expected);
});

test.each([
  ["no key", "not a key"],
  ["a public key", rsa.publicKey],
  ["a kind of key that would leave letters unsigned without a word", generateKeyPairSync("ed25519", { publicKeyEncoding, privateKeyEncoding }).privateKey],
  ["a key that verifiers take no more", keys(512).privateKey],
])("%s is refused at the start, with what to do", async (_what, key) => {
  await expect(shippedMailer("smtp://127.0.0.1:1", { dkim: { domain: "marlstone.example", selector: "letters", key } })).rejects.toThrow(
    /MAIL_DKIM_KEY_FILE: holds no RSA private key .*openssl genrsa/,
  );
});

test("a letter is signed with all three settings, or with none", () => {
  const some = { MAIL_DKIM_DOMAIN: "marlstone.example", MAIL_DKIM_SELECTOR: "letters" };
  expect(mailerSettings.safeParse(some).error?.issues).toMatchObject([{ path: ["MAIL_DKIM_DOMAIN"], message: expect.stringContaining("MAIL_DKIM_KEY_FILE") }]);
  expect(mailerSettings.safeParse({ ...some, MAIL_DKIM_KEY_FILE: " ./dkim.pem " }).data).toEqual({ ...some, MAIL_DKIM_KEY_FILE: "./dkim.pem" });
  expect(mailerSettings.safeParse({ MAIL_DKIM_DOMAIN: "", MAIL_DKIM_SELECTOR: "", MAIL_DKIM_KEY_FILE: "" }).success).toBe(true);
});
