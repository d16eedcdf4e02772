import type { Wave } from "@manyi/contract/programme/programmes";
import { Link } from "@tanstack/react-router";
import { TableBox } from "../controls/table-box.tsx";
import { count } from "../format/number.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { useProgramme } from "./use-programme.ts";

/** Waves with what lies in them. */
export function WaveTable({ waves }: { readonly waves: readonly Wave[] }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { id } = useProgramme();
  if (waves.length === 0) return <p className="muted">{words.noWaves}</p>;
  return (
    <TableBox label={words.waves}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="name">
              {words.wave}
            </th>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="number">
              {words.responseCount}
            </th>
            <th scope="col" className="number">
              {words.excludedCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <tr key={wave.id}>
              <th scope="row" className="name">
                <Link to="/programmes/$programmeId" params={{ programmeId: id }} search={{ wave: wave.id }}>
                  {textIn(wave.name, language)}
                </Link>
              </th>
              <td className="mono">{wave.code}</td>
              <td>{words.waveStates[wave.state]}</td>
              <td className="number">{count(wave.responses)}</td>
              <td className="number">{count(wave.excluded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
