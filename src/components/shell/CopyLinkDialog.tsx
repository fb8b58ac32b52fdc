import { useEffect, useRef, useState } from "preact/hooks";
import { format } from "../../charts/format";
import type { Link, Session } from "../../session/session";
import { copyLink, saveView } from "./copy-link";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { linkContents, listsInWords, valuesInWords } from "./link-words";

interface CopyLinkDialogProps {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shows what a link to this view tells, before it is copied; values of the file are in it only when they are ticked. */
export function CopyLinkDialog({ session, open, onClose }: CopyLinkDialogProps) {
  const [values, setValues] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    setValues(false);
    setRefused(false);
  }, [open]);
  const link = open ? session.link(values) : null;
  const copy = async (): Promise<void> => {
    if (link === null || (await copyLink(link))) onClose();
    else setRefused(true);
  };
  return (
    <Dialog
      kind="centre"
      title="Copy link"
      open={open}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={() => saveView(session, values)}>
            Save as a file
          </button>
          <button type="button" class="button button-main" autofocus onClick={() => void copy()}>
            {link !== null && link.cut.length > 0 ? `Copy without ${listsInWords(link.cut, session.pages)}` : "Copy"}
          </button>
        </>
      }
    >
      {link !== null && <LinkWindow {...{ session, link, values, refused }} onValues={setValues} />}
    </Dialog>
  );
}

interface LinkWindowProps {
  readonly session: Session;
  readonly link: Link;
  readonly values: boolean;
  readonly refused: boolean;
  readonly onValues: (values: boolean) => void;
}

function LinkWindow({ session, link, values, refused, onValues }: LinkWindowProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (refused) field.current?.select();
  }, [refused]);
  return (
    <div class="link-window">
      <p>For somebody who has the same file. It holds no rows. It tells:</p>
      <ul class="link-contents">
        {linkContents(session.view.value).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ValuesChoice {...{ session, values }} onChange={onValues} />
      <Limits {...{ session, link, refused }} />
      <label class="field">
        <span class="field-label">Link</span>
        <textarea ref={field} class="input link-text" rows={3} readOnly value={link.href} spellcheck={false} />
      </label>
    </div>
  );
}

interface ValuesChoiceProps {
  readonly session: Session;
  readonly values: boolean;
  readonly onChange: (values: boolean) => void;
}

function ValuesChoice({ session, values, onChange }: ValuesChoiceProps) {
  const chosen = valuesInWords(session.view.value, session.pages);
  if (chosen === "") return null;
  return (
    <div class="field-set">
      <label class="tick">
        <input
          type="checkbox"
          checked={values}
          aria-describedby="link-values"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span class="tick-word">Include these values from your data</span>
      </label>
      <p id="link-values" class="field-help">
        {values ? "The link names " : "The link is without these, and says so: "}
        {chosen}.
      </p>
    </div>
  );
}

function Limits({ session, link, refused }: Pick<LinkWindowProps, "session" | "link" | "refused">) {
  const count = (characters: number): string => format(characters, "count", "full");
  return (
    <div role="status">
      {link.cut.length > 0 && (
        <p class="banner banner-warning">
          <Icon name="warning" size={16} />
          <span>
            This view is too long for a link: {count(link.length)} characters, and {count(link.longest)} fit. A link can
            go without {listsInWords(link.cut, session.pages)}. A file takes all of it.
          </span>
        </p>
      )}
      {refused && (
        <p class="banner banner-warning">
          <Icon name="warning" size={16} />
          <span>The browser did not allow copying. The link below is selected: copy it by hand.</span>
        </p>
      )}
    </div>
  );
}
