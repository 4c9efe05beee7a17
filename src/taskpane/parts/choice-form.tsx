import {
  Caption1, Checkbox, Field, Input, Label, Radio, RadioGroup, Select, Text, Textarea, makeStyles, tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import type { BudgetLayout, Plan } from "../../app";
import type { MoneyUnit } from "../../quantity";
import { OWN, choiceOf, yearColumnsOf, type Choice } from "../choice";
import type { Work } from "../state";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column" },
  more: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  plan: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  period: { whiteSpace: "nowrap" },
  // titles of plans run to three hundred letters, and the button has to stay in sight
  title: {
    color: tokens.colorNeutralForeground3,
    display: "block",
    maxHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    overflowX: "hidden",
    overflowY: "hidden",
  },
});

interface FormProps {
  readonly work: Work;
  readonly choice: Choice;
}

/** Which plan, which of its tables, in which unit of money; and folded away, how they are laid out. */
export function ChoiceForm({ work, choice }: FormProps) {
  const styles = useStyles();
  const { session, words } = useSession();
  const tables = useId();
  const plan = work.catalogue.find(({ id }) => id === choice.plan);
  const facts = plan ? work.kindsOf(plan) : [];
  const choosePlan = (id: string): void => {
    const chosen = work.catalogue.find((one) => one.id === id);
    session.choose(choiceOf(id, chosen ? work.kindsOf(chosen) : work.TABLE_KINDS, choice));
  };
  return (
    <>
      <Field label={words.create.plan}>
        <RadioGroup value={choice.plan} onChange={(_, { value }) => choosePlan(value)}>
          {work.catalogue.map((one) => (
            <Radio key={one.id} value={one.id} label={<PlanLabel plan={one} />} />
          ))}
          <Radio value={OWN} label={words.create.own} />
        </RadioGroup>
      </Field>
      {choice.plan === OWN && <OwnFields choice={choice} />}
      <div className={styles.group} role="group" aria-labelledby={tables}>
        <Label id={tables}>{words.create.tables}</Label>
        {work.TABLE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={facts.includes(kind) ? words.create.kinds[kind] : words.create.blank(words.create.kinds[kind])}
            checked={choice.kinds.includes(kind)}
            onChange={(_, { checked }) =>
              session.choose({
                ...choice,
                kinds: work.TABLE_KINDS.filter((one) => (one === kind ? checked === true : choice.kinds.includes(one))),
              })
            }
          />
        ))}
      </div>
      <YearsField work={work} choice={choice} />
      <UnitChoice unit={choice.unit} choose={(unit) => session.choose({ ...choice, unit })} />
      <details>
        <summary className={styles.summary}>{words.create.more}</summary>
        <div className={styles.more}>
          <LayoutFields choice={choice} blank={choice.kinds.some((kind) => !facts.includes(kind))} />
        </div>
      </details>
    </>
  );
}

/** In which unit the tables show money; null: that of the document. */
export function UnitChoice({ unit, choose }: { readonly unit: MoneyUnit | null; readonly choose: (unit: MoneyUnit | null) => void }) {
  const { words } = useSession();
  return (
    <Field label={words.create.unit}>
      <Select value={unit ?? ""} onChange={(_, { value }) => choose(value === "" ? null : (value as MoneyUnit))}>
        <option value="">{words.create.ownUnit}</option>
        {Object.entries(words.create.units).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** By what the lines of the budget stand. */
export function LayoutChoice({ layout, choose }: { readonly layout: BudgetLayout; readonly choose: (layout: BudgetLayout) => void }) {
  const { words } = useSession();
  return (
    <Field label={words.create.layout}>
      <Select value={layout} onChange={(_, { value }) => choose(value as BudgetLayout)}>
        {Object.entries(words.create.layouts).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function OwnFields({ choice }: { readonly choice: Choice }) {
  const { session, words } = useSession();
  return (
    <>
      <Field label={words.create.title} required>
        <Input value={choice.own.title} onChange={(_, { value }) => session.choose({ ...choice, own: { ...choice.own, title: value } })} />
      </Field>
      <Field label={words.create.issuer}>
        <Input
          value={choice.own.issuer}
          onChange={(_, { value }) => session.choose({ ...choice, own: { ...choice.own, issuer: value } })}
        />
      </Field>
    </>
  );
}

/** The years that get columns, and before anything is made, which of them can be reported in the indicator table. */
function YearsField({ work, choice }: FormProps) {
  const { session, words } = useSession();
  const { create } = words;
  const columns = yearColumnsOf(choice, new Date().getFullYear(), work);
  const blank = choice.plan === OWN ? create.yearsOfOwn : create.yearsOfPlan;
  const hint = columns ? `${blank} ${create.yearColumns(work.yearRanges(columns.years), work.yearRanges(columns.without), work.yearRanges(columns.uncompared), columns.byUnit)}` : blank;
  return (
    <Field label={create.years} hint={hint}>
      <Input
        value={choice.years}
        placeholder={create.yearsExample}
        onChange={(_, { value }) => session.choose({ ...choice, years: value })}
      />
    </Field>
  );
}

function LayoutFields({ choice, blank }: { readonly choice: Choice; readonly blank: boolean }) {
  const { session, words } = useSession();
  const { create } = words;
  return (
    <>
      {choice.kinds.includes("budget") && (
        <LayoutChoice layout={choice.layout} choose={(layout) => session.choose({ ...choice, layout })} />
      )}
      {choice.kinds.includes("budget") && (
        <Field hint={create.disbursedHint}>
          <Checkbox
            label={create.disbursed}
            checked={choice.disbursed}
            onChange={(_, { checked }) => session.choose({ ...choice, disbursed: checked === true })}
          />
        </Field>
      )}
      <Field label={create.reportingUnits} hint={create.reportingUnitsHint}>
        <Textarea
          value={choice.reportingUnits}
          resize="vertical"
          onChange={(_, { value }) => session.choose({ ...choice, reportingUnits: value })}
        />
      </Field>
      {blank && (
        <Field label={create.rows}>
          <Input type="number" min={1} value={choice.rows} onChange={(_, { value }) => session.choose({ ...choice, rows: value })} />
        </Field>
      )}
      {blank && choice.kinds.includes("budget") && (
        <Field label={create.sources} hint={create.sourcesHint}>
          <Textarea value={choice.sources} resize="vertical" onChange={(_, { value }) => session.choose({ ...choice, sources: value })} />
        </Field>
      )}
    </>
  );
}

function PlanLabel({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { words } = useSession();
  return (
    <span className={styles.plan}>
      <Text>
        <span lang="vi">{issuerOf(plan)}</span>,{" "}
        <span className={styles.period}>{words.create.period(plan.period.from, plan.period.to)}</span>
      </Text>
      <Caption1 className={styles.title} lang="vi" title={plan.title}>
        {plan.title}
      </Caption1>
    </span>
  );
}

/** "Ban Thường vụ Tỉnh ủy, tỉnh Kon Tum": who issued a plan, with the place where the name does not say it. */
function issuerOf({ issuer, place }: Plan): string {
  return place === undefined || issuer.includes(place) ? issuer : `${issuer}, ${place}`;
}
