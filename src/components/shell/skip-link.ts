/**
 * Lets the link past the menu move the focus without changing the address: what follows the # there is the view, and
 * following the link as it stands would throw the view away.
 */
export function catchSkipLink(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.skip-link") : null;
    const target = link === null ? null : document.getElementById(link.hash.slice(1));
    if (target === null) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView();
  });
}
