import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { ORDER_STATUS, REFUND, says, type Result } from "./tool-words.ts";

// A server of tools as its maker might have written it, on a port of this machine; and what it may do that no maker would admit to.

/** The same as a program. */
export const TOOL_PROGRAM = fileURLToPath(new URL("./tool-child.ts", import.meta.url));

type Called = { name: string; arguments: unknown; headers: IncomingMessage["headers"] };

export async function startToolServer() {
  const calls: Called[] = [];
  const state = {
    tools: [ORDER_STATUS, REFUND],
    answer: (_call: Called): Result | Promise<Result> => says("Order 17 is on its way."),
    /** instead of an answer to a call: bytes, or silence */
    wire: undefined as undefined | ((response: ServerResponse) => void),
    /** it was started anew: whoever has not introduced himself since is unknown to it */
    anew: false,
    /** pages of the list without an end */
    endless: false,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return void response.writeHead(405).end();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString()) as { method?: string; params?: { name: string; arguments: unknown } };
    if (body.method === "initialize") state.anew = false;
    if (state.anew) return void response.writeHead(404).end("Session not found");
    if (body.method === "tools/call" && state.wire) {
      calls.push({ name: body.params?.name ?? "", arguments: body.params?.arguments, headers: request.headers });
      return state.wire(response);
    }
    const server = new Server({ name: "stub", version: "1" }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: state.tools, ...(state.endless ? { nextCursor: "more" } : {}) }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
      const called = { name: params.name, arguments: params.arguments, headers: request.headers };
      calls.push(called);
      return state.answer(called);
    });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on("close", () => void server.close());
    await server.connect(transport as never);
    await transport.handleRequest(request, response, body);
  }

  const listen = (port: number) => {
    const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
    return new Promise<typeof server>((resolve) => void server.listen(port, "127.0.0.1", () => resolve(server)));
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  }
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    state,
    calls,
    close,
    async back() {
      server = await listen(port);
    },
  };
}

export type ToolServer = Awaited<ReturnType<typeof startToolServer>>;
