import { Counter, type Registry } from "prom-client";
import type { SettledState } from "./mail-rows.ts";

export interface MailFigures {
  settled(state: SettledState): void;
}

export const uncountedMails: MailFigures = { settled() {} };

export function mailFigures(registry: Registry): MailFigures {
  const mails = new Counter({
    name: "manyi_mails_total",
    help: "Mails by what became of them",
    labelNames: ["state"],
    registers: [registry],
  });
  return { settled: (state) => mails.inc({ state }) };
}
