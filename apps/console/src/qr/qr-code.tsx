import { useMemo } from "react";
import { pathData, qrPath } from "./qr-path.ts";

/** A QR code as one path: dark on white in either theme, because cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#ffffff" />
      <path d={pathData(code)} fill="#000000" />
    </svg>
  );
}
