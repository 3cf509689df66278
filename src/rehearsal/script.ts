import { ModelFailure, type Model, type ModelReply, type ModelRequest } from "../avatar/index.ts";
import type { Reply } from "./story.ts";

/** One request to a model as it stood: which step of the story it belongs to, and what was sent. */
export type Asked = { step: number; sent: string };

const PIECE = 24; // characters: as tokens come, so that the gate reads prefixes
const BYTES_PER_TOKEN = 4; // a usual share in English; what a rehearsal costs is reckoned with it
/** In a second performance among other secrets the model may be asked more often than the script foresaw. */
const BEYOND = "I have had a look at it.";

/** Stands where the models are: plays the script of the step, or lets a live model speak, and keeps what it was sent. */
export function createPrompter() {
  const asked: Asked[] = [];
  let step = 0;
  let replies: readonly Reply[] = [];
  let used = 0;
  let gate: Promise<void> = Promise.resolve();

  function note(request: ModelRequest): void {
    asked.push({ step, sent: JSON.stringify([request.messages, request.tools]) });
  }

  async function play(request: ModelRequest): Promise<ModelReply> {
    note(request);
    await gate;
    const reply = replies[used++] ?? { good: BEYOND };
    const bytes = bytesOf(request);
    const said = reply.good ?? reply.bad ?? "";
    const usage = (text: string) => ({
      prompt_tokens: Math.ceil(bytes / BYTES_PER_TOKEN),
      completion_tokens: Math.min(request.maxOutputTokens, 1 + Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN)),
    });
    if (reply.fails === "down") throw new ModelFailure("unreachable", "no", "the model is down, as the story says");
    if (reply.fails === "times out") throw new ModelFailure("timeout", "maybe", "the model says nothing in time, as the story says");
    if (reply.fails === "breaks off") {
      request.onText("Use the ");
      throw new ModelFailure("broken_off", "maybe", "the model breaks off, as the story says");
    }
    if (reply.fails === "lies about usage") {
      request.onText(BEYOND);
      return { text: BEYOND, toolCalls: [], usage: { prompt_tokens: 900_000_000, completion_tokens: 5 }, finish: "stop" };
    }
    for (let from = 0; from < said.length; from += PIECE) request.onText(said.slice(from, from + PIECE));
    const calls = (reply.tools ?? []).map(({ name, arguments: given = {} }, i) => ({
      id: `call-${step}-${used}-${i}`,
      name,
      arguments: typeof given === "string" ? given : JSON.stringify(given),
    }));
    return { text: said, toolCalls: calls, usage: usage(said + JSON.stringify(calls)), finish: calls.length > 0 ? "tool_calls" : "stop" };
  }

  return {
    asked,
    /** The scripted model, under the name that it is priced by. */
    scripted: (name: string): Model => ({ name, bytesOf, ask: play }),
    /** The same model as before; what it is sent is kept. */
    overheard: (model: Model): Model => ({
      ...model,
      ask: (request) => {
        note(request);
        return model.ask(request);
      },
    }),
    /** From here on the script of step `number` is played. */
    begin(number: number, script: readonly Reply[]): void {
      step = number;
      replies = script;
      used = 0;
    },
    /** The model waits until the function that comes back is called. */
    pause(): () => void {
      let go: () => void = () => undefined;
      gate = new Promise((resolve) => (go = resolve));
      return go;
    },
    /** How often the model was asked in this step. */
    used: () => used,
  };
}

export type Prompter = ReturnType<typeof createPrompter>;

function bytesOf(request: ModelRequest): number {
  return Buffer.byteLength(JSON.stringify([request.messages, request.tools]));
}
