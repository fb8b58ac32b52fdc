/** How anybody checks the claim without believing this page. */
export function VerifyYourself() {
  return (
    <section aria-labelledby="verify-title">
      <h2 id="verify-title">See for yourself, in two minutes</h2>
      <ol class="seal-steps">
        <li>
          <strong>Turn off your network and go on.</strong> Flight mode, or pull the cable. Then open a file or the
          sample, walk through the pages and export. Everything works, because nothing is asked for.
        </li>
        <li>
          <strong>Watch the network.</strong> Press <kbd>F12</kbd> (<kbd>⌥ ⌘ I</kbd> on a Mac), choose Network, clear
          the list, open a file. The list stays empty but for lines that begin with <code>blob:</code> or{" "}
          <code>data:</code>, which are pieces of this page's own memory.
        </li>
        <li>
          <strong>Try to get out.</strong> Choose Console, type <code>fetch(location.href)</code> and press Enter. The
          browser refuses and names the policy. <code>fetch("https://example.com")</code> fares no better.
        </li>
        <li>
          <strong>Read the policies.</strong> Choose Elements. One policy stands first in the page's head; the second,
          which forbids all network, stands last in it, put there when the page sealed itself.
        </li>
      </ol>
      <p>
        The page can show you numbers, and a false copy of it could show false ones. These four steps ask your browser
        instead.
      </p>
    </section>
  );
}
