/** Where the promise ends. */
export function NotPromised({ limits }: { readonly limits: readonly string[] }) {
  return (
    <section aria-labelledby="limits-title">
      <h2 id="limits-title">What is not promised</h2>
      <ul class="seal-limits">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
        <li>
          You trust whoever serves the site: code that is changed before it reaches you can leave the seal out. Use an
          address you know, or build and host your own copy.
        </li>
        <li>
          Browser extensions can read the pages they are allowed on, this one too. So can other software on the device,
          the operating system, and a person behind you.
        </li>
        <li>
          What you export, print, copy or share is yours to guard. A link holds settings, and values of your data only
          if you tick that.
        </li>
        <li>
          The seal is built of what a page may do to itself. It stops mistakes, careless libraries and files with a
          trick in them. Hostile code that is already running inside the page is hindered in every way listed here, and
          in older browsers could still lead the tab to another address.
        </li>
        <li>A page cannot forbid that another shows it in a frame. It notices, and takes no file there.</li>
      </ul>
    </section>
  );
}
