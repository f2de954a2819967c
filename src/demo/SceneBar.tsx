import type { ReactNode } from "react";
import { useStore } from "zustand";
import { ControlButton } from "./ControlButton.js";
import type { Scene } from "./createScene.js";
import { links } from "./links.js";
import { sceneSteps } from "./scene.js";

const purpose =
  "What a contact-centre agent sees of their calls on hold: who waits, how long, and whether that is still true.";

/** Says what this is, or what happens in the scene, and starts and stops the scene. */
export function SceneBar({ scene }: { scene: Scene | null }): ReactNode {
  return (
    <section className="demo-scene" aria-label="About this demo">
      {scene === null ? <p className="demo-scene-text">{purpose}</p> : <SceneControls scene={scene} />}
      <nav className="demo-links" aria-label="Documentation">
        {links.map(({ text, href }) => (
          <a key={text} href={href}>
            {text}
          </a>
        ))}
      </nav>
    </section>
  );
}

function SceneControls({ scene }: { scene: Scene }): ReactNode {
  const { phase, start, stop } = useStore(scene);
  const isPlaying = phase.kind === "playing";
  return (
    <>
      <p className="demo-scene-text" role="status">
        {"step" in phase ? sceneSteps[phase.step]?.text : purpose}
      </p>
      <ControlButton
        className={`demo-button demo-scene-button${isPlaying ? "" : " demo-button-main"}`}
        blocked={phase.kind === "starting"}
        onClick={isPlaying ? stop : () => void start()}
      >
        {isPlaying ? "Stop" : phase.kind === "ended" ? "Play again" : "Start the demo"}
      </ControlButton>
      {isPlaying && (
        <progress className="demo-scene-progress" value={phase.step + 1} max={sceneSteps.length} aria-label="Scene" />
      )}
    </>
  );
}
