import { useMessages } from "../../language/use-language.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface WaveChoiceProps {
  readonly chosen: "new" | "open";
  /** Name of the wave that is collecting. */
  readonly open: string;
  readonly onChoose: (wave: "new" | "open") => void;
}

/** Into the wave that collects, or into a new one, for which the other has to be closed first. */
export function WaveChoice({ chosen, open, onChoose }: WaveChoiceProps) {
  const words = useMessages({ zh, en });
  return (
    <fieldset className="field-set">
      <legend>{words.intoWhich}</legend>
      {(["open", "new"] as const).map((wave) => (
        <label key={wave} className="choice">
          <input type="radio" name="wave" checked={wave === chosen} onChange={() => onChoose(wave)} />
          <span>{wave === "open" ? words.intoOpen(open) : words.intoNew(open)}</span>
        </label>
      ))}
    </fieldset>
  );
}
