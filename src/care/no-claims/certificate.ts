import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { countsAt, type Scheme } from "../../policies/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import { percent } from "./letters.ts";
import type { createReads } from "./reads.ts";

/** What a customer may show to others: a level, since when they were a customer, and how many incidents counted. */
export type Certificate = {
  business: string;
  customer: string;
  scheme: string;
  level: string;
  /** hundredths of a percent */
  discount: number;
  coveredSince: string | null;
  incidentsThatCounted: number;
  /** RFC 3339 */
  issuedAt: string;
};
/** `signature` is Ed25519 over the UTF-8 bytes of `text`, in base64url; `pdf` in base64. */
export type SignedCertificate = { certificate: Certificate; text: string; signature: string; publicKey: string; pdf: string };

export type CertificateRooms = { db: Database; clock: Clock; rulebook: Rulebook; signing: string; reads: ReturnType<typeof createReads> };

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** Certificates of a customer's level, signed with this installation's own key. Reading one writes nothing. */
export function createCertificates({ db, clock, rulebook, signing, reads }: CertificateRooms) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(signing, "base64url").subarray(0, 32)]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "pem", type: "spki" }).toString();

  /** undefined for a customer without a discount. */
  return async (customer: string): Promise<SignedCertificate | undefined> => {
    const stand = await reads.standOf(customer);
    const [row] = await db.query<{ name: string; scheme: Scheme }>(
      "select u.name, n.scheme from customers u join no_claims n on n.customer = u.id where u.id = $1",
      [customer],
    );
    if (!stand || !row) return undefined;
    const history = await reads.historyOf(customer);
    const now = clock.now();
    const certificate: Certificate = {
      business: rulebook.current().book.business.name,
      customer: row.name,
      scheme: stand.scheme,
      level: stand.level,
      discount: stand.discount,
      coveredSince: history.cover[0]?.from ?? null,
      incidentsThatCounted: countsAt(row.scheme, history, now.getTime()),
      issuedAt: now.toISOString(),
    };
    const text = JSON.stringify(certificate);
    const signature = sign(null, Buffer.from(text), key).toString("base64url");
    return { certificate, text, signature, publicKey, pdf: await pdfOf({ certificate, text, signature, publicKey }, now) };
  };
}

/** The same on paper. What was signed lies in it as a file of its own, byte for byte: whoever has only the paper can verify it all the same. */
async function pdfOf({ certificate, text, signature, publicKey }: Omit<SignedCertificate, "pdf">, now: Date): Promise<string> {
  const { default: PDFDocument } = await import("pdfkit");
  const paper = new PDFDocument({ size: "A4", margin: 64, info: { Title: "Certificate of no-claims level", CreationDate: now } });
  const parts: Buffer[] = [];
  paper.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => paper.on("end", resolve));
  const { business, customer, scheme, level, discount, coveredSince, incidentsThatCounted, issuedAt } = certificate;
  paper.fontSize(22).text("Certificate of no-claims level").moveDown();
  paper
    .fontSize(12)
    .text(`${business} certifies that ${printable(customer)}`)
    .moveDown();
  const lines = [
    `stands at level ${printable(level)} of the scheme "${scheme}", a discount of ${percent(discount, "en")} of the fee;`,
    coveredSince === null ? "has no contract in force;" : `has been a customer since ${coveredSince};`,
    `had ${incidentsThatCounted} ${incidentsThatCounted === 1 ? "incident" : "incidents"} that counted in this time.`,
  ];
  for (const line of lines) paper.text(line);
  paper.moveDown().text(`Issued at ${issuedAt}.`).moveDown(2);
  paper.fontSize(8).text("Signature (Ed25519, base64url) of the attached file certificate.json:").text(signature).moveDown();
  paper.text("Public key; compare it with the one that the issuer tells you:").text(publicKey.trim());
  const dated = { creationDate: now, modifiedDate: now };
  paper.file(Buffer.from(text), { name: "certificate.json", type: "application/json", ...dated });
  paper.file(Buffer.from(publicKey), { name: "public-key.pem", type: "application/x-pem-file", ...dated });
  paper.end();
  await ended;
  return Buffer.concat(parts).toString("base64");
}

/** The built-in fonts know Latin letters only; what they lack is shown as a mark instead of as another letter. */
function printable(text: string): string {
  return text.replaceAll(/[^\u{20}-\u{7e}\u{a0}-\u{ff}]/gu, "·");
}
