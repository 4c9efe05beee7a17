import { Body1 } from "@fluentui/react-components";
import { MainButton } from "../parts/main-button";
import { SheetLinks } from "../parts/sheet-links";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

/** Tổng hợp: the sheet made of all tables. */
export function SummaryPlace() {
  const { session, state, words } = useSession();
  const { summary } = state;
  return (
    <>
      <Body1>{words.summary.hint}</Body1>
      <MainButton label={words.places.summary} onClick={() => void session.summarize()} />
      {state.running?.task === "summarize" && <Working label={words.summary.working} />}
      <div role="status">{summary && <SheetLinks label={summary.created ? words.summary.created : words.summary.updated} sheets={[summary.sheet, ...(summary.comparison === undefined ? [] : [summary.comparison])]} />}</div>
    </>
  );
}
