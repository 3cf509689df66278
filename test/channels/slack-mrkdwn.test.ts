import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitText, toMrkdwn } from "../../src/channels/slack/mrkdwn.ts";

describe("Markdown as Slack shows it", () => {
  test.each([
    ["**bold** and *slanted* and ***both***", "*bold* and _slanted_ and *_both_*"],
    ["__bold__ and _slanted_", "*bold* and _slanted_"],
    ["~~gone~~", "~gone~"],
    ["# Title\ntext", "*Title*\ntext"],
    ["## The **whole** `path` ##", "*The whole `path`*"],
    ["- one\n* two\n  + deep", "• one\n• two\n  • deep"],
    ["1. one\n2. two", "1. one\n2. two"],
    ["> said **so**", "> said *so*"],
    ["a [link](https://e.com/a?b=1&c=2).", "a <https://e.com/a?b=1&amp;c=2|link>."],
    ["[**bold** link](https://e.com)", "<https://e.com|bold link>"],
    ["[wiki](https://e.com/a_(b)_c)", "<https://e.com/a_(b)_c|wiki>"],
    ["![picture](https://e.com/p.png)", "<https://e.com/p.png|picture>"],
    ["<https://e.com>", "<https://e.com>"],
    ["https://e.com/a**b**c", "https://e.com/a**b**c"],
    ["[run](javascript:alert(1)) [x](//e.com)", "run x"],
    ["[a|b>c](https://e.com/x|y>z)", "[a|b&gt;c](https://e.com/x|y&gt;z)"],
    ["`**not bold** <b>`", "`**not bold** &lt;b&gt;`"],
    ["[`code`](https://e.com)", "<https://e.com|`code`>"],
    ["```sql\nselect * from a where b < 1 & c **d**\n```", "```\nselect * from a where b &lt; 1 &amp; c **d**\n```"],
    ["```\nnever closed", "```\nnever closed\n```"],
    ["2 * 3 * 4 and snake_case_name and a ** b", "2 * 3 * 4 and snake_case_name and a ** b"],
    ["\\*literal\\* \\[x\\]", "*literal* [x]"],
    ["<!channel> <@U1> & <script>", "&lt;!channel&gt; &lt;@U1&gt; &amp; &lt;script&gt;"],
    ["<https://e.com`a b`>", "&lt;https://e.com`a b`&gt;"],
    ["<https://e.com`a|evil`> [x](https://e.com`|y`)", "&lt;https://e.com`a|evil`&gt; x"],
    ["", ""],
  ])("%j", (markdown, expected) => {
    expect(toMrkdwn(markdown)).toBe(expected);
  });

  test("whatever is written, only our own links open an angle bracket, and none is a command", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "!channel",
      "@U1",
      "|",
      "[",
      "](",
      ")",
      "https://e.com",
      "`",
      "**",
      "*",
      "\n",
      "&",
      "\uE000",
      "\uE0030\uE003",
      "\\",
      "```",
      "a b",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const shown = toMrkdwn(pieces.join(""));
        expect(
          shown
            .replace(/<(?:https?:\/\/|mailto:)[^<>\s|]*(?:\|[^<>\n]*)?>/g, "")
            .replace(/^> /gm, "")
            .replace(/^(> )+/gm, ""),
        ).not.toMatch(/[<\uE000-\uE003]/);
        expect(shown).not.toMatch(/<[!@#]/);
      }),
      { numRuns: 2000 },
    );
  });

  test("an adversary's line takes no time", () => {
    const began = performance.now();
    for (const bait of [
      "*".repeat(16_000),
      ">".repeat(16_000),
      "> ".repeat(16_000),
      "[".repeat(16_000),
      "`".repeat(16_000),
      "**a".repeat(5_000),
      "[a](".repeat(4_000),
      "__ ".repeat(5_000),
      "](<".repeat(5_000),
      "~~a".repeat(5_000),
      "*a ".repeat(5_000),
      "`a``".repeat(4_000),
    ])
      toMrkdwn(bait);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("splitting", () => {
  test("short text stays whole", () => expect(splitText("a\n\nb", 100)).toEqual(["a\n\nb"]));

  test("paragraphs first, then lines, then words", () => {
    expect(splitText(`${"a".repeat(60)}\n\n${"b".repeat(60)}`, 100)).toEqual(["a".repeat(60), "b".repeat(60)]);
    expect(splitText(`${"a".repeat(60)}\n${"b".repeat(60)}`, 100)).toEqual(["a".repeat(60), "b".repeat(60)]);
    expect(splitText(`${"a".repeat(60)} ${"b".repeat(60)}`, 100)).toEqual(["a".repeat(60), "b".repeat(60)]);
  });

  test("a code block that is cut is closed and opened again", () => {
    const parts = splitText(`\`\`\`\n${"line of code\n".repeat(20)}\`\`\``, 100);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/^```\n[\s\S]*\n```$/);
  });

  test("neither a link, an entity nor a character is cut", () => {
    const link = "<https://e.com/a|a label of many words that is long>";
    expect(splitText(`${"x".repeat(70)} ${link} end`, 100)).toEqual(["x".repeat(70), `${link} end`]);
    for (const part of splitText("&amp;".repeat(100), 99)) expect(part).toMatch(/^(&amp;)+$/);
    for (const part of splitText("😀".repeat(200), 99)) expect(part.isWellFormed()).toBe(true);
  });

  test("nothing is lost, no part is too long, and it ends", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("word ", "\n\n", "\n", "a-long-word-without-any-end", "&amp;", "😀"), { maxLength: 200 }), (pieces) => {
        const text = pieces.join("");
        const parts = splitText(text, 80);
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(80);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
