import { z } from "zod";
import * as contract from "./contract.ts";
import { endpoints, type Endpoint } from "./contract.ts";
import { problemCodes } from "./problems.ts";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the very schemas that the server checks with. */
export function openApiDocument(publicUrl: string, version: string): Json {
  const names = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries(contract)) if (value instanceof z.ZodType) names.add(value, { id: name });
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(name, endpoint, (schema) => describe(schema, names, schemas));
  }
  describe(contract.ProblemDocument, names, schemas);
  return {
    openapi: "3.1.0",
    info: {
      title: "Standin",
      version,
      description:
        "The avatar that stands in for a support team and knows what every conversation costs. Money is a decimal string with six places; times are RFC 3339 in UTC; every write takes an Idempotency-Key.",
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: "http", scheme: "bearer", description: "The session of a chat" },
        staffKey: { type: "http", scheme: "bearer", description: "One of STAFF_API_KEYS" },
        consoleCookie: {
          type: "apiKey",
          in: "cookie",
          name: "standin_session",
          description: "A console session; writes also need the header X-Standin-Csrf: 1",
        },
      },
    },
  };
}

function operation(name: string, endpoint: Endpoint, schemaOf: (schema: z.ZodType) => Json): Json {
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => ({ name: part, in: "path", required: true, schema: { type: "string" } }));
  const inQuery = Object.entries(endpoint.query?.shape ?? {}).map(([key, schema]) => ({
    name: key,
    in: "query",
    required: false,
    schema: schemaOf(schema as z.ZodType),
  }));
  const inHeader = endpoint.body ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 255 } }] : [];
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split("/")[2]],
    security: securityOf(endpoint),
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(endpoint.body
      ? { requestBody: { required: !endpoint.body.safeParse(undefined).success, content: { "application/json": { schema: schemaOf(endpoint.body) } } } }
      : {}),
    responses: {
      [endpoint.status]: {
        description: endpoint.auth === "owner" ? "Done (an owner's call)" : "Done",
        ...(endpoint.response ? { content: { [endpoint.stream ? "text/event-stream" : "application/json"]: { schema: schemaOf(endpoint.response) } } } : {}),
      },
      default: {
        description: `A problem document (RFC 9457). Codes: ${problemCodes.join(", ")}.`,
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/ProblemDocument" } } },
      },
    },
  };
}

function securityOf({ auth }: Endpoint): Json[] {
  if (auth === "public") return [];
  return auth === "session" ? [{ session: [] }] : [{ staffKey: [] }, { consoleCookie: [] }];
}

/** A schema with its named parts moved to the components. */
function describe(schema: z.ZodType, names: z.core.$ZodRegistry<{ id: string }>, components: Json): Json {
  const json = z.toJSONSchema(schema, { io: "input", metadata: names, unrepresentable: "any" }) as Json;
  const text = JSON.stringify(json).replaceAll("#/$defs/", "#/components/schemas/");
  const { $schema: _dialect, $defs, ...rest } = JSON.parse(text) as { $schema?: unknown; $defs?: Json } & Json;
  for (const [name, part] of Object.entries($defs ?? {})) components[name] = part;
  const own = names.get(schema)?.id;
  if (own === undefined) return rest;
  if (rest["$ref"] === undefined) components[own] = rest;
  return { $ref: `#/components/schemas/${own}` };
}
