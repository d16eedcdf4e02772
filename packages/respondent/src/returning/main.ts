/** Runs in the notice that a survey has ended, which everybody sees who opens its link: whoever has begun here is led on. */
import "../runtime/older-browsers.ts";
import { continueField, type Returning, receiptMark, receivedLineId, returningId } from "../embedded/returning.ts";
import { markIn } from "../runtime/browser-past.ts";
import { openDraftStore } from "../runtime/draft-store.ts";
import { storageOf } from "../runtime/storage-of.ts";
import { foundHere } from "./found-here.ts";

const holder = document.getElementById(returningId);
if (holder !== null) lookAround(JSON.parse(holder.textContent ?? ""));

function lookAround(returning: Returning): void {
  const store = openDraftStore(storageOf(window), returning.link, Date.now());
  const found = foundHere(returning, store, markIn(history.state));
  if (found.kind === "more") goOn();
  if (found.kind === "received") showReceipt(found.receipt);
}

/** The entry of the history stays the same, with what it knows of this window's filling-in. */
function goOn(): void {
  const { pathname, search, hash } = location;
  const address = `${pathname}${search === "" ? "?" : `${search}&`}${continueField}=1${hash}`;
  history.replaceState(history.state, "", address);
  location.reload();
}

function showReceipt(receipt: string): void {
  const line = document.getElementById(receivedLineId);
  if (line === null) return;
  line.textContent = (line.textContent ?? "").replace(receiptMark, receipt);
  line.hidden = false;
}
