import { rooted } from "./navigation";
import { follow } from "./Rail";

interface FooterProps {
  readonly base: string;
  /** Given inside the workbench: returns true when it moved there itself. */
  readonly onGo?: (page: string) => boolean;
}

/** Where to read more, on every page. */
export function Footer({ base, onGo }: FooterProps) {
  return (
    <footer class="footer">
      <p>Clientele. Customer analytics that never leaves the client.</p>
      <nav aria-label="Reading">
        <a href={rooted(base, "privacy/")} onClick={(event) => follow(event, "privacy", onGo)}>
          Privacy
        </a>
        <a href={rooted(base, "docs/methods/")}>Methods</a>
        <a href={rooted(base, "docs/files/")}>Files</a>
        <a href={rooted(base, "licences.txt")}>Licences</a>
      </nav>
    </footer>
  );
}
