import type { Logger, webApi } from "@slack/bolt";
import type { ChannelLog } from "../../conversations/channel.ts";

export type WebClient = webApi.WebClient;
/** What we use of the library; loaded by `start`, so it comes in as a value. */
export type Bolt = Pick<typeof import("@slack/bolt"), "App" | "LogLevel" | "SocketModeReceiver" | "webApi">;

/** What we know about ourselves in the workspace. */
export type Bot = { userId: string; botId: string | undefined; team: string };

/**
 * How we call Slack: no retries of its own (a hidden second post would double a reply), a rate limit comes back as
 * an error, and no answer within `timeoutMs` is a lost response.
 */
export function clientOptions(logger: Logger, timeoutMs: number, apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    logger,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** Asks Slack once who we are; a failure is not remembered. */
export function whoAmI(client: WebClient): () => Promise<Bot> {
  let known: Promise<Bot> | undefined;
  async function ask(): Promise<Bot> {
    const answer = await client.auth.test();
    return { userId: answer.user_id ?? "", botId: answer.bot_id, team: answer.team_id ?? "" };
  }
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

/**
 * What a failed call means for a message that was to be written:
 * - refused: Slack said no and always will
 * - not_written: it surely was not written; later is fine
 * - answered: Slack answered with trouble of its own, and some of it may have been done
 * - lost: no answer; it may have been written, or may yet be
 */
export type Trouble = { kind: "refused" | "answered" | "lost"; error: string } | { kind: "not_written"; error: string; afterMs?: number };

/** Slack's own errors that pass, and were raised before anything was done. */
const TRANSIENT = new Set(["ratelimited", "rate_limited", "request_timeout", "service_unavailable", "team_added_to_org"]);
/** "It's possible some aspect of the operation succeeded before the error was raised" (docs.slack.dev, chat.postMessage). */
const HALFWAY = new Set(["internal_error", "fatal_error"]);
/** The request never left: the name, the connection or the certificate was refused before a byte of it was written. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_ALTNAME_INVALID|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

export function judge(error: unknown): Trouble {
  const thrown = (error ?? {}) as { code?: string; data?: { error?: string }; statusCode?: number; retryAfter?: number; original?: unknown };
  if (thrown.code === "slack_webapi_rate_limited_error") {
    return { kind: "not_written", error: "ratelimited", afterMs: (thrown.retryAfter ?? 1) * 1000 };
  }
  if (thrown.code === "slack_webapi_platform_error") return judgeAnswer(thrown.data?.error ?? "unknown_error");
  if (thrown.code === "slack_webapi_http_error") {
    const status = thrown.statusCode ?? 0;
    return { kind: status >= 500 ? "answered" : "refused", error: `http_${status}` };
  }
  const code = causeCode(thrown.original ?? error);
  return { kind: NEVER_SENT.test(code) ? "not_written" : "lost", error: code.toLowerCase() };
}

function judgeAnswer(code: string): Trouble {
  if (TRANSIENT.has(code)) return { kind: "not_written", error: code };
  return { kind: HALFWAY.has(code) ? "answered" : "refused", error: code };
}

function causeCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.name === "TimeoutError") return "TIMEOUT";
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "CONNECTION_FAILED";
}

/** Bolt's and its clients' log lines, as a field of ours, without tokens. Their debug and info lines hold whole payloads: dropped. */
export function boltLogger(bolt: Bolt, log: ChannelLog): Logger {
  function detail(parts: unknown[]): Record<string, unknown> {
    const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
    return { detail: text.replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, "***").slice(0, 300) };
  }
  return {
    debug() {},
    info() {},
    warn: (...parts) => log.warn(detail(parts), "the slack library warns"),
    error: (...parts) => log.error(detail(parts), "the slack library reports an error"),
    setLevel() {},
    getLevel: () => bolt.LogLevel.WARN,
    setName() {},
  };
}
