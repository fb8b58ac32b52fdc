const ATTRIBUTE = /(\s(?:href|src|component-url|renderer-url|before-hydration-url)=")\/(?!\/)([^"]*")/gu;
const IN_STYLE = /url\((["']?)\/_astro\//gu;

/** From a page to the top of the site: "./" for index.html, "../../" for docs/files/index.html. */
export function wayToTop(page: string): string {
  return "../".repeat(page.split("/").length - 1) || "./";
}

/** The page with every address of the own site written from where the page lies, so that the site works under any path. */
export function withRelativeAddresses(html: string, page: string): string {
  return html.replace(ATTRIBUTE, (_whole, start: string, rest: string) => `${start}${wayToTop(page)}${rest}`);
}

/** A style sheet of the `_astro` folder that names its neighbours there from where it lies itself. */
export function withRelativeNeighbours(css: string): string {
  return css.replace(IN_STYLE, "url($1");
}
