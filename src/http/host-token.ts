import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Problem } from "./problems.ts";
import type { HostVisitor } from "./rooms.ts";

/** How far ahead a host's token may expire, and how far its clock may be ahead of ours. */
const LONGEST_LIFE_S = 15 * 60;
const CLOCK_SKEW_S = 30;

const Header = z.object({ alg: z.literal("HS256"), crit: z.undefined().optional() });
const Claims = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  nbf: z.number().optional(),
  email: z.string().max(320).optional(),
  name: z.string().max(200).optional(),
  customer: z.string().min(1).max(200).optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  jti: z.string().max(200).optional(),
});

/**
 * Checks a visitor's token that a host site signed: HS256 and nothing else (RFC 8725), `sub`, `exp` at most 15 minutes ahead,
 * an `aud` only if it is one of ours. Throws Problem `token_invalid` or `token_expired`; says no more, since the reader is a stranger.
 */
export function verifyHostToken(token: string, secret: string, now: Date, audiences: readonly string[] = []): HostVisitor {
  const refused = () => new Problem("token_invalid", "The host's token is not one that this service trusts.");
  const parts = token.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) throw refused();
  const [header, payload, signature] = parts as [string, string, string];
  const given = Buffer.from(signature, "base64url");
  const right = sign(`${header}.${payload}`, secret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw refused();
  if (!Header.safeParse(decode(header)).success) throw refused();
  const claims = Claims.safeParse(decode(payload));
  if (!claims.success) throw refused();
  const { sub, exp, nbf, email, name, customer, aud, jti } = claims.data;
  const seconds = now.getTime() / 1000;
  if (exp <= seconds) throw new Problem("token_expired", "The host's token has expired; ask the host for a new one.");
  if (exp > seconds + LONGEST_LIFE_S + CLOCK_SKEW_S) throw refused();
  if (nbf !== undefined && nbf > seconds + CLOCK_SKEW_S) throw refused();
  if (aud !== undefined && ![aud].flat().some((one) => audiences.includes(one))) throw refused();
  if ([sub, email, name, customer, jti].some((text) => text?.includes("\0"))) throw refused();
  return {
    sub: sub.toWellFormed(),
    ...(email === undefined ? {} : { email: email.toWellFormed() }),
    ...(name === undefined ? {} : { name: name.toWellFormed() }),
    ...(customer === undefined ? {} : { customer: customer.toWellFormed() }),
    ...(jti === undefined ? {} : { jti: jti.toWellFormed() }),
  };
}

/** A token as a host would sign it, valid for 15 minutes; the demo plays host with it. */
export function signHostToken(visitor: HostVisitor, secret: string, now: Date): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(now.getTime() / 1000) + LONGEST_LIFE_S;
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ ...visitor, exp })}`;
  return `${signed}.${sign(signed, secret).toString("base64url")}`;
}

function sign(text: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(text).digest();
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
