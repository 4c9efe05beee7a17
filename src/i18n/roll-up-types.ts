import type { MoneyUnit } from "../quantity";
import type { FormRollUpWords } from "./form-roll-up-types";

/** Counts of what the checks found: not told which. */
export interface FoundCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

interface About {
  readonly label: string;
  readonly column: string;
}

/** The words of the sheets in which many units are rolled up, and of the command that makes them. */
export interface RollUpWords {
  readonly sheets: { readonly indicators: string; readonly budget: string; readonly tasks: string; readonly units: string; readonly mismatches: string; readonly sources: string };
  /** Said where the table of sources is too long for a sheet. */
  readonly noSources: string;
  /** Columns of a budget that fewer units have filled in than others. */
  readonly fewer: (columns: readonly string[], units: number, of: number) => string;
  /** The lines of a breakdown come to more, or less, than the stated amount of the line `label`. */
  readonly gap: (more: boolean, by: string, unit: MoneyUnit | null, label: string) => string;
  /** A unit of which nothing says what it is called, by its place from 1. */
  readonly unnamed: (place: number) => string;
  /** Why nothing of a .csv is added up. */
  readonly textTable: string;
  /** Files that are no unit's: we made them out of tables. */
  readonly passed: (files: readonly string[]) => string;
  /** Said where not every tier has rows of its own. */
  readonly fewNodes: (shown: number, all: number) => string;
  readonly titles: { readonly indicators: string; readonly budget: string; readonly tasks: string; readonly units: string; readonly mismatches: string; readonly sources: string };
  readonly madeOn: (date: string) => string;
  /** How many units have the table, of how many. */
  readonly unitsIn: (have: number, of: number) => string;
  readonly found: (counts: FoundCounts) => string;
  readonly noData: (columns: readonly string[]) => string;
  readonly columns: {
    readonly number: string;
    readonly line: string;
    readonly measure: string;
    readonly value: string;
    readonly units: string;
    readonly met: string;
    readonly note: string;
    readonly unit: string;
    readonly file: string;
    readonly state: string;
    readonly filled: string;
    readonly errors: string;
    readonly warnings: string;
    readonly infos: string;
    readonly table: string;
    readonly what: string;
    readonly whose: string;
    readonly late: string;
    readonly unreported: string;
    readonly code: string;
    readonly column: string;
    readonly part: string;
    readonly sheet: string;
    readonly cell: string;
  };
  readonly notAdded: string;
  readonly why: { readonly "no-basis": (units: string) => string; readonly "not-added": string; readonly words: string };
  readonly states: { readonly read: string; readonly "no-tables": string; readonly broken: string; readonly missing: string };
  readonly parts: { readonly value: string; readonly numerator: string; readonly denominator: string; readonly status: string };
  /** "Xã A, Xã B và 12 đơn vị khác" */
  readonly few: (first: readonly string[], more: number) => string;
  readonly mismatches: {
    readonly "other-plan": (plan: string) => string;
    readonly "no-money-unit": string;
    readonly twice: string;
    readonly "same-figures": string;
    readonly converted: (from: MoneyUnit, to: MoneyUnit, units: number) => string;
    readonly "missing-lines": (lines: readonly string[]) => string;
    readonly "extra-lines": (lines: readonly string[]) => string;
    readonly "missing-columns": (columns: readonly string[]) => string;
    readonly "extra-columns": (columns: readonly string[]) => string;
    readonly "other-line": (data: { readonly key: string; readonly label: string; readonly measure: string; readonly wantedLabel: string; readonly wantedMeasure: string }) => string;
    readonly "bad-cells": (about: About) => string;
    readonly "no-basis": (about: About) => string;
    readonly "not-added": (about: About) => string;
  };
  readonly noMismatches: string;
  /** Of tables of anybody's. */
  readonly forms: FormRollUpWords;
  readonly cli: {
    /** While files are read. */
    readonly progress: (done: number, of: number, minutesLeft: number | null) => string;
    readonly done: (data: { readonly units: number; readonly read: number; readonly broken: number; readonly missing: number; readonly mismatches: number }) => string;
    readonly found: (counts: FoundCounts) => string;
    readonly nothing: string;
    readonly badWorkers: (value: string) => string;
    readonly badUnits: (file: string, why: string) => string;
    readonly help: { readonly summarize: string; readonly paths: string; readonly output: string; readonly csv: string; readonly csvSeparator: string; readonly json: string; readonly units: string; readonly workers: string };
  };
}
