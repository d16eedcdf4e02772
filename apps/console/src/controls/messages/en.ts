import type { ControlMessages } from "./zh.ts";

export const en: ControlMessages = {
  close: "Close",
  retry: "Try again",
  loading: "Loading",
  unreachable: "The server cannot be reached. What you entered is still here: check the network and try again.",
  broken: (status: number) =>
    `The server's answer makes no sense (HTTP ${status}). Try again later; if it stays like this, tell your administrator.`,
  bug: "This page failed, and nothing was done. Reload it and try again; if it stays like this, tell your administrator.",
  more: "More actions",
  scrollable: (what: string) => `${what}, scrolls sideways`,
  copied: "Copied",
  copy: "Copy",
  missing: "Fill this in.",
  noAddress: "Enter the whole address, such as wang@example.com.",
  tooShort: (least: number) => `At least ${least} characters.`,
};
