// antd Table and ahooks, in the table's virtual mode.
import { createRoot } from "react-dom/client";
import { AntdPanel } from "./AntdPanel.js";

createRoot(document.getElementById("root")!).render(<AntdPanel isVirtual={true} />);
