import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints, type Endpoint } from "../../src/http/contract.ts";
import { openServer, type Desk } from "./support.ts";

type Json = Record<string, unknown>;
let desk: Desk;
let document: Json & { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json>; securitySchemes: Json } };
beforeAll(async () => {
  desk = await openServer();
  document = (await (await desk.ask("/api/openapi.json")).json()) as typeof document;
});
afterAll(() => desk.close());

test("the document is OpenAPI 3.1 with every endpoint of the table, and nothing else", () => {
  expect(document["openapi"]).toBe("3.1.0");
  expect(document["info"]).toMatchObject({ title: "Standin", version: expect.any(String) as string });
  const listed = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(listed.toSorted()).toEqual((Object.values(endpoints) as Endpoint[]).map(({ method, path }) => `${method} ${path}`).toSorted());
});

test("every operation has an id of its own, its path's parameters, answers and a known security", () => {
  const ids = new Set<unknown>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const operation of Object.values(methods)) {
      ids.add(operation["operationId"]);
      const parameters = operation["parameters"] as { name: string; in: string; required: boolean; schema: Json }[];
      expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
      const responses = operation["responses"] as Record<string, Json>;
      expect(Object.keys(responses)).toHaveLength(2);
      for (const response of Object.values(responses)) expect(response["description"]).toEqual(expect.any(String));
      for (const scheme of (operation["security"] as Json[]).flatMap((one) => Object.keys(one)))
        expect(document.components.securitySchemes).toHaveProperty(scheme);
    }
  }
  expect(ids.size).toBe(Object.keys(endpoints).length);
});

test("every reference leads somewhere, and the named shapes are the contract's", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target as string);
  expect(references.length).toBeGreaterThan(50);
  for (const target of references) {
    expect(target).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(document.components.schemas).toHaveProperty(target.split("/").at(-1) as string);
  }
  expect(JSON.stringify(document)).not.toContain("$defs");
  expect(document.components.schemas["SendMessage"]).toMatchObject({ type: "object", required: ["id", "text"] });
  expect(document.components.schemas["ProblemDocument"]).toMatchObject({ required: ["type", "title", "status", "code"] });
});
