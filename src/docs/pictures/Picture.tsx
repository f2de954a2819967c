import { type ReactNode, useId } from "react";

type PictureProps = {
  /** What the picture shows, for who cannot see it. */
  title: string;
  /** The size of the drawing, in px. It shrinks with the page. */
  width: number;
  height: number;
  children: ReactNode;
};

/** A drawing in the colours of the page. */
export function Picture({ title, width, height, children }: PictureProps): ReactNode {
  const titleId = useId();
  return (
    <svg
      className="manual-picture"
      role="img"
      aria-labelledby={titleId}
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxInlineSize: width }}
    >
      <title id={titleId}>{title}</title>
      {children}
    </svg>
  );
}
