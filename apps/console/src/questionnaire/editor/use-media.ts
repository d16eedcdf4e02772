import { useSyncExternalStore } from "react";

/** Whether the window is at least so wide. @param query a media query; the same one for every call of a component */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}
