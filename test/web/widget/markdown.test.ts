import { describe, expect, it } from "vitest";
import { closeOpenMarks, isSafeUrl, toHtml } from "../../../src/web/widget/markdown.ts";

describe("Markdown of a message", () => {
  it.each([
    ["**b** *i* ~~d~~ `a<b`", "<p><strong>b</strong> <em>i</em> <del>d</del> <code>a&#60;b</code></p>"],
    ["# Title", "<p><strong>Title</strong></p>"],
    ["one\ntwo", "<p>one<br>two</p>"],
    ["3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'],
    ["- [x] a", "<ul><li>☑ a</li></ul>"],
    ["```sh\nls <x>\n```", "<pre><code>ls &#60;x&#62;</code></pre>"],
    ["|a|\n|-|\n|**1**|", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><strong>1</strong></td></tr></tbody></table>"],
    ["10&nbsp;€ & more", "<p>10&nbsp;€ &#38; more</p>"],
    ["[page](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&#38;b=2">page</a></p>'],
    ["write to me@example.org", '<p>write to <a href="mailto:me@example.org">me@example.org</a></p>'],
  ])("%j", (markdown, html) => {
    expect(toHtml(markdown)).toBe(html);
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onclick=x>bold</b> <style>*{}</style>",
    "<div>\n\n<iframe src=//evil></iframe>\n\n</div>",
    "<!-- comment --> <svg/onload=alert(1)>",
    "![pixel](https://evil.example/p.png)",
    "[x](javascript:alert(1)) [y](data:text/html,x) [z](vbscript:x) [w](/console)",
    "[x](java&#115;cript:alert(1)) [y](JaVaScRiPt:alert(1)) <javascript:alert(1)>",
    '[x](https://e.org "onmouseover=alert(1)") [r]\n\n[r]: javascript:alert(1)',
  ])("makes nothing of %j but harmless marks", (markdown) => {
    const tags = toHtml(markdown).match(/<[^>]*>/g) ?? [];
    for (const tag of tags) expect(tag).toMatch(/^<\/?(?:p|strong|em|br|hr)>$|^<\/?a(?: href="https:\/\/e\.org")?>$/);
  });
});

it.each([">", "> ", "- ", "1. ", "> - * 2) "])("does not go down ten thousand steps of %j", (mark) => {
  const html = toHtml(`${mark.repeat(10_000)}at the bottom`);
  expect(html).toContain("at the bottom");
  expect(html.length).toBeLessThan(2_000);
});

it("opens web and mail addresses only", () => {
  expect(["https://a.org", "http://a.org", "mailto:a@b.org"].every(isSafeUrl)).toBe(true);
  expect(["javascript:x", " javascript:x", "data:,x", "/path", "//host", "", "file:///etc", "blob:https://a"].some(isSafeUrl)).toBe(false);
});

it.each([
  ["some **bold te", "some **bold te**"],
  ["some **bold** and", "some **bold** and"],
  ["some **", "some "],
  ["run `marl-ba", "run `marl-ba`"],
  ["```sh\nls `x", "```sh\nls `x"],
  ["odd ** here\n\nnext **x", "odd ** here\n\nnext **x**"],
])("closes the open marks of the draft %j", (draft, closed) => {
  expect(closeOpenMarks(draft)).toBe(closed);
});
