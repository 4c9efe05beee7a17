import { Body1, Caption1, Checkbox, Field, Label, Radio, RadioGroup, Select, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { MoneyUnit } from "../../quantity";
import type { Plan } from "../../app";
import { MainButton } from "../parts/main-button";
import { SheetLinks } from "../parts/sheet-links";
import { Working } from "../parts/working";
import { choiceOf, type Choice, type Work } from "../state";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column" },
  plan: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  // titles of plans run to three hundred letters, and the button has to stay in sight
  title: {
    color: tokens.colorNeutralForeground3,
    display: "block",
    maxHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    overflowX: "hidden",
    overflowY: "hidden",
  },
});

/** Tạo biểu: choose a plan, its tables and the unit of money; each table becomes a new sheet. */
export function CreatePlace() {
  const { session, state, words } = useSession();
  const { work, choice } = state;
  return (
    <>
      <Body1>{words.create.hint}</Body1>
      {work && choice ? <ChoiceForm work={work} choice={choice} /> : !state.problem && <Working label={words.create.loading} />}
      <MainButton label={words.places.create} ready={choice !== null} onClick={() => void session.create()} />
      {state.running?.task === "create" && <Working label={words.create.working} />}
      <div role="status">{state.made && <SheetLinks label={words.create.made} sheets={state.made.map(({ name }) => name)} />}</div>
    </>
  );
}

function ChoiceForm({ work, choice }: { readonly work: Work; readonly choice: Choice }) {
  const styles = useStyles();
  const { session, words } = useSession();
  const tables = useId();
  const plan = work.catalogue.find(({ id }) => id === choice.plan);
  const kinds = plan ? work.kindsOf(plan) : [];
  const planById = (id: string): void => {
    const chosen = work.catalogue.find((one) => one.id === id);
    if (chosen) session.choose(choiceOf(id, work.kindsOf(chosen), choice.unit));
  };
  return (
    <>
      <Field label={words.create.plan}>
        <RadioGroup value={choice.plan} onChange={(_, { value }) => planById(value)}>
          {work.catalogue.map((one) => (
            <Radio key={one.id} value={one.id} label={<PlanLabel plan={one} />} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.group} role="group" aria-labelledby={tables}>
        <Label id={tables}>{words.create.tables}</Label>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={words.create.kinds[kind]}
            checked={choice.kinds.includes(kind)}
            onChange={(_, { checked }) => session.choose({ ...choice, kinds: kinds.filter((one) => (one === kind ? checked === true : choice.kinds.includes(one))) })}
          />
        ))}
      </div>
      <Field label={words.create.unit}>
        <Select value={choice.unit} onChange={(_, { value }) => session.choose({ ...choice, unit: value as MoneyUnit })}>
          {Object.entries(words.create.units).map(([unit, name]) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function PlanLabel({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { words } = useSession();
  return (
    <span className={styles.plan}>
      <Text>
        <span lang="vi">{plan.issuer}</span>, {words.create.period(plan.period.from, plan.period.to)}
      </Text>
      <Caption1 className={styles.title} lang="vi" title={plan.title}>
        {plan.title}
      </Caption1>
    </span>
  );
}
