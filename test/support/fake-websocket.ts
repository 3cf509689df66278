import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The server's end of one WebSocket (RFC 6455), as much as a fake needs: short text frames, ping, close. */
export type ServerSocket = {
  send(text: string): void;
  /** Says goodbye; `rude` just cuts the line. */
  close(rude?: boolean): void;
};

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export function acceptWebSocket(request: IncomingMessage, socket: Duplex, on: { message(text: string): void; closed(): void }): ServerSocket {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${GUID}`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let pending = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === TEXT) on.message(frame.payload.toString());
      if (frame.opcode === PING) socket.write(writeFrame(PONG, frame.payload));
      if (frame.opcode === CLOSE) socket.end(writeFrame(CLOSE, frame.payload.subarray(0, 2)));
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => on.closed());
  return {
    send: (text) => void socket.write(writeFrame(TEXT, Buffer.from(text))),
    close: (rude = false) => void (rude ? socket.destroy() : socket.write(writeFrame(CLOSE, Buffer.from([0x03, 0xe8])))),
  };
}

type Frame = { opcode: number; payload: Buffer; length: number };

/** The first whole frame; clients mask theirs. Fragments are not understood: nothing here sends any. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + lengthBytes + 4;
  if (bytes.length < start) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < start + size) return undefined;
  const mask = bytes.subarray(start - 4, start);
  const payload = Buffer.from(bytes.subarray(start, start + size));
  for (let i = 0; i < size; i++) payload[i] = (payload[i] as number) ^ (mask[i % 4] as number);
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length: start + size };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126 ? Buffer.from([0x80 | opcode, payload.length]) : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff]);
  if (payload.length > 0xffff) throw new Error("the fake sends no frames over 64 KiB");
  return Buffer.concat([head, payload]);
}
