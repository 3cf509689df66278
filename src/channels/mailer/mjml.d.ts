// MJML 5 ships no types of its own: what the layout uses of it. https://documentation.mjml.io/#inside-node-js
declare module "mjml-core" {
  type Options = {
    presets: unknown[];
    fonts: Record<string, string>;
    keepComments: boolean;
    validationLevel: "strict";
    ignoreIncludes: true;
  };
  type Render = (mjml: string, options: Options) => Promise<{ html: string }>;
  // CommonJS with a default of its own: Node hands it in as it is, bundlers unwrap it.
  const core: Render | { default: Render };
  export default core;
}
declare module "mjml-preset-core" {
  const preset: unknown;
  export default preset;
}
