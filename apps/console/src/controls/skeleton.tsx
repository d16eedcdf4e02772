import { useMessages } from "../language/use-language.ts";
import { keyed } from "./keyed.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** A grey line where a text will be. @param width CSS length */
export function SkeletonLine({ width, height = 16 }: { readonly width: string; readonly height?: number }) {
  return <span className="skeleton" style={{ width, height, maxWidth: "100%" }} />;
}

/** Rows as they will stand. */
export function SkeletonRows({ rows, height = 20 }: { readonly rows: number; readonly height?: number }) {
  const words = useMessages({ zh, en });
  return (
    <div className="stack" role="status" aria-label={words.loading}>
      {keyed(Array.from({ length: rows })).map(({ key, index }) => (
        <SkeletonLine key={key} width={`${92 - ((index * 17) % 40)}%`} height={height} />
      ))}
    </div>
  );
}
