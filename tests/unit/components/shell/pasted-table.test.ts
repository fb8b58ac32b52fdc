import { describe, expect, it } from "vitest";
import { htmlTable } from "../../../../src/components/shell/html-table";
import { pastedFiles, pastedTable } from "../../../../src/components/shell/pasted-table";

const clipboard = (text: string, html = "", files: readonly File[] = []): DataTransfer =>
  ({ getData: (type: string) => (type === "text/html" ? html : text), files }) as unknown as DataTransfer;

describe("a pasted table", () => {
  it.each([
    ["tabs", "a\tb\n1\t2\n"],
    ["semicolons", "a;b\n1;2"],
    ["commas", "\n a,b\n1,2"],
    ["JSON", '[{"a":1}]'],
  ])("is text with %s", async (_, text) => {
    expect(await pastedTable(text)?.text()).toBe(`${text.trim()}\n`);
    expect(pastedTable(text)?.name).toBe("pasted table");
  });

  it.each(["", "word", "a line, with a comma", "Dear all,\nthis is a letter.\n", "one\ntwo\nthree"])(
    "is not %j",
    (text) => {
      expect(pastedTable(text)).toBeNull();
    },
  );

  it("is taken as text before a picture of it, from HTML where there is no text, and from copied files", async () => {
    const picture = new File(["…"], "image.png");
    expect((await pastedFiles(clipboard("a\tb\n1\t2", "", [picture]))?.[0]?.text()) ?? "").toBe("a\tb\n1\t2\n");
    expect((await pastedFiles(clipboard("", "<table><tr><td>a<td>b</table>"))?.[0]?.text()) ?? "").toBe("a\tb\n");
    expect(pastedFiles(clipboard("", "", [picture]))).toEqual([picture]);
    expect(pastedFiles(clipboard("hello"))).toBeNull();
  });
});

describe("a table in HTML", () => {
  it("gives its cells as text, whatever is around and inside them", () => {
    const html = `<meta charset='utf-8'><p>before</p><TABLE border=1><style>td{}</style><thead><tr><th>id</th><th colspan="2">name</th></tr></thead>
      <tbody><tr><td> 1 </td><td><b>a</b> &amp; &lt;i&gt;&nbsp;&#252;&#x1F600;</td><td>x<br>y</td></tr>
      <tr><td>2<td>"q"<!-- no --><td><script>alert(1)</script>z</tr></tbody></table><table><tr><td>another</td></tr></table>`;
    expect(htmlTable(html)).toBe('id\tname\t\n1\ta & <i>\u00a0ü😀\t"x\ny"\n2\t"""q"""\tz');
  });

  it("is null where there is none", () => {
    for (const html of ["", "<p>text</p>", "<table></table>", "<tr><td>1</td></tr>"])
      expect(htmlTable(html)).toBeNull();
  });

  it("ends soon on a text made to be slow: a pattern that backtracks would take minutes", () => {
    const slow = ["<", "&", " ", "<!--", "<td"].map((piece) => piece.repeat(200_000)).join("");
    expect(htmlTable(`<table><tr><td>x</td><td>${slow}</td></tr></table>`)).toContain("x\t");
  });
});
