import type { Receiver, webApi } from "@slack/bolt";
import type { ChannelLog } from "../../conversations/channel.ts";
import { processThenAcknowledge } from "./acknowledge.ts";
import { judge, type Bolt } from "./client.ts";

export type SocketReceiverOptions = {
  bolt: Bolt;
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: ChannelLog;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const GOODBYE_MS = 1000;

/**
 * Socket Mode with two changes to Bolt's own receiver: an envelope is acknowledged after the work is done, and we
 * connect again ourselves. Bolt's loop drops the promise of its second attempt: a refusal there (a token revoked
 * while we run) would be an unhandled rejection and end the process, and no third attempt would follow.
 */
export function socketReceiver(options: SocketReceiverOptions): Receiver {
  const { bolt, log } = options;
  const inner = new bolt.SocketModeReceiver({
    appToken: options.appToken,
    ...(options.clientOptions.logger ? { logger: options.clientOptions.logger } : {}),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options.clientOptions as NonNullable<InstallerClientOptions> },
    // Not acknowledged: Slack sends it again.
    processEventErrorHandler: async () => false,
  });
  const connection = keepConnected(inner.client, log);
  return {
    init(app) {
      inner.init({
        processEvent: ({ ack, ...event }) => processThenAcknowledge(app, event, (response) => ack(response)),
      } as typeof app);
    },
    async start() {
      inner.client.on("disconnected", connection.lost);
      await connection.start();
    },
    async stop() {
      connection.stop();
      // A peer that does not say goodbye must not hold up our own end.
      await Promise.race([inner.client.disconnect(), pause(GOODBYE_MS)]);
    },
  };
}

type InstallerClientOptions = NonNullable<ConstructorParameters<Bolt["SocketModeReceiver"]>[0]["installerOptions"]>["clientOptions"];

/**
 * Connects, and again whenever the connection is lost, with growing pauses. `start` rejects only when Slack refuses
 * us for good at the first attempt; all other trouble is worked on in the background.
 */
function keepConnected(client: { start(): Promise<unknown>; disconnect(): Promise<void> }, log: ChannelLog) {
  let stopped = false;
  let connecting = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Undefined when connected, else what went wrong. */
  async function connect(): Promise<Error | undefined> {
    connecting = true;
    try {
      await client.start();
      failures = 0;
      if (stopped) await client.disconnect();
      return undefined;
    } catch (error) {
      failures += 1;
      log.warn({ error: judge(error).error, failures }, "no socket to slack");
      return error instanceof Error ? error : new Error("the socket closed", { cause: error });
    } finally {
      connecting = false;
    }
  }
  async function reconnect(): Promise<void> {
    if (await connect()) connectLater();
  }
  function connectLater(): void {
    if (stopped) return;
    clearTimeout(timer);
    const wait = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
    timer = setTimeout(() => void reconnect(), wait);
  }
  return {
    async start() {
      const trouble = await connect();
      if (trouble && judge(trouble).kind === "refused") throw trouble;
      if (trouble) connectLater();
    },
    lost() {
      if (!connecting) connectLater();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
