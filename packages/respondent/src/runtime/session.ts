/**
 * One respondent at one questionnaire in one window: what they do, what the server and other windows do, and what is kept. The state
 * changes in `reduce` only; here is when, and what follows from it.
 */
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Embedded } from "../embedded/embedded.ts";
import { partialBody, submissionBody } from "./bodies.ts";
import type { Delivered } from "./deliver.ts";
import type { Draft } from "./draft.ts";
import { beginningOf, isOver, stateOf, type Wish, workOf } from "./first-state.ts";
import { mergeAnswers, sameAnswers } from "./merge-answers.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import { type PartialSaver, partialSaver, type Saving } from "./partial-saver.ts";
import type { Picks } from "./picks.ts";
import { reduce } from "./reduce.ts";
import { refusedBecause } from "./refused-because.ts";
import type { Refusal } from "./server-calls.ts";
import type { SessionParts } from "./session-parts.ts";
import type { Happening, RefusedBecause, State } from "./state.ts";
import { fittingAnswers, nextStep, pageBefore, pageOfFaults } from "./steps.ts";

/** A finger that bounces must not leave a page that nobody has seen. */
const bounceMs = 350;

/** Its own parts are `private` rather than `#`: these would be lowered into a weak map each, for the oldest browsers. */
export class Session {
  private readonly embedded: Embedded;
  private readonly picks: Picks;
  private readonly parts: SessionParts;
  private readonly saver: PartialSaver;
  private readonly outbox: Outbox;
  private current: State;
  /** What the device and the server are known to have: the ground on which changes of others are merged. */
  private kept: { readonly revision: number; readonly answers: Answers };
  private saved: Answers;
  private turnedAt = 0;

  constructor(embedded: Embedded, picks: Picks, parts: SessionParts) {
    this.embedded = embedded;
    this.picks = picks;
    this.parts = parts;
    this.current = stateOf(embedded, picks.onto(embedded.answers), parts.timers.now());
    this.kept = { revision: 0, answers: embedded.answers };
    this.saved = embedded.answers;
    this.outbox = openOutbox(parts.calls, parts.timers, parts.store);
    this.saver = partialSaver(parts.calls, parts.timers, {
      onSaved: ({ answers }) => {
        this.saved = answers;
        this.happen({ kind: "kept", keeping: "saved" });
      },
      onWaiting: () => this.happen({ kind: "kept", keeping: this.persist() ? "waiting" : "nowhere" }),
      onRefused: (saving, refusal) => void this.notSaved(saving, refusal),
    });
  }

  get state(): State {
    return this.current;
  }

  begin(wish: Wish): void {
    const { store, past } = this.parts;
    const beginning = beginningOf(this.embedded, past.current(), store, wish);
    switch (beginning.kind) {
      case "received":
        this.happen({ kind: "received", receipt: beginning.receipt, late: beginning.late });
        break;
      case "draft":
        this.takeUp(beginning.draft);
        break;
      case "offer":
        this.current = { ...this.current, screen: { kind: "offer", found: beginning.draft } };
        this.fresh();
        this.parts.draw(this.current);
        break;
      case "ask-server":
        this.fresh();
        void this.askServer(beginning.id);
        break;
      case "over":
        this.happen({ kind: "refused", why: "closed", kept: beginning.keepsDraft });
        break;
      case "document":
        this.fresh();
        if (this.picks.some) this.changed();
    }
    for (const draft of store.all()) if (draft.id !== this.current.work.id) this.outbox.sendKept(draft);
    this.mark();
  }

  answer(question: string, value: unknown): void {
    this.happen({ kind: "answered", question, value });
    this.changed();
  }

  next(): void {
    const { timers, lead } = this.parts;
    if (this.current.screen.kind !== "page" || timers.now() - this.turnedAt < bounceMs) return;
    const step = nextStep(this.embedded.questionnaire, this.current);
    if (step.kind === "turn") {
      this.turn(step.page);
      return;
    }
    if (step.kind === "send") {
      this.send();
      return;
    }
    this.happen({ kind: "attempted" });
    lead("fault");
  }

  back(): void {
    const { past } = this.parts;
    const mark = past.current();
    if (mark !== null && mark.depth > 0) {
      past.back();
      return;
    }
    const page = pageBefore(this.embedded.questionnaire, this.current);
    if (page !== null) this.show(page);
  }

  /** Turns to a page as it is: by the browser's history, or back. */
  show(page: string): void {
    if (this.current.screen.kind !== "page") return;
    this.happen({ kind: "turned", page });
    this.mark();
    this.persist();
    this.parts.lead("page");
  }

  /** Accepts what was found on the device. */
  goOn(): void {
    const { screen } = this.current;
    if (screen.kind === "offer") this.takeUp(screen.found);
    this.mark();
    this.parts.lead("page");
  }

  /** Declines it: it goes, and what was picked just now stays. */
  again(): void {
    const { screen, work } = this.current;
    if (screen.kind !== "offer") return;
    this.parts.store.remove(screen.found.id);
    this.happen({ kind: "resumed", work });
    if (Object.keys(work.answers).length > 0) this.changed();
    this.parts.lead("page");
  }

  /** One more, while this one waits: on a device that several people use. */
  another(): void {
    const { link, language } = this.embedded;
    this.parts.open(`/s/${link}?lang=${encodeURIComponent(language)}#another`);
  }

  /** The network is back, or somebody looks again. */
  tryNow(): void {
    this.saver.tryNow();
    this.outbox.tryNow();
  }

  /** Another window has changed what is kept on the device. */
  storageChanged(key: string | null): void {
    const { store, windowName } = this.parts;
    if (store.idOf(key) !== this.current.work.id) {
      const receipt = store.receipt();
      if (receipt?.id === this.current.work.id) this.received(receipt.receipt, receipt.late);
      return;
    }
    const stored = store.read(this.current.work.id);
    if (stored !== null && stored.writer !== windowName) this.adopt(stored);
  }

  /** The same in another language. What was answered comes along, by the device or by the server. */
  changeLanguage(language: string): void {
    const { open } = this.parts;
    const lang = `?lang=${encodeURIComponent(language)}`;
    const { link } = this.embedded;
    const { work } = this.current;
    if (Object.keys(work.answers).length === 0) {
      open(`/s/${link}${lang}`);
      return;
    }
    if (this.persist()) {
      open(`/s/${link}${lang}#go-on`);
      return;
    }
    void this.parts.calls.savePartial(work.id, this.nextSaving().body).then(({ kind }) => {
      if (kind === "saved") open(`/s/${link}/${work.id}/${work.page}${lang}`);
      else this.happen({ kind: "kept", keeping: "nowhere" });
    });
  }

  private happen(happening: Happening): void {
    const before = this.current;
    this.current = reduce(before, happening);
    if (this.current !== before) this.parts.draw(this.current);
  }

  /** The form's own id could be somebody else's too, where the document was cached on its way. */
  private fresh(): void {
    const { store, newId } = this.parts;
    const receipt = store.receipt();
    if (this.embedded.sequence > 0) return;
    const { work } = this.current;
    this.current = {
      ...this.current,
      work: { ...work, id: newId() ?? work.id },
      notice: receipt === null ? this.current.notice : { kind: "answered-before", receipt: receipt.receipt },
    };
    this.parts.draw(this.current);
  }

  /** What was picked in the form before this program came goes on top. */
  private takeUp(draft: Draft): void {
    const work = workOf(this.embedded, draft);
    this.kept = { revision: draft.revision, answers: draft.answers };
    this.saved = draft.answers;
    this.happen({ kind: "resumed", work: { ...work, answers: this.picks.onto(work.answers) } });
    if (draft.pending !== null) this.deliver(draft.pending, "kept");
    else if (this.picks.some) this.changed();
  }

  private async askServer(id: string): Promise<void> {
    const found = await this.parts.calls.readPartial(id);
    const { work } = this.current;
    if (found.kind === "received") {
      this.received(found.receipt, found.late);
      return;
    }
    if (isOver(this.embedded, found)) this.happen({ kind: "refused", why: "closed", kept: false });
    if (this.current.screen.kind !== "page" || found.kind !== "started") return;
    const theirs = fittingAnswers(this.embedded.questionnaire, found.answers);
    this.saved = theirs;
    const answers = mergeAnswers(this.embedded.answers, work.answers, theirs);
    this.happen({ kind: "resumed", work: { ...work, id, page: found.page, sequence: found.sequence, answers } });
    this.mark();
    this.parts.lead("page");
  }

  private turn(page: string): void {
    const { past, timers, lead } = this.parts;
    const mark = past.current();
    this.turnedAt = timers.now();
    this.happen({ kind: "turned", page });
    past.push({ id: this.current.work.id, page, depth: (mark?.depth ?? 0) + 1 });
    this.save();
    this.persist();
    lead("page");
  }

  private mark(): void {
    const { past } = this.parts;
    const { id, page } = this.current.work;
    past.replace({ id, page, depth: past.current()?.depth ?? 0 });
  }

  private changed(): void {
    const isKept = this.persist();
    const { keeping } = this.current;
    if (keeping === "waiting" || keeping === "nowhere") return;
    this.happen({ kind: "kept", keeping: isKept ? "here" : "unchanged" });
  }

  /** Keeps the state on the device, after a look at what other windows have kept there.
   *  @returns whether it is kept */
  private persist(): boolean {
    const { store, windowName } = this.parts;
    const stored = store.read(this.current.work.id);
    if (stored !== null && stored.writer !== windowName && stored.revision > this.kept.revision) {
      this.adopt(stored);
      if (stored.pending !== null) return true;
    }
    return this.write(null);
  }

  private write(pending: string | null): boolean {
    const { store, timers, windowName } = this.parts;
    const { work } = this.current;
    const revision = this.kept.revision + 1;
    const { version } = this.embedded;
    const isKept = store.write({ ...work, version, revision, writer: windowName, savedAt: timers.now(), pending });
    if (isKept) this.kept = { revision, answers: work.answers };
    return isKept;
  }

  /** What another window has kept meanwhile, with what was changed here since. */
  private adopt(stored: Draft): void {
    if (stored.revision <= this.kept.revision) return;
    const { answers } = this.current.work;
    const base = this.kept.answers;
    this.kept = { revision: stored.revision, answers: stored.answers };
    this.happen({ kind: "sequenced", sequence: stored.sequence });
    if (stored.pending !== null) {
      this.deliver(stored.pending, "kept");
      return;
    }
    const merged = mergeAnswers(base, answers, stored.answers);
    if (!sameAnswers(merged, answers)) this.happen({ kind: "adopted", answers: merged });
  }

  private nextSaving(): Saving {
    this.happen({ kind: "sequenced", sequence: this.current.work.sequence + 1 });
    const { work } = this.current;
    return { id: work.id, answers: work.answers, body: partialBody(this.embedded, work) };
  }

  private save(): void {
    this.saver.save(this.nextSaving());
  }

  private async notSaved(saving: Saving, refusal: Exclude<Refusal, { kind: "later" }>): Promise<void> {
    if (this.current.screen.kind !== "page" || saving.id !== this.current.work.id) return;
    // What is wrong is said when it is sent.
    if (refusal.kind === "faulty") return;
    if (refusal.code === "wave-closed") {
      this.refuse("closed");
      return;
    }
    if (refusal.code === "not-found") {
      this.refuse("gone");
      return;
    }
    if (refusal.code !== "partial-stale" && refusal.code !== "received-already") return;
    const found = await this.parts.calls.readPartial(saving.id);
    if (found.kind === "received") {
      this.received(found.receipt, found.late);
      return;
    }
    if (found.kind !== "started") return;
    const { answers } = this.current.work;
    const theirs = fittingAnswers(this.embedded.questionnaire, found.answers);
    const merged = mergeAnswers(this.saved, answers, theirs);
    this.saved = theirs;
    this.happen({ kind: "sequenced", sequence: found.sequence });
    if (!sameAnswers(merged, answers)) this.happen({ kind: "adopted", answers: merged });
    this.persist();
    this.save();
  }

  private send(): void {
    // Another window may have sent it a moment ago: then its words go, not these.
    this.persist();
    if (this.current.screen.kind !== "page") return;
    const body = submissionBody(this.embedded, this.current.work, this.parts.timers.now());
    this.deliver(body, this.write(body) ? "kept" : "not-kept");
  }

  private deliver(body: string, keeping: "kept" | "not-kept"): void {
    const { screen } = this.current;
    if (screen.kind === "sending" || screen.kind === "received") return;
    this.saver.stop();
    this.happen({ kind: "sending", kept: keeping === "kept" });
    this.parts.lead("screen");
    this.outbox.send(body, {
      onWaiting: (nextTryAt) => this.happen({ kind: "waiting", nextTryAt }),
      onDone: (delivered) => this.delivered(delivered),
    });
  }

  private delivered(delivered: Delivered): void {
    const { questionnaire } = this.embedded;
    const { work } = this.current;
    if (delivered.kind === "received") {
      this.received(delivered.receipt, delivered.late);
      return;
    }
    if (delivered.kind === "refused") {
      this.refuse(refusedBecause(delivered.code));
      return;
    }
    const page = pageOfFaults(questionnaire, delivered.faults, work.page);
    this.happen({ kind: "faulted", faults: delivered.faults, page });
    this.write(null);
    this.mark();
    this.parts.lead("fault");
  }

  private received(receipt: string, late: boolean): void {
    const { store, lead } = this.parts;
    const { id } = this.current.work;
    this.saver.stop();
    store.writeReceipt({ id, receipt, late });
    store.remove(id);
    this.happen({ kind: "received", receipt, late });
    lead("screen");
  }

  private refuse(why: RefusedBecause): void {
    this.saver.stop();
    if (why === "differs") this.parts.store.remove(this.current.work.id);
    const isKept = why !== "differs" && this.write(null);
    this.happen({ kind: "refused", why, kept: isKept });
    this.parts.lead("screen");
  }
}
