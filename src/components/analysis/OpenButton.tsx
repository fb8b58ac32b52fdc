import { Icon } from "../shell/Icon";

interface OpenButtonProps {
  readonly open: boolean;
  /** What a press does while it is open, and while it is shut. */
  readonly close: string;
  readonly change: string;
  readonly disabled?: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Opens and shuts what is to be changed below it. */
export function OpenButton({ open, close, change, disabled = false, onOpen }: OpenButtonProps) {
  return (
    <button type="button" class="button" aria-expanded={open} disabled={disabled} onClick={() => onOpen(!open)}>
      <Icon name="sliders" size={16} /> {open ? close : change}
    </button>
  );
}
