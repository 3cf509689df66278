import "express";
export { customers } from "./Customer_Routes.ts";
export { wish } from "./helpers.ts";
