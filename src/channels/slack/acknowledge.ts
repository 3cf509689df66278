import type { ReceiverEvent } from "@slack/bolt";

/** The one thing that a receiver needs of a Bolt app. */
export type Processor = { processEvent(event: ReceiverEvent): Promise<void> };

/**
 * Gives a payload to Bolt and answers Slack. Bolt acknowledges events before its listeners run, and Slack never sends
 * an acknowledged event again: a crash in between would lose a message. So for events the answer waits until the
 * listeners are done, which is after the commit. Buttons and forms are answered when their listener says so.
 * Rejects when a listener failed; then nothing was acknowledged.
 */
export async function processThenAcknowledge(
  app: Processor,
  event: Omit<ReceiverEvent, "ack">,
  acknowledge: (response?: unknown) => Promise<void>,
): Promise<void> {
  let answered = false;
  async function ackOnce(response?: unknown): Promise<void> {
    if (answered) return;
    answered = true;
    await acknowledge(response);
  }
  const isEvent = event.body["event"] !== undefined;
  await app.processEvent({ ...event, ack: isEvent ? async () => {} : ackOnce });
  await ackOnce();
}
