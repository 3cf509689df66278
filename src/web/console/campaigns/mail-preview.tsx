import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useMailPreview, useTestMail } from "../api/campaigns.ts";
import { Failed, Loading, Refused } from "../parts/states.tsx";

const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
];

/** How a campaign's mail looks, each of its texts in each language, and the way to send it to oneself. */
export function MailPreview({ campaign }: { campaign: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="stack">
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        aria-label={`${open ? "Close the preview" : "How it looks"}: ${campaign}`}
        onClick={() => setOpen(!open)}
        style={{ justifySelf: "start" }}
      >
        {open ? "Close the preview" : "How it looks"}
      </Button>
      {open ? <Shown campaign={campaign} /> : null}
    </div>
  );
}

function Shown({ campaign }: { campaign: string }) {
  const [language, setLanguage] = useState("en");
  const [text, setText] = useState(0);
  const shown = { campaign, language, text };
  const query = useMailPreview(shown);
  const test = useTestMail();
  const [sentTo, setSentTo] = useState("");
  return (
    <div className="stack">
      <div className="row">
        <NativeSelect aria-label="Language" data={LANGUAGES} value={language} onChange={(event) => setLanguage(event.currentTarget.value)} />
        <Button variant="default" onClick={() => setText(text + 1)}>
          Another text
        </Button>
        <Button
          variant="default"
          loading={test.busy}
          onClick={() => {
            setSentTo("");
            void test.run(shown).then(
              ({ address }) => setSentTo(address),
              () => undefined,
            );
          }}
        >
          Send it to me
        </Button>
      </div>
      <Refused error={test.error} />
      <p role="status">{sentTo === "" ? "" : `On its way to ${sentTo}.`}</p>
      {query.isPending ? <Loading rows={4} /> : null}
      {query.isError ? <Failed error={query.error} again={() => void query.refetch()} /> : null}
      {query.data ? (
        <figure className="mail-shown">
          <figcaption>
            <span className="quiet small">Subject, to a reader who is nobody</span>
            <strong>{query.data.subject}</strong>
          </figcaption>
          {/* Nothing in it may run, load or lead anywhere. */}
          <iframe title={`The mail of ${campaign}`} sandbox="" srcDoc={query.data.html} />
        </figure>
      ) : null}
    </div>
  );
}
