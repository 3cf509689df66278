// A house with one fault in each file: the comments name the rule that must find it.
import "./app.ts";
export const port = process.env["PORT"];
