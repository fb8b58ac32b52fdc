import type { ReadonlySignal } from "@preact/signals";
import { findCustomers } from "../data/customers/find-customers";
import type { ReadableFile } from "../data/open-source";
import type { PreviewOrder, PreviewPage } from "../data/preview";
import type { Role } from "../data/role";
import { firstPage } from "../view/first-page";
import type { SampleKind } from "../view/sample-name";
import type { AnyValue } from "../view/settings";
import { treatmentParts } from "../view/same-recipe";
import * as change from "../view/view-changes";
import type { Filters, View } from "../view/view";
import type { Treatment } from "../workers/contract";
import type { Address } from "./address";
import { DataFlow } from "./data-flow";
import type { FlowParts, Taking } from "./flow-parts";
import { Remembered } from "./device-memory";
import { offeredFeatures } from "./feature-offer";
import { exportDesk, type Exports } from "./export-desk";
import { sessionRecord } from "./record";
import { offeredSegments } from "./offered-segments";
import { rememberable } from "./opened";
import { closedNotice } from "./closed-notice";
import { columnRoles } from "./column-roles";
import { pageEntry } from "./loaded-analysis";
import { Looks } from "./looks";
import { optionNotes } from "./option-notes";
import { sampleDelivery, type MakeSample } from "./sample-delivery";
import type { SealEvidence } from "./seal-evidence";
import type { DeviceMemory, FilterChoice, FoundCustomer, Link, PageEntry, Run, Session } from "./session";
import { viewFileAmong, viewInFile } from "./view-in-file";
import { ViewKeeper } from "./view-keeper";

export interface SessionParts extends FlowParts {
  readonly address: Address;
  readonly makeSample: MakeSample;
  readonly seal: SealEvidence | null;
}

const LISTED = { makers: "maker", handsets: "handset", locations: "location" } as const;

/** The workbench's one session: data at one end, the address bar at the other, runs in between. */
export class WorkbenchSession implements Session {
  readonly pages: readonly PageEntry[];
  readonly seal;
  readonly view;
  readonly linkProblems;
  readonly stage;
  readonly opened;
  readonly roles;
  readonly ledger;
  readonly dataset;
  readonly choices;
  readonly segments;
  readonly memoryUse;
  readonly profiles;
  readonly features;
  readonly earlier;
  readonly mending;
  readonly looks: Looks;
  readonly columnRoles: Session["columnRoles"];
  readonly memory: DeviceMemory;
  readonly exports: Exports;
  private readonly keeper: ViewKeeper;
  private readonly flow: DataFlow;

  constructor(private readonly parts: SessionParts) {
    this.pages = parts.analyses.map(pageEntry);
    this.seal = parts.seal;
    this.keeper = new ViewKeeper(parts.address, this.pages);
    this.flow = new DataFlow(parts, this.keeper);
    ({ view: this.view, problems: this.linkProblems } = this.keeper);
    ({ stage: this.stage, opened: this.opened } = this.flow);
    ({ roles: this.roles, ledger: this.ledger, dataset: this.dataset, choices: this.choices } = this.flow.desk);
    this.segments = offeredSegments(this.flow, this.view);
    this.memoryUse = this.flow.desk.memory;
    this.profiles = this.flow.columns.profiles;
    this.features = offeredFeatures(this.flow);
    this.earlier = this.flow.earlier.value;
    this.mending = this.flow.mending.notice;
    this.memory = new Remembered({
      current: () => rememberable(this.opened.value, this.flow.desk.source),
      view: () => this.keeper.viewFile(true),
      open: (label, view, files) => this.reopen(label, view, files),
    });
    this.looks = new Looks(this.keeper, this.pages, this.dataset, (view) => this.change(view));
    this.columnRoles = columnRoles(parts.analyses, this.flow);
    this.exports = exportDesk(
      parts,
      (question) => this.flow.asked(question),
      () => this.dataset.value,
      this.flow.desk.changes,
      () => sessionRecord(this),
    );
    this.flow.waitForFile();
    this.keeper.follow(
      () => this.opened.value?.fingerprint ?? null,
      () => this.flow.follow(),
    );
  }

  run(page: string): ReadonlySignal<Run> {
    return this.flow.runner.run(page);
  }

  optionNotes(page: string): ReturnType<Session["optionNotes"]> {
    return optionNotes(this.parts.analyses, page, this.flow.desk.base.value, this.view.value);
  }

  async openEarlier(file: File): Promise<void> {
    await this.flow.asked(() => this.flow.earlier.open(file));
    this.flow.runAgain("segments");
  }

  forgetEarlier(): void {
    this.flow.earlier.forget();
    this.flow.runAgain("segments");
  }

  stopRun(page: string): void {
    this.flow.runner.stop(page);
  }

  runAgain(page: string): void {
    this.flow.runAgain(page);
  }

  async open(files: readonly File[]): Promise<void> {
    const recipe = viewFileAmong(files);
    if (recipe !== null) return this.show(await viewInFile(recipe, this.keeper));
    const label = files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`;
    await this.take({ label, deliver: () => Promise.resolve({ files, sample: null }) });
  }

  private async reopen(label: string, view: string, bring: () => Promise<readonly ReadableFile[]>): Promise<void> {
    const kept = this.keeper.readFile(view);
    if (kept !== null) this.keeper.write(kept, "push");
    await this.take({ label, deliver: async () => ({ files: await bring(), sample: null }) });
  }

  async openSample(kind?: SampleKind, rows?: number): Promise<void> {
    await this.take(sampleDelivery(this.parts.makeSample, this.view.value, kind, rows));
  }

  cancel(): void {
    this.flow.cancel();
  }

  async close(): Promise<void> {
    const kept = this.opened.value?.fingerprint.hash;
    await this.flow.close(closedNotice(this.memory.files.value.some(({ id }) => id === kept)));
    this.keeper.forget();
    this.keeper.write(change.onFile(change.reset(this.view.value), null), "push");
  }

  go(page: string): void {
    if (page === this.view.value.page) return;
    this.keeper.write(change.goTo(this.view.value, page), "push");
    if (this.flow.desk.source !== null) this.flow.follow();
  }

  setRole(column: string, role: Role): void {
    this.change(change.setRole(this.view.value, column, role));
  }

  setStep(step: string, enabled: boolean): void {
    this.change(change.setStep(this.view.value, step, enabled));
  }

  setTreatment(treatment: Treatment): void {
    this.change(
      change.setTreatment(this.view.value, treatment),
      `treatment ${treatmentParts(this.view.value.treatment, treatment)}`,
    );
  }

  setFilters(filters: Filters): void {
    this.change(change.setFilters(this.view.value, filters));
  }

  setSetting(page: string, name: string, value: AnyValue): void {
    const setting = this.pages.find(({ id }) => id === page)?.settings[name];
    if (setting === undefined) throw new RangeError(`There is no setting “${page}.${name}”.`);
    this.change(change.setSetting(this.view.value, page, name, setting, value), `${page}.${name}`);
  }

  reset(): void {
    this.change(change.reset(this.view.value));
  }

  acceptOffer(): void {
    const recipe = this.flow.acceptOffer();
    if (recipe !== null) this.change({ ...recipe, page: this.view.value.page });
  }

  link(values: boolean): Link {
    return this.keeper.link(values);
  }

  viewFile(values: boolean): Blob {
    return new Blob([this.keeper.viewFile(values)], { type: "text/plain;charset=utf-8" });
  }

  preview(from: number, count: number, order: PreviewOrder | null): Promise<PreviewPage> {
    return this.flow.asked(() => this.flow.columns.preview(from, count, order));
  }

  findCustomers(text: string): Promise<readonly FoundCustomer[]> {
    return this.flow.asked(() => findCustomers(this.parts.engine, text));
  }

  findValues(list: keyof typeof LISTED, text: string): Promise<readonly FilterChoice[]> {
    return this.flow.asked(() => this.flow.desk.findValues(LISTED[list], text));
  }

  /**
   * A person changed the view: a new history entry, then whatever follows from it. Quick repeats at the control `at`, as
   * of a slider that is dragged, share one entry.
   */
  private change(view: View, at: string | null = null): void {
    if (view === this.view.value) return;
    this.keeper.write(view, "push", at);
    if (this.flow.desk.source !== null) this.flow.follow();
  }

  /** A view from elsewhere, on the data that is open or else to be opened. */
  private show(view: View): void {
    this.change(change.onFile(view, this.opened.value?.fingerprint ?? view.fingerprint));
    if (this.flow.desk.source === null) this.flow.waitForFile();
  }

  /** Opens files; once they stand, the front door leads on. */
  private async take({ label, deliver }: Pick<Taking, "label" | "deliver">): Promise<void> {
    await this.flow.open(label, deliver);
    const { name } = this.stage.value;
    if ((name !== "ready" && name !== "mapping") || this.view.value.page !== "home") return;
    this.go(name === "mapping" ? "data" : firstPage(this.opened.value?.fingerprint.sample ?? null, this.pages));
  }
}
