import "./command-palette.css";
import { listProgrammes } from "@manyi/contract/programme/programmes";
import type { Session } from "@manyi/contract/session/session";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { routeQuery } from "../call/use-route.ts";
import { Modal } from "../controls/modal.tsx";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { en as shellEn } from "../shell/messages/en.ts";
import { zh as shellZh } from "../shell/messages/zh.ts";
import { placesFor } from "../shell/settings-places.ts";
import { type Found, findEntries } from "./find-entries.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Finds programmes and pages by a few letters of their names. */
export function CommandPalette({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const words = useMessages({ zh, en });
  const router = useRouter();
  const entries = useEntries(session);
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const found = findEntries(entries, wanted);

  const go = (entry: Found | undefined) => {
    if (entry === undefined) return;
    onClose();
    router.history.push(entry.address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) go(found[chosen]);
  };

  return (
    <Modal title={words.title} shape="wide" onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-label={words.title}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length === 0 ? undefined : `${list}-${chosen}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.placeholder}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={list} aria-label={words.found}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern wants it
          <div
            key={entry.address}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(entry)}
            onPointerMove={() => setChosen(index)}
          >
            <span>{entry.name}</span>
            <span className="muted small">{entry.kind}</span>
          </div>
        ))}
      </div>
      <p className="muted small" role="status">
        {found.length === 0 ? words.nothing(wanted) : words.keys}
      </p>
    </Modal>
  );
}

function useEntries(session: Session): readonly Found[] {
  const words = useMessages({ zh, en });
  const shell = useMessages({ zh: shellZh, en: shellEn });
  const language = useLanguage();
  const programmes = useQuery(routeQuery(listProgrammes, { query: {} }));
  return [
    ...(programmes.data?.entries ?? []).map(({ id, name, unitName }) => ({
      name: textIn(name, language),
      kind: textIn(unitName, language),
      also: Object.values(name),
      address: `/programmes/${id}`,
    })),
    {
      name: shell.programmes,
      kind: words.page,
      also: [shellZh.programmes, shellEn.programmes],
      address: "/programmes",
    },
    ...placesFor(session).map(({ key, to }) => ({
      name: shell.settingsPlaces[key],
      kind: shell.settings,
      also: [shellZh.settingsPlaces[key], shellEn.settingsPlaces[key]],
      address: to,
    })),
    { name: shell.profile, kind: words.page, also: [shellZh.profile, shellEn.profile], address: "/profile" },
  ];
}
