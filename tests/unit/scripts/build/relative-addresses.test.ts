import { describe, expect, it } from "vitest";
import {
  wayToTop,
  withRelativeAddresses,
  withRelativeNeighbours,
} from "../../../../scripts/build/relative-addresses.ts";

describe("withRelativeAddresses", () => {
  it("writes every own address from where the page lies", () => {
    const html = `<link href="/_astro/a.css"><script src="/_astro/b.js"></script><astro-island component-url="/_astro/c.js" renderer-url="/_astro/d.js"></astro-island><a href="/">Home</a><a class="x" href="/docs/">Docs</a>`;
    expect(withRelativeAddresses(html, "docs/files/index.html")).toBe(html.replaceAll('="/', '="../../'));
    // A bare name would be a package for import().
    expect(withRelativeAddresses(html, "index.html")).toContain('component-url="./_astro/c.js"');
    expect(withRelativeAddresses('<a href="/">Home</a>', "index.html")).toBe('<a href="./">Home</a>');
  });

  it("leaves other hosts, fragments and text alone", () => {
    const html = `<a href="//else.example/">x</a><a href="#main">y</a><a href="https://else.example/">z</a><p>href=&quot;/a&quot;</p>`;
    expect(withRelativeAddresses(html, "data/index.html")).toBe(html);
  });

  it("counts folders", () => {
    expect(["index.html", "data/index.html", "docs/files/index.html"].map(wayToTop)).toEqual(["./", "../", "../../"]);
  });
});

describe("withRelativeNeighbours", () => {
  it("names a font beside the style sheet, quoted or not", () => {
    expect(withRelativeNeighbours(`a{src:url(/_astro/i.woff2)}b{src:url("/_astro/j.woff2")}c{src:url(data:x)}`)).toBe(
      `a{src:url(i.woff2)}b{src:url("j.woff2")}c{src:url(data:x)}`,
    );
  });
});
