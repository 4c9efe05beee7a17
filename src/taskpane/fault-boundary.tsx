import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import type { PaneWords } from "../i18n/pane";
import { FaultDetails } from "./parts/fault-details";

interface Props {
  readonly words: PaneWords;
  readonly children: ReactNode;
}

/** What is shown when the pane itself is broken: never a blank pane. */
export class FaultBoundary extends Component<Props, { readonly fault: { readonly error: unknown } | null }> {
  override state: { readonly fault: { readonly error: unknown } | null } = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: { error } };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    const { fault } = this.state;
    if (!fault) return children;
    return (
      <div role="alert">
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>
            <MessageBarTitle>{words.fault.title}</MessageBarTitle>
            <FaultDetails error={fault.error} words={words} />
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => window.location.reload()}>{words.fault.reload}</Button>
          </MessageBarActions>
        </MessageBar>
      </div>
    );
  }
}
