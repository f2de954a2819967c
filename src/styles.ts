// Built as styles.css, which a host imports separately.
import "./panel/HoldListPanel.css";
