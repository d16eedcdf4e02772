/** Whether what the server is asked to do shows pages to anybody. */
export function needsConsole(args: readonly string[]): boolean {
  if (args.includes("--help") || args.includes("-h")) return false;
  const text = args.join(" ").replace("--role ", "--role=");
  if (/--role=(worker|analysis)\b/.test(text)) return false;
  return !/(^| )(backup|restore)( |$)/.test(text);
}
