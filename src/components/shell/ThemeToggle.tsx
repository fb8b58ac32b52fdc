import { Icon } from "./Icon";
import { toggleTheme } from "./preferences";
import { say } from "./toasts";

/** Light or dark, remembered on this device. */
export function ThemeToggle() {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Switch between light and dark"
      onClick={() => say(toggleTheme() === "dark" ? "Dark colours." : "Light colours.")}
    >
      <Icon name="theme" />
    </button>
  );
}
