import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Page } from "./markdown.ts";

/** Links to files and headings that do not exist. Addresses on the web are not followed: a test must not depend on them.
 *  @param root the repository
 *  @returns one readable line each */
export function brokenLinks(pages: readonly Page[], root: string): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    page.links.flatMap(({ target, line }) => {
      const fault = /^[a-z][a-z+.-]*:/i.test(target) ? undefined : faultOf(target, page, byPath, root);
      return fault === undefined ? [] : [`${page.path}:${line} ${fault}`];
    }),
  );
}

function faultOf(target: string, page: Page, byPath: ReadonlyMap<string, Page>, root: string): string | undefined {
  const [file = "", anchor] = decodeURIComponent(target).split("#");
  const path = file === "" ? page.path : posix.normalize(posix.join(posix.dirname(page.path), file));
  if (path.startsWith("..") || file.startsWith("/")) return `links out of the repository: ${target}`;
  if (!existsSync(join(root, path))) return `links to a file that does not exist: ${target}`;
  const linked = byPath.get(path);
  if (anchor === undefined || linked === undefined || linked.anchors.has(anchor)) return undefined;
  return `links to a heading that does not exist: ${target}`;
}
