import base from "./base.css?inline";
import ends from "./ends.css?inline";
import fields from "./fields.css?inline";
import points from "./points.css?inline";

/** Everything the documents need, in one piece. */
export const style: string = [base, fields, points, ends].map((part) => part.trim()).join("");
