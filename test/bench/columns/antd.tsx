// antd Table and ahooks, all rows in the page.
import { createRoot } from "react-dom/client";
import { AntdPanel } from "./AntdPanel.js";

createRoot(document.getElementById("root")!).render(<AntdPanel isVirtual={false} />);
