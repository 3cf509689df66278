import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { letter, openLetterBox, shippedMailer } from "../support/letter-box.ts";

// What a mail server answers decides whether somebody is ever written to again. Hard is said of an address that nobody reads, and of nothing
// else: a spam filter that dislikes us must not silence a customer, and a letter that may have arrived is not sent twice without a thought.

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function fate(options: Parameters<typeof openLetterBox>[0] = {}, own: Parameters<typeof letter>[0] = {}) {
  const box = await openLetterBox(options);
  cleanups.push(box.close);
  const mailer = await shippedMailer(box.url);
  cleanups.push(mailer.stop);
  return { said: await mailer.send(letter(own)), got: box.got, box };
}

/** A server that says this at one step of its talk. smtp-server puts no enhanced code before a text that brings its own. */
const says = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
const atRecipient = (code: number, text: string): Partial<SMTPServerOptions> => ({ onRcptTo: (_address, _session, done) => done(says(code, text)) });
const atSender = (code: number, text: string): Partial<SMTPServerOptions> => ({ onMailFrom: (_address, _session, done) => done(says(code, text)) });
const afterMessage = (code: number, text: string): Partial<SMTPServerOptions> => ({
  onData(stream, _session, done) {
    stream.resume();
    stream.on("end", () => done(says(code, text)));
  },
});

describe("refused for good", () => {
  test.each([
    ["nobody of that name", 550, "5.1.1 <sunniva@haldenfisk.example>: no such user"],
    ["no such domain", 550, "5.1.2 bad destination system"],
    ["a domain that takes no mail", 556, "5.1.10 recipient address has null MX"],
    ["a mailbox that is closed", 550, "5.2.1 the account is disabled"],
    ["a name that is not allowed there, in the old way", 553, "mailbox name not allowed"],
  ])("hard: %s", async (_what, code, text) => {
    const { said } = await fate(atRecipient(code, text));
    expect(said).toMatchObject({ state: "refused", how: "hard", reply: expect.stringMatching(new RegExp(`^${code} `)) });
  });

  test.each([
    ["a full mailbox", atRecipient(552, "5.2.2 mailbox full")],
    ["a filter that dislikes us", atRecipient(550, "5.7.1 blocked for policy reasons")],
    ["spam, found after the message", afterMessage(554, "5.7.1 message looks like spam")],
    ["a message that is too big", afterMessage(552, "5.3.4 message too big")],
    ["550 alone, which also stands for policy", atRecipient(550, "rejected")],
    ["a sender that they do not take, even where its code sounds like an address's", atSender(550, "5.1.1 sender unknown")],
    ["a code that only ends like a hard one", atRecipient(550, "5.7.1 see 5.1.1 in our guide")],
  ])("soft: %s", async (_what, server) => {
    expect((await fate(server)).said).toMatchObject({ state: "refused", how: "soft" });
  });

  test("hard, when a server that looks only after the message finds nobody", async () => {
    expect((await fate(afterMessage(550, "5.1.1 user unknown"))).said).toMatchObject({ state: "refused", how: "hard" });
  });

  test.each(["", "sunniva", "sunniva@", "a@b.example,eve@victim.example", "a@b.example\r\nRCPT TO:<eve@victim.example>", "<a@b.example>", "a b@c.example"])(
    "%j is no address, and nobody is asked",
    async (address) => {
      const { said, got } = await fate({}, { to: { name: "Sunniva", address } });
      expect(said).toEqual({ state: "refused", how: "hard", reply: "this is no mail address" });
      expect(got).toEqual([]);
    },
  );

  test("no address stands in what is kept of an answer", async () => {
    const { said } = await fate(atRecipient(550, "5.1.1 <Sunniva@HaldenFisk.example> unknown, ask postmaster@haldenfisk.example\tplease"));
    expect(said).toMatchObject({ reply: "550 5.1.1 <address> unknown, ask <address> please" });
  });
});

describe("later", () => {
  test.each([
    ["grey-listed", atRecipient(451, "4.7.1 try again later")],
    ["a mailbox that is full today", atRecipient(452, "4.2.2 over quota")],
    ["busy after the message", afterMessage(451, "4.3.0 try later")],
    ["shutting down", atSender(421, "4.3.2 shutting down")],
  ])("%s", async (_what, server) => {
    expect((await fate(server)).said).toMatchObject({ state: "retry", reply: expect.stringMatching(/^4/) });
  });

  test("a login of ours that is wrong says nothing of the letter", async () => {
    const box = await openLetterBox({ authOptional: false, onAuth: (_auth, _session, done) => done(says(535, "5.7.8 wrong")) });
    cleanups.push(box.close);
    const mailer = await shippedMailer(box.url.replace("smtp://", "smtp://stan:wrong@"));
    expect(await mailer.send(letter())).toMatchObject({ state: "retry", reply: expect.stringMatching(/^535/) });
  });

  test("a server that is not there", async () => {
    const box = await openLetterBox();
    await box.close();
    expect(await (await shippedMailer(box.url)).send(letter())).toMatchObject({ state: "retry" });
  });

  test("a connection that breaks before the message was let in", async () => {
    const box = await openLetterBox({ onRcptTo: () => box.cut() });
    cleanups.push(box.close);
    expect(await (await shippedMailer(box.url)).send(letter())).toMatchObject({ state: "retry" });
    expect(box.got).toEqual([]);
  });

  test("a layout that is broken: nothing has left, and whoever mends it lets it go", async () => {
    const box = await openLetterBox();
    cleanups.push(box.close);
    const mailer = await shippedMailer(box.url, { layout: "<mjml><mj-body><mj-nonsense /></mj-body></mjml>" });
    expect(await mailer.send(letter())).toMatchObject({ state: "retry", reply: expect.stringContaining("mj-nonsense") });
    expect(box.got).toEqual([]);
  });
});

test("a connection that breaks after the message may have left it there: unknown, and sent again it is the same message to a reader", async () => {
  const { said, got, box } = await fate({ cutAfterMessage: true });
  expect(said).toMatchObject({ state: "unknown" });
  await (await shippedMailer(box.url)).send(letter());
  const ids = got.map(({ source }) => /^Message-ID: (.*)\r$/m.exec(source.toString())?.[1]);
  expect(ids).toEqual(["<ltr_1@marlstone.example>", "<ltr_1@marlstone.example>"]);
});

test("a stop waits for the letter that is under way, and takes no other", async () => {
  const arrived = Promise.withResolvers<() => void>();
  const box = await openLetterBox({
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => arrived.resolve(() => done()));
    },
  });
  cleanups.push(box.close);
  const mailer = await shippedMailer(box.url);
  const sending = mailer.send(letter());
  const accept = await arrived.promise;
  let stopped = false;
  const stopping = mailer.stop().then(() => (stopped = true));
  expect(await mailer.send(letter({ id: "ltr_2" }))).toMatchObject({ state: "retry" });
  expect(stopped).toBe(false);
  accept();
  expect(await sending).toMatchObject({ state: "sent" });
  await stopping;
});
