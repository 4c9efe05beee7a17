import { Body1, Body1Strong, Caption1 } from "@fluentui/react-components";
import { useSession } from "../use-session";
import { wordsIn } from "../text-words";
import { Refused, SourceForm } from "./source-form";
import { useDraftStyles } from "./styles";
import { TablesPart } from "./tables-part";
import { useDraft } from "./use-draft";

/** Từ tệp kế hoạch: a plan that was kept as a file, with the choices of its tables. */
export function PlanPart() {
  const styles = useDraftStyles();
  const { words: paneWords } = useSession();
  const { session, state, words } = useDraft();
  const { work } = state;
  const { plan, planFault, planUnread, planSource } = state.draft;
  const texts = work && wordsIn(work, state);
  const fault =
    planFault && texts
      ? texts.drafts.fault(planFault)
      : planUnread && work && texts
        ? work.failureSentence(planUnread.error, texts).sentence
        : null;
  return (
    <section aria-label={paneWords.draft.plan} className={styles.box}>
      <Body1>{words.plan.hint}</Body1>
      <Caption1 className={styles.note}>{words.plan.here}</Caption1>
      <SourceForm
        source={planSource}
        endings=".json"
        words={words.plan}
        task="read-plan"
        fill={(next) => session.fillDraft({ planSource: next, planFault: null, planUnread: null })}
        read={(next) => void session.readPlan(next)}
        outcome={fault !== null && <Refused title={words.plan.unread(planSource.file?.name ?? null)} sentence={fault} />}
      />
      <div role="status" className={styles.box}>
        {plan && (
          <>
            <Body1Strong lang="vi">{plan.plan.title}</Body1Strong>
            <Caption1 lang="vi">
              {[plan.plan.issuer, plan.plan.number, paneWords.create.period(plan.plan.period.from, plan.plan.period.to)]
                .filter((part) => part !== null)
                .join(" · ")}
            </Caption1>
            <Caption1 className={styles.note}>
              {words.plan.facts(
                plan.plan.indicators.length,
                plan.plan.budgets.reduce((sum, { lines }) => sum + lines.length, 0),
                plan.plan.tasks.length,
              )}
            </Caption1>
          </>
        )}
      </div>
      {plan && work && <TablesPart facts={work.kindsOf(plan.plan)} />}
    </section>
  );
}
