import "hold-list-panel/styles.css";
import { createRoot } from "react-dom/client";
import { Desk } from "./Desk.jsx";

createRoot(document.getElementById("root")).render(<Desk />);
