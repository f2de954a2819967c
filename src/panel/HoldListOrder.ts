/** In which order calls stand: the longest on hold first, the newest first, or as the gateway lists them. */
export type HoldListOrder = "longest-first" | "newest-first" | "gateway";
