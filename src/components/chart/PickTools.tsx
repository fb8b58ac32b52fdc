import { Icon, type IconName } from "../shell/Icon";
import type { DragMode } from "./picking";

interface PickToolsProps {
  readonly mode: DragMode;
  readonly onMode: (mode: DragMode) => void;
}

const MODES: readonly { readonly mode: DragMode; readonly icon: IconName; readonly label: string }[] = [
  { mode: "lasso", icon: "lasso", label: "Draw around customers" },
  { mode: "select", icon: "box", label: "Pick a box" },
  { mode: "zoom", icon: "zoom", label: "Look closer" },
];

/** What a drag on the chart does. */
export function PickTools({ mode, onMode }: PickToolsProps) {
  return (
    <div class="fig-pick-tools" role="group" aria-label="What dragging does">
      {MODES.map((one) => (
        <button
          key={one.mode}
          type="button"
          class="fig-pick-tool"
          aria-pressed={mode === one.mode}
          title={one.label}
          onClick={() => onMode(one.mode)}
        >
          <Icon name={one.icon} size={16} />
          <span class="visually-hidden">{one.label}</span>
        </button>
      ))}
    </div>
  );
}
