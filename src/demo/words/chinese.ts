import { zhCN, zhCNActions } from "../../index.js";
import type { SignInProblem } from "../SignInProblem.js";
import type { DemoWords } from "./DemoWords.js";

/** The demo in Chinese. */
export const chinese: DemoWords = {
  panel: { ...zhCN, ...zhCNActions },
  title: "Hold List Panel",
  gateway: { simulated: "演示，使用模拟 CC-Gateway", real: "演示，使用真实 CC-Gateway" },
  language: "语言",
  scheme: { name: "配色", auto: "自动", light: "浅色", dark: "深色" },
  width: { name: "面板宽度", narrow: "窄", wide: "宽" },

  signIn: "签入",
  signInAgain: "重新签入",
  signInAnyway: "仍在此签入",
  cancel: "取消",
  signOut: "签出",
  agent: (agentId) => `座席 ${agentId}`,
  agentId: "座席工号",
  password: "密码",
  phoneNumber: "电话号码",
  signInHint: "工号 101 至 59999 均可，密码 demo。",
  problem,
  stillOnHold: (calls) => `仍有 ${calls} 个通话在保持中`,

  events: "事件",
  listening: { yes: "接收中", no: "未接收", failing: "正在重试" },
  noEvents: "签入后增加保持通话，此处显示呼叫平台发来的事件。",
  notes: {
    "signed-in": "已签入",
    "signed-out": "已签出",
    renewed: "Guid 已更新",
    failed: "事件查询失败，正在重试",
    recovered: "事件查询已恢复",
  },

  controls: "控制",
  panelSettings: "面板",
  thresholds: { long: "保持较久", tooLong: "保持过久" },
  order: { name: "排序", longest: "最久在前", newest: "最新在前", gateway: "平台顺序" },
  acts: {
    name: "操作",
    on: "可取消保持，更多操作在各通话的菜单中。Alt+R 取消保持最久的通话。",
    off: "面板仅供查看。",
  },
  supervises: {
    name: "班长视图",
    on: "第二个面板显示座席 292（Li Wei）保持中的通话。",
    off: "仅显示座席自己的通话。",
  },
  masks: { name: "隐藏号码", on: "在通话详情中可显示号码 5 秒。", off: "号码完整显示。" },
  sound: { name: "提示音", on: "每到提醒时限响一次，最多三次。", off: "静音。" },
  notifications: { name: "桌面通知", on: "您未查看页面时，为保持过久的通话各通知一次。", off: "无。" },
  passesEvents: {
    name: "转交事件",
    on: "新保持的通话时长精确。有事件时及每 30 秒查询一次列表。",
    off: "最后一个事件 20 秒后起，每 2 秒查询一次列表。时长为约（~）或至少（≥）。",
  },

  simulatorGone: "无法连接模拟器。",
  calls: (agentId) => `座席 ${agentId} 的通话`,
  addCall: "增加保持通话",
  addCalls: (count) => `增加 ${count} 个保持通话`,
  heldCall: "保持中的通话",
  longest: "保持最久的通话",
  noHeldCalls: "无保持通话",
  hangUp: "客户挂断",
  retrieve: "座席取消保持",
  talkingTo: (number) => `正在与 ${number} 通话`,
  hold: "保持",
  session: "签入状态",
  renewGuid: "更新 Guid",
  endSession: "由系统签出",
  faults: "故障",
  faultsHint: "面板查询保持列表时，呼叫平台如何应答。",
  actionFaultsHint: "呼叫平台如何处理操作。",
  faultNames: {
    "100-006": "100-006 失效",
    "300-001": "300-001 无权限",
    "400-003": "400-003 无通话",
    "000-004": "000-004 切换中",
    "100-007": "100-007 异常",
    "999-999": "999-999 未知",
    http: "HTTP 502",
    silence: "不应答",
    html: "HTML 页面",
    truncated: "残缺 JSON",
    redirect: "重定向",
    disconnect: "连接断开",
    notDone: "受理未执行",
    doneLate: "延迟执行",
    answerLost: "应答丢失",
    "200-016": "200-016 状态",
  },
  otherFault: (kind) => `已开启：${kind}`,
  clearFaults: "清除故障",
  latency: "延迟",
  noLatency: "无",
  requests: "请求",
  noRequests: "此处显示呼叫平台收到的请求。",
  requestColumns: ["时间", "操作", "结果", "用时"],
  waiting: "等待中",
};

function problem(it: SignInProblem): string {
  switch (it.kind) {
    case "unreachable":
      return "无法连接呼叫平台。";
    case "wrong-password":
      return "密码错误。";
    case "already-signed-in":
      return "该座席已在别处签入。";
    case "no-guid":
      return "已签入，但本页面无法读取 Set-GUID：呼叫平台须公开该响应头。";
    case "refused":
      return `呼叫平台拒绝签入（代码 ${it.retcode}）。`;
    case "still-signed-in":
      return `未能签出（代码 ${it.retcode}）。有通话保持时无法签出。`;
    case "lost":
      return "当前签入已失效。";
    case "ended":
      return "呼叫平台已将您签出。";
    default:
      return it satisfies never;
  }
}
