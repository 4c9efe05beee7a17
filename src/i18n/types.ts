import type { RecordWords } from "./record-types";
import type { SummaryWords } from "./summary-types";
import type { RollUpWords } from "./roll-up-types";
import type { DocumentWords } from "./document-types";
import type { FormWords } from "./form-types";
import type { TakenWords } from "./taken-types";
import type { DraftWords } from "./draft-types";
import type { TextCheckWords } from "./text-check-types";
import type { VersionsWords } from "./versions-types";
import type { RefusalData } from "./refusals";
import type { Lang, MoneyUnit } from "../quantity";
import type { FindingData, Weight } from "../findings";
import type { RuleFault } from "../forms";
import type { TemplateWords } from "../templates";
import type { FailureData, FaultAt, FileFault, Notice } from "../workbook/port";

/** A sentence for each finding, from its data. */
export type FindingWords<D extends Partial<FindingData>> = { readonly [C in keyof D]: (data: D[C]) => string };
/** What happened, what was not changed, what to do. */
export type FailureWords = { readonly [C in keyof FailureData]: (data: FailureData[C]) => string };
/** What stands in brackets after a file is said to be broken or too large. */
export type FileFaultWords = { readonly [F in FileFault]: (at: FaultAt) => string };
export type RefusalWords = { readonly [C in keyof RefusalData]: (data: RefusalData[C]) => string };

/** What a system says of a file or a disk, by its own code; the rest of a sentence that names the file. */
export type SystemFault =
  | "ENOENT" | "ENOTDIR" | "EISDIR" | "EACCES" | "EPERM" | "EROFS" | "EEXIST" | "ENOSPC" | "EDQUOT" | "EFBIG" | "EMFILE" | "ENFILE" | "ENOMEM" | "EBUSY" | "ETXTBSY"
  | "ENAMETOOLONG" | "ELOOP" | "EIO" | "ENXIO" | "ENODEV" | "ESTALE" | "ETIMEDOUT" | "EPIPE" | "EINVAL";
export type SystemWords = Readonly<Record<SystemFault, string>> & { readonly other: (code: string) => string };

/** What a command line has wrong. */
export type UsageFault = "no-command" | "unknown-command" | "unknown-option" | "missing-argument" | "missing-value" | "missing-option" | "bad-value" | "too-many";

export interface CliWords {
  /** The workbook of --report. */
  readonly report: {
    readonly title: string;
    /** `date` as written in the language. */
    readonly checkedOn: (date: string) => string;
    readonly files: string;
    readonly findings: string;
    readonly number: string;
    readonly file: string;
    readonly tables: string;
    readonly note: string;
    readonly noTables: string;
    /** Where nothing was found. */
    readonly none: string;
    readonly severity: string;
    readonly place: string;
    readonly text: string;
  };
  readonly written: (file: string, sheets: readonly string[]) => string;
  readonly clean: (file: string) => string;
  readonly noTables: (file: string) => string;
  /** Tables that nobody has given figures. */
  readonly noData: (file: string) => string;
  /** Of several files none has a table. */
  readonly nothingChecked: string;
  readonly count: (errors: number, warnings: number, infos: number) => string;
  readonly explained: (count: number) => string;
  readonly byDocument: (count: number) => string;
  readonly exists: (file: string) => string;
  readonly unreadable: (file: string, why: string) => string;
  readonly cannotWrite: (file: string, why: string) => string;
  /** Standard output does not take what is printed. */
  readonly cannotPrint: (why: string) => string;
  readonly unknownPlan: (id: string, known: readonly string[]) => string;
  readonly unknownTables: (value: string) => string;
  readonly unknownLayout: (value: string) => string;
  /** A budget table got another layout, since the budget has no amounts or lines by `lacks`. */
  readonly otherLayout: (layout: string, instead: string, lacks: readonly ("item" | "source")[]) => string;
  /** Which years the indicator table has columns of results for, which of its period it has none for, and how to choose. */
  readonly yearColumns: (columns: { readonly years: readonly number[]; readonly without: readonly number[]; readonly uncompared: readonly number[]; readonly byUnit: boolean }) => string;
  readonly badYears: (value: string) => string;
  readonly unknownUnit: (value: string) => string;
  /** `what` is the option, command or value that is not right, `choices` those that are. */
  readonly usage: (fault: UsageFault, what: string, choices: readonly string[]) => string;
  readonly noFolder: string;
  /** A new file whose name does not end as its kind does. */
  readonly badEnding: (file: string, ending: string) => string;
  readonly badDate: (value: string) => string;
  readonly empty: string;
  /** A file of rules that cannot be used: where in it, and why. */
  readonly badRules: (file: string, fault: RuleFault) => string;
  readonly noRules: string;
  readonly rulesWritten: (file: string) => string;
  /** No table is of that form. */
  readonly rulesUnused: (form: string) => string;
  readonly help: {
    readonly program: string;
    readonly lang: string;
    readonly json: string;
    readonly plans: string;
    readonly parse: string;
    readonly new: string;
    readonly output: string;
    readonly tables: string;
    readonly unit: string;
    readonly layout: string;
    readonly years: string;
    readonly reportingUnits: string;
    readonly disbursed: string;
    readonly sources: string;
    readonly rows: string;
    readonly title: string;
    readonly issuer: string;
    readonly check: string;
    readonly date: string;
    readonly report: string;
    readonly rulesFile: string;
    readonly writeRules: string;
    readonly schema: string;
  };
}

/** Every word that a person sees, in one language. */
/** What a work has to tell beside its result. */
export type NoticeWords = Readonly<Record<Notice["kind"], (notice: Pick<Notice, "sheet" | "area">) => string>>;

export interface Words {
  readonly lang: Lang;
  /** How numbers are written in texts: with a comma for the decimals ("vi") or a point ("en"), as the cells beside them show theirs. */
  readonly notation: Lang;
  readonly templates: TemplateWords;
  readonly findings: FindingWords<FindingData>;
  readonly failures: FailureWords;
  readonly system: SystemWords;
  /** A fault of this program that nobody foresaw, with what was thrown. */
  readonly ownFault: (data: { readonly name: string; readonly message: string }) => string;
  readonly refusals: RefusalWords;
  readonly notices: NoticeWords;
  readonly documents: DocumentWords;
  /** A rule of ours that failed: said as our fault, never on a cell. `error` is what was thrown. */
  readonly brokenRule: (data: { readonly rule: string; readonly error: string }) => string;
  readonly textCheck: TextCheckWords;
  readonly versions: VersionsWords;
  readonly forms: FormWords;
  readonly severities: Readonly<Record<Weight, string>>;
  /** What it means that a finding is the document's own. */
  readonly byDocument: string;
  readonly units: Readonly<Record<MoneyUnit, string>>;
  readonly agreement: (data: { readonly value: number; readonly unit: MoneyUnit | null; readonly label: string; readonly breakdowns: readonly string[] }) => string;
  readonly summary: SummaryWords;
  readonly record: RecordWords;
  readonly taken: TakenWords;
  readonly drafts: DraftWords;
  readonly rollUp: RollUpWords;
  /** What each rule of the checks is called, by its name. */
  readonly rules: Readonly<Record<string, string>>;
  readonly cli: CliWords;
}
