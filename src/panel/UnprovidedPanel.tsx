import { type ComponentType, type ReactElement, type ReactNode, type RefObject, useId, useRef } from "react";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";
import { usePanelLabels } from "./labels/usePanelLabels.js";
import { PanelFault } from "./parts/PanelFault.js";
import { useSafeRef } from "./parts/useSafeRef.js";
import { sectionProps } from "./sectionProps.js";

type UnprovidedPanelProps = {
  part: "panel" | "badge";
  settings: HoldListPanelProps;
  fault: string;
  /** Places the content. @default in sequence */
  Frame?: ComponentType<UnprovidedFrameProps>;
};

export type UnprovidedFrameProps = {
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  heading: string;
  density: HoldListPanelProps["density"];
  fault: string;
  children: ReactNode;
};

/** A panel or badge without a provider: its box, with the fault inside. */
export function UnprovidedPanel({ part, settings, fault, Frame = InSequence }: UnprovidedPanelProps): ReactElement {
  const labels = usePanelLabels(settings.labels, null);
  const headingId = useId();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const elementRef = useSafeRef(settings.elementRef);
  const { className = "", density } = settings;
  return (
    <section
      aria-label={labels.heading}
      lang={labels.language}
      part={part}
      {...sectionProps(settings)}
      ref={elementRef}
      className={`hlp-${part} ${className}`.trim()}
      data-density={density}
    >
      <Frame {...{ headingId, headingRef, density, fault }} heading={labels.heading}>
        <PanelFault {...{ headingId, headingRef, labels }} detail={fault} />
      </Frame>
    </section>
  );
}

const InSequence = ({ children }: UnprovidedFrameProps): ReactNode => children;
