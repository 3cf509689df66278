import { describe, expect, test } from "vitest";
import { loadRulebook } from "../../src/rulebook/index.ts";
import { complaints, short } from "./short-book.ts";

// What the avatar may ask other systems is the owner's word, and a careless one is refused where it stands.

describe("tools of other systems", () => {
  const one = "tools: { order_status: { cost: 0.01 EUR } }";
  const book = (server: string) => `${short}tools: { servers: { shop: { ${server} } } }\n`;

  test("what may be left out is careful", () => {
    const { tools } = loadRulebook(book(`url: "http://127.0.0.1:4000/mcp", ${one}`), "policies.yaml").book;
    expect(tools.servers["shop"]?.tools["order_status"]).toMatchObject({ seconds: 10, characters: 4_000, calls: 3, quotable: false, fill: {} });
    expect(tools.servers["shop"]?.tools["order_status"]?.approved).toBeUndefined();
    expect(loadRulebook(short, "policies.yaml").book.tools).toEqual({ servers: {} });
  });

  test.each([
    [`${one}`, "nothing says how it is reached"],
    [`command: node, url: "https://x.example/", ${one}`, "not both"],
    [`url: "http://x.example/mcp", ${one}`, "expected an address such as https"],
    [`url: "https://me:secret@x.example/mcp", ${one}`, "expected an address such as https"],
    [`url: "https://x.example/mcp", headers: { Authorization: "Bearer abc" }, ${one}`, "never the secret itself"],
    ["command: node, tools: { order_status: { cost: 0.01 USD } }", "Write it in EUR"],
    ["command: node, tools: { order_status: { cost: 0.01 EUR, approved: yes-please } }", "standin -- tools"],
    ["command: node, tools: { order_status: { cost: 0.01 EUR, fill: { who: budget } } }", "one of externalId, email, language"],
    ['command: node, tools: { "order status": { cost: 0.01 EUR } }', "a tool's name as its server writes it"],
    [`command: node, tools: { ${Array.from({ length: 21 }, (_, i) => `t${i}: { cost: 0 EUR }`).join(", ")} }`, "21 tools are allowed"],
  ])("%s", (server, complaint) => {
    expect(complaints(book(server)).join("\n")).toContain(complaint);
  });

  test("a name that could be one of ours is no server's", () => {
    expect(complaints(`${short}tools: { servers: { my__shop: { command: node, ${one} } } }\n`).join("\n")).toContain("short name in small letters and digits");
  });
});
