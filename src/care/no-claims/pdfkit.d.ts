/** The part of pdfkit that we use; the package brings no types along. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";
  export default class PDFDocument extends Readable {
    constructor(options: { size: string; margin: number; info: Record<string, string | Date> });
    fontSize(size: number): this;
    text(text: string): this;
    file(content: Buffer, options: { name: string; type: string; creationDate: Date; modifiedDate: Date }): this;
    moveDown(lines?: number): this;
    end(): void;
  }
}
