import type { Conversation, StaffMessage, Turn } from "../../../http/contract.ts";
import { useDrafts } from "../live/live.tsx";
import { Face } from "../parts/face.tsx";
import { Clock } from "../parts/time.tsx";
import { lineUp } from "./lineup.ts";
import { TurnMargin, turnsInShort } from "./turn-margin.tsx";

type TranscriptProps = {
  conversation: Conversation;
  /** decisions and costs under each message and closed, instead of beside it */
  compact?: boolean;
  /** new messages are read out */
  announced?: boolean;
};

/** What was said, each turn's decisions and costs beside the message that it produced. */
export function Transcript({ conversation, compact = false, announced = false }: TranscriptProps) {
  const { rows, loose } = lineUp(conversation.messages, conversation.turns);
  if (rows.length === 0) return <p className="quiet">Nothing has been said yet.</p>;
  const shape = compact ? "transcript" : "transcript transcript-margin";
  return (
    <>
      <ol className={shape} {...(announced ? { "aria-live": "polite", "aria-relevant": "additions" } : {})}>
        {rows.map(({ message, turns }) => (
          <li key={message.id} className="transcript-row">
            <Message message={message} turns={turns} />
            <Beside turns={turns} closed={compact} />
          </li>
        ))}
        {loose.length > 0 ? (
          <li className="transcript-row">
            <p className="quiet">Turns whose messages are not shown here</p>
            <Beside turns={loose} closed={compact} />
          </li>
        ) : null}
      </ol>
      <div className={shape}>
        <Writing />
      </div>
    </>
  );
}

function Beside({ turns, closed }: { turns: Turn[]; closed: boolean }) {
  if (turns.length === 0) return closed ? null : <div />;
  const whole = turns.map((turn) => <TurnMargin key={turn.id} turn={turn} />);
  if (!closed) return <div className="beside">{whole}</div>;
  return (
    <details className="beside">
      <summary>{turnsInShort(turns)}</summary>
      {whole}
    </details>
  );
}

function Message({ message, turns }: { message: StaffMessage; turns: Turn[] }) {
  return (
    <article className={`said said-${message.from}`} aria-label={`${speaker(message)} at ${message.at}`}>
      <p className="said-head">
        {message.from === "avatar" ? <Face size={24} state={turns.some(fellShort) ? "sorry" : "neutral"} /> : null}
        <strong>{speaker(message)}</strong>
        <span className="quiet small">
          <Clock at={message.at} />
        </span>
      </p>
      <p className="said-text">{message.text}</p>
      {message.sources.length > 0 ? (
        <ul className="sources" aria-label="Sources">
          {message.sources.map((source) => (
            <li key={source.url}>
              {/^(https?:|\/)/.test(source.url) ? (
                <a href={source.url} target="_blank" rel="noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}

/** The avatar could not answer, or no person was granted: then its face was sorry. */
function fellShort({ outcome, decisions }: Turn): boolean {
  return outcome === "fallback" || decisions.some(({ policy, verdict }) => policy === "escalate" && verdict === "deferred");
}

function speaker(message: StaffMessage): string {
  if (message.from === "avatar") return `${message.name || "The avatar"} (AI)`;
  if (message.from === "notice") return "Notice";
  return message.name || (message.from === "contact" ? "Contact" : "Staff");
}

/** Provisional: greyed until the message comes, and gone when it is taken back. Screen readers wait for the message. */
function Writing() {
  const drafts = useDrafts();
  const texts = Object.entries(drafts.byId).filter(([, draft]) => draft.text !== "");
  if (texts.length === 0 && !drafts.typing) return null;
  return (
    <>
      {texts.map(([id, draft]) => (
        <div key={id} className="transcript-row">
          <div className="said said-draft">
            <p className="said-head">
              <Face size={24} state="answering" /> <span className="quiet">is writing; may still change</span>
            </p>
            <p className="said-text">{draft.text}</p>
          </div>
        </div>
      ))}
      {texts.length === 0 ? (
        <div className="transcript-row">
          <p className="said-head quiet">
            <Face size={24} state="thinking" /> The avatar is thinking…
          </p>
        </div>
      ) : null}
    </>
  );
}
