// What a server of tools says of itself, and what it answers.

type ToolDescription = { name: string; description: string; inputSchema: { type: "object"; [key: string]: unknown } };
export type Result = { content: { type: "text"; text: string }[]; isError?: boolean };
export const ORDER_STATUS: ToolDescription = {
  name: "order_status",
  description: "Says where an order is.",
  inputSchema: {
    type: "object",
    properties: { order: { type: "string", description: "The order's number" }, customer: { type: "string" } },
    required: ["order", "customer"],
  },
};
export const REFUND: ToolDescription = { name: "refund", description: "Pays money back.", inputSchema: { type: "object", properties: {} } };

export const says = (text: string): Result => ({ content: [{ type: "text", text }] });
