import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { mail } from "../../src/channels/mail.ts";
import { alert, card, reply } from "./slack-desk.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

type Got = { from: string; to: string[]; source: string };

async function open(options: { staff?: string[]; smtp?: Partial<SMTPServerOptions>; cut?: boolean } = {}) {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      let source = "";
      stream.on("data", (chunk: Buffer) => (source += chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        got.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map((one) => one.address), source });
        if (options.cut) for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
        else done();
      });
    },
    ...options.smtp,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const refuse = async () => {
    throw new Error("not asked");
  };
  const running = await mail.start({
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      MAIL_ADDRESS: "stan@acme.example",
      staffAddresses: async () => options.staff ?? ["mara@acme.example", "tom@acme.example"],
    },
    publicUrl: "http://localhost",
    receive: refuse,
    mount() {},
    staff: { claim: refuse, reply: refuse, acknowledge: refuse },
    log: { info() {}, warn() {}, error() {} },
  });
  cleanups.push(
    () => new Promise<void>((resolve) => server.close(() => resolve())),
    () => running.stop(),
  );
  return { running, got };
}

/** The headers with their folds undone, by name in lower case. */
function headersOf(source: string): Map<string, string> {
  const head = source.slice(0, source.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return new Map(head.split("\r\n").map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
}

test("an escalation goes from the avatar's address to the staff, as plain text, marked as automatic", async () => {
  const { running, got } = await open();
  const done = await running.deliver({ kind: "escalation", id: "dlv_1", card: card({ verdict: "overridden", class: "security", reminder: 1 }) });
  expect(done).toEqual({ state: "delivered", receipt: { messageId: "<dlv_1@acme.example>" } });
  const [letter] = got;
  expect(letter).toMatchObject({ from: "stan@acme.example", to: ["mara@acme.example", "tom@acme.example"] });
  const headers = headersOf(letter?.source ?? "");
  expect(headers.get("message-id")).toBe("<dlv_1@acme.example>");
  expect(headers.get("references")).toBe("<esc_1@acme.example>");
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("content-type")).toMatch(/^text\/plain/);
  expect(headers.get("subject")).not.toContain("Ana");
  const text = (letter?.source ?? "").replace(/=\r\n/g, "");
  for (const part of [
    "May I speak to a person?",
    "The budget covers it.",
    "25.00 EUR",
    "2026-11-26 09:00 UTC",
    "https://desk.example.com/console/escalations/esc_1",
  ])
    expect(text).toContain(part);
});

test("a name makes no header of its own", async () => {
  const { running, got } = await open();
  await running.deliver({ kind: "escalation", id: "dlv_1", card: card({ customer: { id: "cus_1", name: "Acme\r\nBcc: everybody@example.com" } }) });
  expect(headersOf(got[0]?.source ?? "").has("bcc")).toBe(false);
  expect(got[0]?.to).toHaveLength(2);
});

test("an alert, too", async () => {
  const { running, got } = await open();
  expect(await running.deliver({ kind: "alert", id: "dlv_2", card: alert() })).toMatchObject({ state: "delivered" });
  expect(headersOf(got[0]?.source ?? "").get("subject")).toBe("[Standin] Acme calls often");
});

function refusal(code: number): Error {
  return Object.assign(new Error("no"), { responseCode: code });
}

test.each([
  [451, "retry"],
  [421, "retry"],
  [550, "failed"],
  [554, "failed"],
])("the server's %i → %s", async (code, state) => {
  const { running } = await open({ smtp: { onMailFrom: (_address, _session, done) => done(refusal(code)) } });
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toEqual({ state, error: `smtp_${code}` });
});

test("a line that breaks after the letter was taken: again, with the same Message-ID", async () => {
  const options = { cut: true };
  const { running, got } = await open(options);
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toMatchObject({ state: "retry" });
  options.cut = false;
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toMatchObject({ state: "delivered" });
  expect(new Set(got.map((one) => headersOf(one.source).get("message-id"))).size).toBe(1);
});

test("no server: again later; no staff address: said plainly; no replies", async () => {
  const { running } = await open({ staff: [] });
  expect(await running.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toEqual({ state: "failed", error: "no_staff_address" });
  expect(await running.deliver(reply("x", "y"))).toMatchObject({ state: "failed" });
  const refuse = async () => {
    throw new Error("not asked");
  };
  const away = await mail.start({
    settings: { SMTP_URL: "smtp://127.0.0.1:1", staffAddresses: async () => ["mara@acme.example"] },
    publicUrl: "http://localhost",
    receive: refuse,
    mount() {},
    staff: { claim: refuse, reply: refuse, acknowledge: refuse },
    log: { info() {}, warn() {}, error() {} },
  });
  expect(await away.deliver({ kind: "alert", id: "dlv_1", card: alert() })).toMatchObject({ state: "retry" });
  await away.stop();
});
