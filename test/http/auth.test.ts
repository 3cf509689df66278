import { SignJWT, UnsecuredJWT, generateKeyPair } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import { signHostToken, verifyHostToken } from "../../src/http/index.ts";
import { createLoginLimit } from "../../src/http/login-limit.ts";
import { T0 } from "./fake-rooms.ts";
import { HOST_SECRET, openServer, problem, type Desk } from "./support.ts";

let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const secret = new TextEncoder().encode(HOST_SECRET);
const now = T0.getTime() / 1000;
const signed = (claims: Record<string, unknown>, exp: number | "as claimed" = now + 600, key: Uint8Array = secret, header: Record<string, unknown> = {}) =>
  new SignJWT({ ...claims, ...(exp === "as claimed" ? {} : { exp }) }).setProtectedHeader({ alg: "HS256", ...header }).sign(key);
const codeOf = (token: string) => {
  try {
    verifyHostToken(token, HOST_SECRET, T0, ["standin"]);
    return "accepted";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a host's token (made by another library)", () => {
  test("says who visits", async () => {
    const token = await signed({ sub: "u1", email: "ana@example.test", name: "Ana", customer: "cus_1", jti: "j1", aud: ["x", "standin"], more: 1 });
    expect(verifyHostToken(token, HOST_SECRET, T0, ["standin"])).toEqual({ sub: "u1", email: "ana@example.test", name: "Ana", customer: "cus_1", jti: "j1" });
  });

  test("may live 15 minutes and no longer", async () => {
    expect(codeOf(await signed({ sub: "u" }, now + 900))).toBe("accepted");
    expect(codeOf(await signed({ sub: "u" }, now + 960))).toBe("token_invalid");
    expect(codeOf(await signed({ sub: "u" }, now))).toBe("token_expired");
    expect(codeOf(await signed({ sub: "u" }, now - 3600))).toBe("token_expired");
    expect(codeOf(await new SignJWT({ sub: "u" }).setProtectedHeader({ alg: "HS256" }).sign(secret))).toBe("token_invalid");
    expect(codeOf(await signed({ sub: "u", nbf: now + 120 }))).toBe("token_invalid");
  });

  test("is refused without the right signature, with any other algorithm", async () => {
    const good = await signed({ sub: "u" });
    const [header, payload, signature] = good.split(".") as [string, string, string];
    const other = Buffer.from(JSON.stringify({ sub: "admin", exp: now + 600 })).toString("base64url");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    const rsa = await generateKeyPair("RS256");
    const tokens = [
      "",
      "a.b",
      "a.b.c",
      "....",
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${header}.${other}.${signature}`,
      `${none}.${payload}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}`,
      `${header}.${payload}.${signature}x`,
      `${good}.`,
      new UnsecuredJWT({ sub: "u" }).setExpirationTime(now + 600).encode(),
      await signed({ sub: "u" }, now + 600, new TextEncoder().encode("another-secret-of-the-same-kind")),
      await new SignJWT({ sub: "u", exp: now + 600 }).setProtectedHeader({ alg: "HS512" }).sign(new TextEncoder().encode(HOST_SECRET.repeat(3))),
      await new SignJWT({ sub: "u", exp: now + 600 }).setProtectedHeader({ alg: "RS256" }).sign(rsa.privateKey),
    ];
    for (const token of tokens) expect([token, codeOf(token)]).toEqual([token, "token_invalid"]);
  });

  test("is refused when its claims are not of their types, or for somebody else", async () => {
    const wrong = [
      {},
      { sub: "" },
      { sub: 7 },
      { sub: "u", email: 1 },
      { sub: "u", customer: [] },
      { sub: "u\0" },
      { sub: "x".repeat(300) },
      { sub: "u", aud: "someone-else" },
    ];
    for (const claims of wrong) expect(codeOf(await signed(claims))).toBe("token_invalid");
    for (const exp of ["soon", "9999999999", null, true]) expect(codeOf(await signed({ sub: "u", exp }, "as claimed"))).toBe("token_invalid");
  });

  test("opens a chat as that visitor, and a bad one is 401", async () => {
    desk = await openServer();
    const open = (json: unknown) => (desk as Desk).ask("/api/chat/sessions", { json });
    expect((await open({ token: await signed({ sub: "u1" }) })).status).toBe(201);
    expect((await open({})).status).toBe(201);
    expect(desk.rooms.visitors).toEqual([{ sub: "u1" }, undefined]);
    expect(await problem(await open({ token: "x.y.z" }))).toMatchObject({ status: 401, code: "token_invalid" });
    expect(await problem(await open({ token: await signed({ sub: "u" }, now - 1) }))).toMatchObject({ status: 401, code: "token_expired" });
    expect(await problem(await open({ token: 5 }))).toMatchObject({ status: 400, errors: [{ path: "token" }] });
  });

  test("of the demo is one that we accept ourselves", async () => {
    desk = await openServer();
    const { token } = (await (await desk.ask("/api/demo/tokens", { json: { contact: "con_1" } })).json()) as { token: string };
    expect(verifyHostToken(token, HOST_SECRET, T0)).toEqual({ sub: "demo-ana", name: "Ana", customer: "cus_1" });
    expect(codeOf(signHostToken({ sub: "x" }, HOST_SECRET, T0))).toBe("accepted");
    expect(await problem(await desk.ask("/api/demo/tokens", { json: { contact: "nobody" } }))).toMatchObject({ status: 404 });
    desk.rooms.demo = undefined;
    await desk.close();
    desk = await openServer({ rooms: desk.rooms });
    expect(await problem(await desk.ask("/api/demo/contacts"))).toMatchObject({ status: 404 });
    expect(await problem(await desk.ask("/api/demo/tokens", { json: { contact: "con_1" } }))).toMatchObject({ status: 404 });
  });
});

describe("the console's login", () => {
  const login = (password: string, init: Parameters<Desk["ask"]>[1] = {}) =>
    (desk as Desk).ask("/api/staff/login", { json: { email: "olga@example.test", password }, ...init });

  test("sets a cookie that scripts and other sites cannot use, and ends the session before", async () => {
    desk = await openServer({ config: { publicUrl: "https://help.example" } });
    const response = await login("right", { cookie: "olgas-cookie" });
    expect(response.headers.get("set-cookie")).toBe("standin_session=new-cookie; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure");
    expect(await response.json()).toEqual({ staff: { id: "staff_1", name: "Olga", email: "olga@example.test", role: "owner" } });
    expect(desk.rooms.staffSessions.has("olgas-cookie")).toBe(false);
    expect((await desk.ask("/api/staff/me", { cookie: "new-cookie" })).status).toBe(200);
  });

  test("ends at logout", async () => {
    desk = await openServer();
    const response = await desk.ask("/api/staff/logout", { method: "POST", cookie: "olgas-cookie", headers: { "x-standin-csrf": "1" } });
    expect(response.status).toBe(204);
    expect(response.headers.get("set-cookie")).toContain("standin_session=; ");
    expect(await problem(await desk.ask("/api/staff/me", { cookie: "olgas-cookie" }))).toMatchObject({ status: 401 });
  });

  test("is refused from another site's page", async () => {
    desk = await openServer();
    expect(await problem(await login("right", { headers: { origin: "https://evil.example" } }))).toMatchObject({ status: 403 });
  });

  test("makes a guesser wait", async () => {
    desk = await openServer();
    for (let i = 0; i < 5; i++) expect(await problem(await login("wrong"))).toMatchObject({ status: 401, code: "login_failed" });
    const sixth = await login("right");
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await problem(sixth)).toMatchObject({ status: 429, code: "too_fast" });
  });

  test("counts guesses that come all at once, forgets after a quarter of an hour, and never locks out a success", async () => {
    let time = 0;
    const limit = createLoginLimit(() => time);
    const guess = () => limit.attempt("a@b.test", "1.2.3.4", async () => new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))));
    const tried = await Promise.allSettled(Array.from({ length: 50 }, guess));
    expect(tried.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(5);
    for (let i = 0; i < 5; i++) await guess().catch(() => undefined);
    await expect(guess()).rejects.toMatchObject({ code: "too_fast" });
    time += 15 * 60_000 + 1;
    for (let i = 0; i < 20; i++) expect(await limit.attempt("a@b.test", "1.2.3.4", async () => "in")).toBe("in");
  });
});

describe("the chat from other sites", () => {
  test("only those of CHAT_ORIGINS, also on the hot path", async () => {
    desk = await openServer();
    const shop = { origin: "https://shop.example" };
    const preflight = await desk.ask("/api/chat/messages", { method: "OPTIONS", headers: { ...shop, "access-control-request-method": "POST" } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    for (const response of [
      await desk.ask("/api/chat/sessions", { json: {}, headers: shop }),
      await desk.ask("/api/chat/messages", { session: "alive", json: { id: "a", text: "x" }, headers: shop }),
      await desk.ask("/api/chat/messages", { session: "alive", json: { id: "a" }, headers: shop }),
    ]) {
      expect(response.headers.get("access-control-allow-origin")).toBe("https://shop.example");
      expect(response.headers.get("vary")).toBe("Origin");
    }
    for (const origin of ["https://evil.example", "https://shop.example.evil.example", "null"]) {
      const refused = await desk.ask("/api/chat/messages", { session: "alive", json: { id: "a", text: "x" }, headers: { origin } });
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
      expect(await problem(refused)).toMatchObject({ status: 403, code: "origin_forbidden" });
      expect((await desk.ask("/api/chat/sessions", { json: {}, headers: { origin } })).status).toBe(403);
    }
    const staff = await desk.ask("/api/staff/me", { cookie: "olgas-cookie", headers: shop });
    expect(staff.headers.get("access-control-allow-origin")).toBeNull();
  });
});
