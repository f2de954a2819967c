import { useEffect, useState } from "react";
import { createPortal } from "react-dom";

const openPopup = async () => window.open("", "held-calls", "width=360,height=480");
const openOnTop = () => window.documentPictureInPicture.requestWindow({ width: 360, height: 480 });

export function PopOut({ children }) {
  const [popup, setPopup] = useState(null);

  useEffect(() => {
    if (popup === null) return;
    const comeBack = () => setPopup(null);
    const close = () => popup.close();
    popup.addEventListener("pagehide", comeBack);
    window.addEventListener("pagehide", close); // nothing updates the pop-up afterwards
    return () => {
      popup.removeEventListener("pagehide", comeBack);
      window.removeEventListener("pagehide", close);
    };
  }, [popup]);

  async function popOut(open) {
    const opened = await open();
    if (opened === null) return; // blocked by the browser
    opened.document.documentElement.lang = document.documentElement.lang;
    opened.document.title = "Calls on hold";
    for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]'))
      opened.document.head.append(opened.document.importNode(sheet, true));
    setPopup(opened);
  }
  if (popup !== null) return createPortal(children, popup.document.body);
  return (
    <>
      <button type="button" onClick={() => popOut(openPopup)}>
        Pop out
      </button>
      {"documentPictureInPicture" in window && (
        <button type="button" onClick={() => popOut(openOnTop)}>
          Keep on top
        </button>
      )}
      {children}
    </>
  );
}
