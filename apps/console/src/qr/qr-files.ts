import { pathData, qrPath } from "./qr-path.ts";

/** The code as a file for printers: sharp at any size. */
export function qrSvg(text: string): string {
  const code = qrPath(text);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges">`,
    `<rect width="${code.size}" height="${code.size}" fill="#ffffff"/>`,
    `<path d="${pathData(code)}" fill="#000000"/></svg>`,
  ].join("");
}

/** About so many pixels along an edge, in whole pixels a module: enough for a poster's corner. */
const pngEdge = 1_200;

/** The code as a picture for chats and documents.
 *  @throws Error if the browser makes no picture */
export async function qrPng(text: string): Promise<Blob> {
  const { size, dark } = qrPath(text);
  const module = Math.ceil(pngEdge / size);
  const canvas = document.createElement("canvas");
  canvas.width = size * module;
  canvas.height = size * module;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  for (const [x, y] of dark) context.fillRect(x * module, y * module, module, module);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("this browser makes no PNG")) : resolve(blob)),
      "image/png",
    );
  });
}

/** A name a file can bear on every system, whatever the wave is called. */
export function qrFileName(parts: readonly string[], ending: "svg" | "png"): string {
  const name = parts.join("-").replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, "-");
  return `${name.replace(/^[-.]+|[-.]+$/g, "").slice(0, 100) || "qr"}.${ending}`;
}
