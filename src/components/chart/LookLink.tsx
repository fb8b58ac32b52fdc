import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Look } from "../../charts/figure";
import { Looks } from "./looks";

interface LookLinkProps {
  readonly look: Look | null | undefined;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link to another look at the page; a press with a modifier stays the browser's. Plain where it leads nowhere. */
export function LookLink({ look, class: name, children }: LookLinkProps) {
  const looks = useContext(Looks);
  if (looks === null || look === null || look === undefined) return <>{children}</>;
  return (
    <a
      class={name}
      href={looks.href(look)}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        looks.take(look);
      }}
    >
      {children}
    </a>
  );
}
