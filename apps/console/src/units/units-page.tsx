import "./units.css";
import { listUnits, removeUnit, type Unit } from "@manyi/contract/organisation/organisation";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { TableBox } from "../controls/table-box.tsx";
import { tell } from "../controls/teller.tsx";
import { count } from "../format/number.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { UnitForm, type UnitTask } from "./unit-form.tsx";
import { type PlacedUnit, placedUnits } from "./unit-options.ts";

type Open = { readonly kind: "nothing" } | UnitTask | { readonly kind: "remove"; readonly unit: Unit };

/** The organisation's tree: what members and programmes belong to. */
export function UnitsPage() {
  const words = useMessages({ zh, en });
  const units = useQuery(routeQuery(listUnits, {}));
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const close = () => setOpen({ kind: "nothing" });
  const entries = units.data?.entries ?? [];
  return (
    <>
      <div className="page-head">
        <div>
          <PageHeading title={words.title} />
          <p className="lead measure">{words.what}</p>
        </div>
      </div>
      <FailureNotice error={units.error} onRetry={() => void units.refetch()} />
      {units.isPending ? <SkeletonRows rows={6} /> : null}
      {entries.length === 0 ? null : (
        <TableBox label={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="name">
                  {words.unit}
                </th>
                <th scope="col">{words.actions}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.code}</th>
                <th scope="col" className="number">
                  {words.members}
                </th>
                <th scope="col" className="number">
                  {words.programmes}
                </th>
              </tr>
            </thead>
            <tbody>
              {placedUnits(entries).map((placed) => (
                <UnitRow key={placed.unit.id} placed={placed} onOpen={setOpen} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {open.kind === "add" || open.kind === "change" ? <UnitForm task={open} units={entries} onClose={close} /> : null}
      {open.kind === "remove" ? <RemoveDialog unit={open.unit} onClose={close} /> : null}
    </>
  );
}

function UnitRow({ placed, onOpen }: { readonly placed: PlacedUnit; readonly onOpen: (open: Open) => void }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { unit, depth } = placed;
  const name = textIn(unit.name, language);
  return (
    <tr>
      <th scope="row" className={`name unit-name depth-${Math.min(depth, 6)}`}>
        {name}
      </th>
      <td className="actions">
        <Button
          tone="quiet"
          size="compact"
          aria-label={`${words.add}: ${name}`}
          onClick={() => onOpen({ kind: "add", parent: unit })}
        >
          {words.add}
        </Button>
        <Button
          tone="quiet"
          size="compact"
          aria-label={`${words.change}: ${name}`}
          onClick={() => onOpen({ kind: "change", unit })}
        >
          {words.change}
        </Button>
        {unit.parentId === null ? null : (
          <Button
            tone="quiet"
            size="compact"
            aria-label={`${words.remove}: ${name}`}
            onClick={() => onOpen({ kind: "remove", unit })}
          >
            {words.remove}
          </Button>
        )}
      </td>
      <td className="nowrap">{words.kinds[unit.kind]}</td>
      <td className="mono">{unit.code ?? "—"}</td>
      <td className="number">{count(unit.members)}</td>
      <td className="number">{count(unit.programmes)}</td>
    </tr>
  );
}

function RemoveDialog({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const name = textIn(unit.name, language);
  const remove = useChange(removeUnit, {
    outdates: [listUnits],
    onDone: () => {
      tell(words.removed(name));
      onClose();
    },
  });
  return (
    <Modal title={words.removeThis(name)} onClose={onClose}>
      <SecondFactorNeeded />
      <p>{words.removeWhat}</p>
      <FailureNotice error={remove.error} />
      <div className="row end">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          tone="danger"
          state={remove.isPending ? "working" : "idle"}
          onClick={() => remove.mutate({ params: { unitId: unit.id } })}
        >
          {words.removeUnit}
        </Button>
      </div>
    </Modal>
  );
}
