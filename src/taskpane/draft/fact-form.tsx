import { Button, Field, Input, Select, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import type { BudgetFact } from "../../app";
import { paneWordsOf } from "../../i18n/pane";
import type { FieldFault, PaneDraftWords } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { BenchActs } from "./bench-acts";
import type { KindedFact } from "./draft-state";
import { COMPARATORS, figure, readFields, type FieldValues } from "./fact-fields";
import { useDraftStyles } from "./styles";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    cursor: "default",
  },
});

/** Has both marks that a number may have. */
const EXAMPLE = 1234.5;

type FieldWords = PaneDraftWords["fields"];

/** One field: its name among the values, and how it is typed. */
interface FieldShape {
  readonly field: string;
  readonly label: string;
  readonly input: "line" | "lines" | "number" | readonly (readonly [value: string, label: string])[];
  readonly isNeeded?: boolean;
}

interface FactFormProps {
  readonly kind: KindedFact["kind"];
  readonly values: FieldValues;
  /** The field that is asked about. */
  readonly first: string | null;
  /** The lines that an amount may be part of. */
  readonly lines: readonly BudgetFact[];
  readonly words: FieldWords;
  readonly notation: Lang;
  readonly acts: BenchActs;
}

/** A fact as fields; what is wrong is told at its field, and the focus goes there. */
export function FactForm({ kind, values, first, lines, words, notation, acts }: FactFormProps) {
  const shared = useDraftStyles();
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, FieldFault>>>({});
  useEffect(() => {
    const field = first === null ? null : form.current?.querySelector<HTMLElement>(`[name="${first}"]`);
    (field ?? form.current?.querySelector<HTMLElement>("input, textarea, select"))?.focus();
    form.current?.closest("li")?.scrollIntoView({ block: "start" });
  }, [first]);
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const read = readFields(kind, values, notation);
    if ("faults" in read) return setFaults(read.faults);
    acts.save(read);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") acts.leave();
      }}
    >
      {shapesOf(kind, values, lines, words).map(({ field, label, input, isNeeded = false }) => {
        const fault = faults[field];
        const change = (_: unknown, { value }: { readonly value: string }): void => acts.type({ ...values, [field]: value });
        const common = { name: field, value: values[field] ?? "" };
        return (
          <Field
            key={field}
            label={label}
            required={isNeeded}
            className={shared.narrow}
            {...(fault ? { validationState: "error" as const, validationMessage: faultSentence(fault, words, notation) } : {})}
          >
            {input === "lines" ? (
              <Textarea {...common} resize="vertical" onChange={change} />
            ) : input === "line" || input === "number" ? (
              <Input {...common} inputMode={input === "number" ? "decimal" : "text"} onChange={change} />
            ) : (
              <Select {...common} className={shared.choice} onChange={change}>
                {input.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        );
      })}
      <div className={shared.row}>
        <Button type="submit" size="small" appearance="primary">
          {words.save}
        </Button>
        <Button size="small" onClick={acts.leave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}

/** Which fields a fact of a kind has, by what is chosen in them so far. */
function shapesOf(
  kind: KindedFact["kind"], values: FieldValues, lines: readonly BudgetFact[], words: FieldWords,
): readonly FieldShape[] {
  switch (kind) {
    case "indicators": {
      const isWords = values["comparator"] === "words";
      const hasEnd = values["comparator"] === "range" || (values["value2"] ?? "") !== "";
      const figures: readonly FieldShape[] = [
        { field: "value", label: words.value, input: "number", isNeeded: true },
        ...(hasEnd ? [{ field: "value2", label: words.value2, input: "number" } as const] : []),
      ];
      return [
        { field: "name", label: words.name, input: "lines", isNeeded: true },
        { field: "comparator", label: words.comparator, input: COMPARATORS.map((one) => [one, words.comparators[one]] as const) },
        ...(isWords ? [{ field: "text", label: words.text, input: "lines", isNeeded: true } as const] : figures),
        { field: "unit", label: words.unit, input: "line" },
        { field: "year", label: words.year, input: "number" },
        { field: "from", label: words.from, input: "number" },
        { field: "baseline", label: words.baseline, input: "number" },
        { field: "direction", label: words.direction, input: entriesOf(words.directions) },
        { field: "scope", label: words.scope, input: "line" },
      ];
    }
    case "budget": {
      const choices: FieldShape["input"] = [["", words.noLine], ...lines.map(({ id, label }) => [id, label] as const)];
      return [
        { field: "label", label: words.label, input: "lines", isNeeded: true },
        { field: "amount", label: words.amount, input: "number", isNeeded: true },
        { field: "unit", label: words.money, input: moneyUnits(values["unit"] ?? "") },
        { field: "kind", label: words.kind, input: entriesOf(words.budgetKinds) },
        { field: "parent", label: words.parent, input: choices },
        ...((values["parent"] ?? "") === "" ? [{ field: "of", label: words.of, input: choices }] : []),
        { field: "year", label: words.year, input: "number" },
      ];
    }
    case "tasks":
      return [
        { field: "number", label: words.number, input: "line" },
        { field: "name", label: words.task, input: "lines", isNeeded: true },
        { field: "lead", label: words.lead, input: "line" },
        { field: "cooperating", label: words.cooperating, input: "lines" },
        { field: "time", label: words.time, input: "line" },
      ];
  }
}

/** What is wrong with a field; a number is shown as it has to be typed, which the language of the pane does not say. */
function faultSentence(fault: FieldFault, { faults }: FieldWords, notation: Lang): string {
  return fault === "no-number" ? faults[fault](figure(EXAMPLE, notation)) : faults[fault];
}

function entriesOf(names: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(names);
}

/** The units of money as texts write them, and the one that the text has where it is another ("USD"). */
function moneyUnits(now: string): readonly (readonly [string, string])[] {
  const units = Object.values(paneWordsOf("vi").create.units);
  return [...new Set([...units, ...(now === "" ? [] : [now])])].map((unit) => [unit, unit] as const);
}
