import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { isFinal } from "../failure";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { FaultDetails } from "./fault-details";

const useStyles = makeStyles({
  slot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`, ":empty": { display: "none" } },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** What could not be done, in the same place whatever it was. */
export function ProblemBar() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  return (
    <div role="alert" className={styles.slot}>
      {state.problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{words.problems[state.problem.task]}</MessageBarTitle>
            <Reason />
            {state.problem.task === "undo" && isFinal(state.problem.error) && <div>{words.undo.aside}</div>}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" aria-label={words.dismiss} icon={<DismissRegular />} onClick={session.dismiss} />
            }
          >
            {state.problem.task === "load" && <Button onClick={() => window.location.reload()}>{words.fault.reload}</Button>}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

function Reason() {
  const { state, words } = useSession();
  const { work, problem } = state;
  if (!problem) return null;
  // the name that webpack gives to a script that did not come
  if (problem.error instanceof Error && problem.error.name === "ChunkLoadError") return <div>{words.loadFailed}</div>;
  const foreseen = work && (problem.error instanceof work.WorkbookFailure || problem.error instanceof work.Refusal);
  return foreseen ? (
    <div>{work.failureSentence(problem.error, wordsIn(work, state)).sentence}</div>
  ) : (
    <FaultDetails error={problem.error} words={words} />
  );
}
