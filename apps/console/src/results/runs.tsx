import type { Run } from "@manyi/reports/document/run";
import { keyed } from "../controls/keyed.ts";

/** Stretches of text, each of its kind. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return keyed(runs).map(({ key, item }) => <RunView key={key} run={item} />);
}

function RunView({ run }: { readonly run: Run }) {
  switch (run.kind) {
    case "plain":
      return run.text;
    case "strong":
      return <strong>{run.text}</strong>;
    case "subscript":
      return <sub>{run.text}</sub>;
    case "link":
      return <a href={`#${run.anchor}`}>{run.text}</a>;
  }
}
