import { Button, Textarea } from "@mantine/core";
import { Refused } from "./states.tsx";
import { calendarDate } from "./when.ts";

type GivenProps = {
  consent: { id: string; givenAt: string; recordedBy: { name: string } };
  withdraw: { run(id: string): Promise<unknown>; busy: boolean; error: Error | null };
};

/** When somebody's word was given and who wrote it down; and the way to write down that they took it back. */
export function Given({ consent, withdraw }: GivenProps) {
  return (
    <>
      <p className="quiet small">
        Given on {calendarDate(consent.givenAt)}, written down by {consent.recordedBy.name}.
      </p>
      <Refused error={withdraw.error} />
      <Button
        variant="default"
        size="xs"
        loading={withdraw.busy}
        onClick={() => void withdraw.run(consent.id).catch(() => undefined)}
        style={{ justifySelf: "start" }}
      >
        They took it back
      </Button>
    </>
  );
}

/** In which words they agreed: without them a consent is a claim of ours. */
export function InWhichWords({ words, onWords }: { words: string; onWords(words: string): void }) {
  return (
    <Textarea
      label="In which words"
      description="What they said or wrote, and where."
      required
      autosize
      minRows={1}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
    />
  );
}
