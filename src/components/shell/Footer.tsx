import { rooted } from "./navigation";

/** Where to read more, on every page. */
export function Footer({ base }: { readonly base: string }) {
  return (
    <footer class="footer">
      <p>Clientele. Customer analytics that never leaves the client.</p>
      <nav aria-label="Reading">
        <a href={rooted(base, "docs/privacy/")}>Privacy</a>
        <a href={rooted(base, "docs/methods/")}>Methods</a>
        <a href={rooted(base, "docs/files/")}>Files</a>
      </nav>
    </footer>
  );
}
