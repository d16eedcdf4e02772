import type { Fieldwork } from "@manyi/contract/collection/fieldwork";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Responses a day: a table whose bars begin at zero, so one way of reading it serves everybody. */
export function DayBars({ days }: { readonly days: Fieldwork["days"] }) {
  const words = useMessages({ zh, en });
  if (days.length === 0) return null;
  const most = Math.max(...days.map(({ responses }) => responses));
  return (
    <section className="divided">
      <table className="day-bars">
        <caption>{words.byDay}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" className="number">
              {words.responses}
            </th>
            <th scope="col">
              <span className="hidden-text">{words.bar}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, responses }) => (
            <tr key={day}>
              <th scope="row" className="nowrap">
                {day}
              </th>
              <td className="number">{count(responses)}</td>
              <td>
                <svg width="100%" height="12" aria-hidden="true">
                  <rect width={`${most === 0 ? 0 : (100 * responses) / most}%`} height="12" rx="1" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
