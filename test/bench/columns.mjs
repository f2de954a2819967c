// What is measured side by side. `rows` selects a row in the page.

/** @type {Record<string, { title: string, rows: string }>} */
export const columns = {
  panel: { title: "this panel", rows: ".hlp-row" },
  "panel-read-only": { title: "this panel, read-only", rows: ".hlp-row" },
  floor: { title: "floor (hand-written DOM)", rows: "tbody tr" },
  "floor-windowed": { title: "floor, windowed", rows: "tbody tr[data-place]" },
  "react-floor": { title: "React floor", rows: "tbody tr" },
  "plain-react": { title: "plain React", rows: "tbody tr" },
  "react-table": { title: "react-query + react-table", rows: "tbody tr" },
  antd: { title: "antd Table + ahooks", rows: ".ant-table-row" },
  "antd-virtual": { title: "antd Table (virtual) + ahooks", rows: ".ant-table-row" },
  mui: { title: "MUI X DataGrid + SWR", rows: ".MuiDataGrid-row" },
  "ag-grid": { title: "AG Grid + react-query", rows: ".ag-row" },
};
