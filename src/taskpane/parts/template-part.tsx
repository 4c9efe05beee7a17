import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { useSession } from "../use-session";
import { Working } from "./working";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

/** Few open it: it comes when it is asked for. */
const TemplateSection = lazy(() => import("./template-section"));

/** Folds out what makes a template of a form. */
export function TemplatePart() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { shown } = state.template;
  return (
    <>
      <Button className={styles.button} size="small" aria-expanded={shown} onClick={() => session.showTemplate(!shown)}>
        {words.form.title}
      </Button>
      {shown && (
        <Suspense fallback={<Working label={words.create.loading} />}>
          <TemplateSection />
        </Suspense>
      )}
    </>
  );
}
