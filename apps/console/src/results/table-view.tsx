import type { Cell, Column, Row, Table } from "@manyi/reports/document/table";
import { useState } from "react";
import { keyed } from "../controls/keyed.ts";
import { TableBox } from "../controls/table-box.tsx";
import { useMessages } from "../language/use-language.ts";
import { IntervalBar } from "./interval-bar.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { isSortable, type Order, sortedRows } from "./sort-rows.ts";

/** A table in its own box, names of rows always in sight; columns of numbers sort it. */
export function TableView({ table, id }: { readonly table: Table; readonly id: string }) {
  const [order, setOrder] = useState<Order | null>(null);
  return (
    <div className="table-block">
      <TableBox label={table.caption}>
        <table id={id} tabIndex={-1}>
          <caption>
            <span>{table.caption}</span>
          </caption>
          <thead>
            <tr>
              {keyed(table.columns).map(({ key, item: column, index }) => (
                <Heading
                  key={key}
                  column={column}
                  order={isSortable(table, index) ? directionOf(order, index) : null}
                  onSort={() => setOrder(nextOrder(order, index))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortedRows(table.rows, order).map(({ row, index }) => (
              <RowView key={`${id}-row-${index + 1}`} row={row} columns={table.columns} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {table.notes.map((note) => (
        <p key={note} className="table-note">
          {note}
        </p>
      ))}
    </div>
  );
}

function directionOf(order: Order | null, column: number): "none" | "descending" | "ascending" {
  return order?.column === column ? order.direction : "none";
}

/** Largest first, smallest first, as the report has it. */
function nextOrder(order: Order | null, column: number): Order | null {
  if (order?.column !== column) return { column, direction: "descending" };
  return order.direction === "descending" ? { column, direction: "ascending" } : null;
}

interface HeadingProps {
  readonly column: Column;
  /** Null: cannot be sorted by. */
  readonly order: "none" | "descending" | "ascending" | null;
  readonly onSort: () => void;
}

function Heading({ column, order, onSort }: HeadingProps) {
  const words = useMessages({ zh, en });
  if (order === null) {
    return (
      <th scope="col" className={column.role}>
        {column.heading}
      </th>
    );
  }
  return (
    <th scope="col" className={column.role} aria-sort={order === "none" ? undefined : order}>
      <button type="button" className="sort" onClick={onSort} title={words.sort}>
        {column.heading}
        <span aria-hidden="true" className="sort-sign">
          {order === "none" ? "" : order === "descending" ? "↓" : "↑"}
        </span>
      </button>
    </th>
  );
}

function RowView({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr className={row.kind === "plain" ? undefined : `${row.kind}-row`}>
      {keyed(row.cells).map(({ key, item: cell, index }) => (
        <CellView key={key} cell={cell} role={columns[index]?.role ?? "text"} />
      ))}
    </tr>
  );
}

function CellView({ cell, role }: { readonly cell: Cell; readonly role: Column["role"] }) {
  const look = cell.kind === "missing" ? `missing ${role}` : role;
  const title = cell.kind === "text" && cell.full !== null ? cell.full : undefined;
  const content = cell.kind === "bar" ? <IntervalBar bar={cell} /> : cell.text;
  return role === "name" ? (
    <th scope="row" className={look} title={title}>
      {content}
    </th>
  ) : (
    <td className={look} title={title}>
      {content}
    </td>
  );
}
