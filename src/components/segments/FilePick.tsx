import { useRef } from "preact/hooks";
import { Icon } from "../shell/Icon";

interface FilePickProps {
  readonly label: string;
  /** Endings, as the browser's dialog filters them. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
}

/** A button that asks for one file from this device. */
export function FilePick({ label, accept, onPick }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        <Icon name="upload" size={16} /> {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file !== undefined) onPick(file);
        }}
      />
    </>
  );
}
