import { Body1 } from "@fluentui/react-components";
import { ExportHelp } from "../parts/export-help";
import { MainButton } from "../parts/main-button";
import { RollUpSection } from "../parts/roll-up-section";
import { SheetLinks } from "../parts/sheet-links";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

/** Tổng hợp: the sheet made of all tables, the tables of many units added up, and the way out of Excel. */
export function SummaryPlace() {
  const { session, state, words } = useSession();
  const { summary } = state;
  return (
    <>
      <Body1>{words.summary.hint}</Body1>
      <MainButton label={words.places.summary} onClick={() => void session.summarize()} />
      {state.running?.task === "summarize" && <Working label={words.summary.working} />}
      <div role="status">
        {summary && (
          <SheetLinks
            label={summary.created ? words.summary.created : words.summary.updated}
            sheets={[summary.sheet, summary.comparison, summary.record].filter((sheet) => sheet !== undefined)}
          />
        )}
      </div>
      <RollUpSection />
      <ExportHelp />
    </>
  );
}
