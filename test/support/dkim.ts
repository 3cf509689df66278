import { createHash, createVerify } from "node:crypto";

/** One DKIM signature, read and checked by RFC 6376 (relaxed/relaxed, rsa-sha256) over the bytes that were received. */
export type Checked = { bodyHash: boolean; signature: boolean; domain: string; selector: string; covers: string[] };

/** Written from the RFC and not from the signer, so that both have to be right. @throws when there is no signature, or one of another kind */
export function checkDkim(source: Buffer, publicKey: string): Checked {
  const raw = source.toString("latin1");
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const own = fields.find((field) => /^dkim-signature:/i.test(field));
  if (!own) throw new Error("no signature");
  const tags = new Map(
    own
      .slice(own.indexOf(":") + 1)
      .split(";")
      .map((tag) => tag.replace(/\s+/g, ""))
      .filter((tag) => tag !== "")
      .map((tag): [string, string] => [tag.slice(0, tag.indexOf("=")), tag.slice(tag.indexOf("=") + 1)]),
  );
  if (tags.get("a") !== "rsa-sha256" || tags.get("c") !== "relaxed/relaxed") throw new Error("another kind of signature");
  const covers = (tags.get("h") ?? "").toLowerCase().split(":");
  // 5.4.2: of fields with one name the last one first, each once
  const left = [...fields];
  const signed = covers.map((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? "" : `${relaxed(left.splice(at, 1)[0] ?? "")}\r\n`;
  });
  const unsigned = relaxed(own.replace(/(;\s*b=)[^;]*/, "$1"));
  const verify = createVerify("RSA-SHA256").update(`${signed.join("")}${unsigned}`, "latin1");
  return {
    bodyHash:
      createHash("sha256")
        .update(relaxedBody(raw.slice(end + 4)), "latin1")
        .digest("base64") === tags.get("bh"),
    signature: verify.verify(publicKey, tags.get("b") ?? "", "base64"),
    domain: tags.get("d") ?? "",
    selector: tags.get("s") ?? "",
    covers,
  };
}

/** 3.4.2 */
function relaxed(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/^ | $/g, "");
  return `${field.slice(0, colon).toLowerCase().trimEnd()}:${value}`;
}

/** 3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  while (lines.at(-1) === "") lines.pop();
  return lines.map((line) => `${line}\r\n`).join("");
}
