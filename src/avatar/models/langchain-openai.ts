import type OpenAI from "openai";
import type { OpenAISettings } from "./openai.ts";

const MOST_BYTES = 64 * 1024 * 1024;

type Chunk = OpenAI.Chat.Completions.ChatCompletionChunk;
type Role = OpenAI.Chat.ChatCompletionRole;

/** No redirects: the key and the talk go where the owner has said. What a refusal says about it is read by nobody: it may be endless, or made to harm. */
const plainly: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.ok) return bounded(response);
  void response.body?.cancel().catch(() => undefined);
  return new Response(null, { status: response.status, headers: response.headers });
};

/** An answer that is larger than any model can write ends with an error: what is read of it is kept until its end. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let left = MOST_BYTES;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error("the answer is too large"));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
}

/**
 * What LangChain's model of OpenAI is given beside the rest: the key and the address of our settings, our way to ask, and a reader that takes the
 * words of a server that leaves out who speaks. LangChain would hear no tool call of such a one.
 */
export async function openAIFields({ apiKey, baseUrl }: OpenAISettings): Promise<(fields: object) => object> {
  const { ChatOpenAICompletions } = await import("@langchain/openai");
  class Patient extends ChatOpenAICompletions {
    protected override _convertCompletionsDeltaToBaseMessageChunk(delta: Record<string, unknown>, raw: Chunk, role?: Role) {
      return super._convertCompletionsDeltaToBaseMessageChunk(delta, raw, role ?? "assistant");
    }
  }
  const own = { apiKey, configuration: { baseURL: baseUrl, logLevel: "off" as const, fetch: plainly } };
  return (fields) => ({ ...own, completions: new Patient({ ...fields, ...own }) });
}
