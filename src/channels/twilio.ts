import type { IncomingMessage, ServerResponse } from "node:http";
import type { Twilio } from "twilio";
import { z } from "zod";
import type { CallStep, Dialled, HeardBy, Progress, Spoken, TelephonyHost, TelephonyProvider } from "../care/telephony.ts";

const blankIsUnset = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value));

/** Twilio's account, the number that rings, and for tests where its REST API is. Its package is loaded only when the first three are there. */
export const twilioSettings = z.object({
  TWILIO_ACCOUNT_SID: blankIsUnset.optional(),
  TWILIO_AUTH_TOKEN: blankIsUnset.optional(),
  TWILIO_FROM: blankIsUnset.optional(),
  TWILIO_API_URL: blankIsUnset.pipe(z.url({ protocol: /^https?$/ }).optional()).optional(),
});
export type TwilioSettings = z.output<typeof twilioSettings>;

const PATH = "/telephony/twilio";
const API = "https://api.twilio.com";
const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024; // Twilio's forms have some 2 KB
/** A voice listens so long after its last word before it hangs up. */
const LISTEN_SECONDS = 4;

/** Twilio, https://www.twilio.com/docs/voice. Undefined when it is not configured. */
export function createTwilio(settings: TwilioSettings | undefined): TelephonyProvider | undefined {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from, TWILIO_API_URL: api = API } = settings ?? {};
  if (!account || !token || !from) return undefined;
  return {
    name: "twilio",
    async start(host) {
      const twilio = await import("twilio");
      const client = openClient(twilio.default, { account, token, api });
      host.mount(PATH, (request, response) => void answer({ twilio: twilio.default, token, host }, request, response));
      const address = (call: string, step: string) => `${host.publicUrl}${PATH}?${query(call, step)}`;
      return {
        name: "twilio",
        async dial({ call, to, mostSeconds, ringSeconds }) {
          return client.calls
            .create({
              to,
              from,
              url: address(call, "begins"),
              statusCallback: address(call, "status"),
              statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
              timeLimit: mostSeconds,
              timeout: ringSeconds,
              machineDetection: "DetectMessageEnd",
            })
            .then((made): Dialled => ({ state: "created", provider: made.sid }), notDialled);
        },
        async look(provider) {
          const found = await client
            .calls(provider)
            .fetch()
            .catch((error: unknown) => {
              host.log.warn({ err: error }, "a call could not be looked up");
              return undefined;
            });
          return found && progressOf({ CallSid: found.sid, CallStatus: found.status, CallDuration: found.duration, AnsweredBy: found.answeredBy });
        },
      };
    },
  };
}

function query(call: string, step: string): string {
  return new URLSearchParams({ call, step }).toString();
}

type Sdk = typeof import("twilio");

function openClient(twilio: Sdk, { account, token, api }: { account: string; token: string; api: string }): Twilio {
  const http = new twilio.RequestClient({ timeout: TIMEOUT_MS });
  const request = http.request.bind(http);
  http.request = (options) => request({ ...options, uri: options.uri.replace(API, api) });
  return twilio(account, token, { httpClient: http });
}

/** What it has refused was surely not rung; of a silence nobody can tell. https://www.twilio.com/docs/usage/requests-to-twilio */
function notDialled(error: unknown): Dialled {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (typeof status === "number" && status >= 400 && status < 500 && status !== 408) return { state: "refused", error: `http_${status}` };
  if (code === "ECONNREFUSED" || code === "ENOTFOUND") return { state: "refused", error: code.toLowerCase() };
  return { state: "unknown", error: typeof status === "number" ? `http_${status}` : typeof code === "string" ? code.toLowerCase() : "no_answer" };
}

type House = { twilio: Sdk; token: string; host: TelephonyHost };

async function answer({ twilio, token, host }: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const form = await readForm(request);
    const signature = String(request.headers["x-twilio-signature"] ?? "");
    if (!form || request.method !== "POST" || !twilio.validateRequest(token, signature, `${host.publicUrl}${request.url ?? ""}`, form))
      return end(response, 403);
    const asked = new URL(request.url ?? "", host.publicUrl).searchParams;
    const [call, step] = [asked.get("call") ?? "", asked.get("step") ?? ""];
    if (step === "status") {
      const progress = progressOf(form);
      if (progress) await host.progress(call, progress);
      return end(response, 204);
    }
    const { CallSid: provider = "", Digits: keys = "", SpeechResult: speech = "" } = form;
    const spoken = await host.talk(call, { provider, begins: step === "begins", keys, speech, heardBy: heardBy(form["AnsweredBy"]) });
    end(response, 200, script(twilio, spoken, `${host.publicUrl}${PATH}?${query(call, "heard")}`));
  } catch (error) {
    host.log.error({ err: error }, "a word of the telephone provider was not understood");
    end(response, 500);
  }
}

function script(twilio: Sdk, { language, say, listen }: Spoken, action: string): string {
  const { VoiceResponse } = twilio.twiml;
  const voice = new VoiceResponse();
  const spoken = SPEAKS[language.slice(0, 2)] ?? { say: "en-GB", hear: "en-GB" };
  type Hearing = NonNullable<NonNullable<Parameters<typeof voice.gather>[0]>["language"]>;
  type Language = NonNullable<Parameters<typeof voice.say>[0]["language"]>;
  const inLanguage = { language: spoken.say as Language };
  // All is said inside: a key or a word interrupts it at any moment.
  const gather = listen
    ? voice.gather({
        input: ["dtmf", "speech"],
        action,
        actionOnEmptyResult: true,
        numDigits: 1,
        timeout: LISTEN_SECONDS,
        speechTimeout: "auto",
        language: spoken.hear as Hearing,
      })
    : voice;
  for (const words of say) gather.say(inLanguage, words);
  if (!listen) voice.hangup();
  return voice.toString();
}

/** Twilio's names of the languages that we speak, https://www.twilio.com/docs/voice/twiml/say and …/gather. */
const SPEAKS: Record<string, { say: string; hear: string }> = {
  en: { say: "en-GB", hear: "en-GB" },
  de: { say: "de-DE", hear: "de-DE" },
  fr: { say: "fr-FR", hear: "fr-FR" },
  es: { say: "es-ES", hear: "es-ES" },
  it: { say: "it-IT", hear: "it-IT" },
  pt: { say: "pt-PT", hear: "pt-PT" },
  nl: { say: "nl-NL", hear: "nl-NL" },
  pl: { say: "pl-PL", hear: "pl-PL" },
  ja: { say: "ja-JP", hear: "ja-JP" },
  ar: { say: "arb", hear: "ar-EG" },
};

const STEPS: Record<string, CallStep> = {
  queued: "queued",
  initiated: "initiated",
  ringing: "ringing",
  "in-progress": "answered",
  answered: "answered",
  completed: "completed",
  busy: "busy",
  "no-answer": "no_answer",
  failed: "failed",
  canceled: "canceled",
};

function progressOf(form: Record<string, string | undefined>): Progress | undefined {
  const step = STEPS[form["CallStatus"] ?? ""];
  const provider = form["CallSid"];
  if (!step || !provider) return undefined;
  const seconds = Number(form["CallDuration"] ?? Number.NaN);
  return { step, provider, seconds: Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : null, heardBy: heardBy(form["AnsweredBy"]) };
}

function heardBy(answered: string | undefined): HeardBy | null {
  if (!answered) return null;
  if (answered === "human") return "person";
  return answered.startsWith("machine") || answered === "fax" ? "machine" : "unknown";
}

async function readForm(request: IncomingMessage): Promise<Record<string, string> | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString("utf8")));
}

function end(response: ServerResponse, status: number, xml?: string): void {
  response.writeHead(status, xml === undefined ? {} : { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" });
  response.end(xml);
}
