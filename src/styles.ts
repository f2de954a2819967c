// Becomes styles.css, the sheet that a host imports by itself.
import "./panel/HoldListPanel.css";
