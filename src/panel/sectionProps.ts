import type { ComponentPropsWithoutRef } from "react";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";

type SectionProps = ComponentPropsWithoutRef<"section">;

// By type complete: a new prop of the panel's own that is not listed does not compile.
const ownProps: Readonly<Record<Exclude<keyof HoldListPanelProps, keyof SectionProps>, true>> = {
  labels: true,
  onSignIn: true,
  order: true,
  mask: true,
  formatNumber: true,
  revealFor: true,
  sound: true,
  notifications: true,
  renderCall: true,
  renderHeader: true,
  renderEmpty: true,
  actions: true,
  hasCurrentCall: true,
  onAction: true,
  handleRef: true,
  filter: true,
  density: true,
  elementRef: true,
};

/** The props that belong to the `<section>`. */
export function sectionProps(props: HoldListPanelProps): SectionProps {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !(name in ownProps)));
}
