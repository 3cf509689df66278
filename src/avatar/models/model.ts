/** The port between the turn and whatever talks. Vendors' types stay behind it, in this folder. */

export type ChatMessage =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string | null; toolCalls?: ToolCall[] }
  | { role: "tool"; callId: string; content: string };

export type ToolCall = { id: string; name: string; /** JSON as the model wrote it: anything at all */ arguments: string };

export type ToolSpec = { name: string; description: string; parameters: Record<string, unknown> };

export type ModelRequest = {
  messages: ChatMessage[];
  tools: ToolSpec[];
  maxOutputTokens: number;
  /** provisional text as it comes; return false to stop the model */
  onText(text: string): boolean;
  /** takes back what was written of this request, so that another model can begin anew; false: some of it has been shown already */
  takeBack(): boolean;
  signal: AbortSignal;
};

/** No language has longer tokens on the average of a reply: a model that writes more has been told how much, and goes on. */
export const CHARACTERS_A_TOKEN = 16;

/** What came back. `usage` is as the provider sent it, unchecked; undefined when none came. */
export type ModelReply = { text: string; toolCalls: ToolCall[]; usage: unknown; finish: string | null };

export interface Model {
  /** the name that prices go by */
  name: string;
  /** exactly what is sent, in bytes: the price's ceiling is computed from it */
  bytesOf(request: ModelRequest): number;
  /** @throws ModelFailure */
  ask(request: ModelRequest): Promise<ModelReply>;
}

/** A model that cannot be had: nothing starts with it. `message` says what to do. */
export class ModelUnknown extends Error {
  readonly code = "model_unknown";
}

/**
 * A step that gave no reply. `paid`: whether the provider may charge for it: "no" (it never began, or was refused), or
 * "maybe" (it began; its usage came, or never did).
 */
export class ModelFailure extends Error {
  readonly code: "unreachable" | "refused" | "timeout" | "broken_off" | "stopped" | "nonsense";
  readonly paid: "no" | "maybe";
  /** as the provider sent it, unchecked, where it was the account of the whole step */
  usage: unknown;
  /** what a refusal's Retry-After said, unread */
  retryAfter: string | undefined;
  constructor(code: ModelFailure["code"], paid: ModelFailure["paid"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ModelFailure";
    this.code = code;
    this.paid = paid;
  }
}
