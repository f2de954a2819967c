import type { HeldTime, HoldListLabels } from "./HoldListLabels.js";

const roundedDuration = (seconds: number) => (seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分钟`);

function heldTimeText({ days, hours, minutes }: HeldTime): string {
  const parts = [days > 0 && `${days} 天`, hours > 0 && `${hours} 小时`, minutes > 0 && `${minutes} 分钟`];
  return parts.filter(Boolean).join(" ");
}

/** The panel's texts in Chinese, with the vendor's terms. */
export const zhCN: HoldListLabels = {
  language: "zh-CN",

  heading: "保持中的通话",
  list: {
    "longest-first": "保持中的通话，按保持时长排序",
    "newest-first": "保持中的通话，最新在前",
    gateway: "保持中的通话列表",
  },
  count: (count) => `${count} 个通话`,
  empty: "暂无保持中的通话",
  emptyInDoubt: (time) => `${time} 时没有保持中的通话`,
  signedOut: "签入后可查看保持中的通话。",
  loading: "正在加载保持中的通话…",
  stillLoading: "仍在加载…",
  unreadable: (count) => `另有 ${count} 个通话无法识别，请联系技术支持。`,

  upToDate: "已是最新",
  upToDateAgain: "列表已更新",
  tryingAgain: "正在重试",
  stopped: "已停止",
  notSignedIn: "未签入",
  loadingShort: "正在加载",
  lastUpdated: (time) => `上次更新：${time}`,
  refresh: "刷新保持中的通话",

  notUpToDate: (time) => `自 ${time} 起未更新`,
  cannotShow: "无法显示保持中的通话",
  callersMayWait: (reason) => `可能仍有客户处于保持状态。${reason}`,
  overdue: "呼叫平台尚未响应。",
  network: "无法连接呼叫平台，正在重试。",
  timeout: (seconds) => `呼叫平台 ${seconds} 秒内未响应，正在重试。`,
  signOnAgain: "请重新登录公司网络",
  signOnNeeded: "公司统一登录已过期，列表无法更新。可能仍有客户处于保持状态。",
  http: (status) => `呼叫平台返回错误（HTTP ${status}），正在重试。`,
  malformed: "返回的数据无法识别，正在重试。如持续出现，请联系技术支持。",
  switching: "呼叫平台正在切换服务器，完成后自动更新。",
  fault: "呼叫平台出现异常，正在重试。",
  rejected: "呼叫平台拒绝了请求，请联系技术支持。",
  tooOften: "请求过于频繁，已放慢更新。",
  unknownCode: () => "呼叫平台返回未知代码，正在重试。",
  refusedOnce: "呼叫平台未接受当前签入，正在重试。",
  signInAgain: "请重新签入",
  refused: "当前签入已失效，可能仍有客户处于保持状态。",
  noPermission: "没有查看保持通话的权限",
  askAdministrator: "请联系管理员，可能仍有客户处于保持状态。",
  badAgentId: "呼叫平台没有该座席工号，请使用其他工号签入或联系技术支持。",
  insecurePage: "与呼叫平台的连接不安全（http），未发送请求，请联系技术支持。",
  noGateway: "未发送请求：本页面没有正确的呼叫平台地址，请联系技术支持。",
  code: (retcode, message) => (message === "" ? `代码 ${retcode}` : `代码 ${retcode}：${message}`),
  tryNow: "立即重试",
  retry: "重试",
  signIn: "重新签入",
  panelFailed: "列表无法显示，可能仍有客户处于保持状态。如持续出现，请联系技术支持。",

  callTypes: {
    incoming: "普通呼入",
    internal: "内部呼叫",
    outgoing: "普通呼出",
    reserved: "预约外呼",
    preoccupied: "预占用外呼",
    predictive: "预测外呼",
    preview: "预览外呼",
    callback: "回呼",
    consultation: "内部咨询",
    "three-party-consultation": "内部三方咨询",
    "multi-party": "多方通话",
  },
  unknownCallType: (callType) => (callType === null ? "类型未知" : `类型 ${callType}`),
  noNumber: "无号码",
  details: (suffix) => `详情，呼叫 ID 尾号 ${suffix}`,
  callId: "呼叫 ID",
  caller: "主叫",
  called: "被叫",
  skill: "技能",
  copy: "复制",
  copyCallId: (suffix) => `复制呼叫 ID，尾号 ${suffix}`,
  copied: "已复制",
  copyByHand: "已选中，请按 Ctrl+C",

  filter: "按号码、技能或呼叫 ID 筛选",
  filterCount: (matches, count) => `${matches} / ${count}`,
  clearFilter: "清除筛选",
  noMatch: "没有符合筛选条件的通话",

  announceFirstList: (count) => (count === 0 ? "没有保持中的通话。" : `${count} 个通话在保持中。`),
  announceArrival: (ending, count) => `尾号 ${ending} 已保持，共 ${count} 个。`,
  announceDeparture: (ending, count) => `尾号 ${ending} 已不在保持中，剩 ${count} 个。`,
  announceChanges: (arrived, left, count) =>
    `${[arrived > 0 ? `新增 ${arrived} 个` : "", left > 0 ? `离开 ${left} 个` : ""].filter(Boolean).join("，")}，共 ${count} 个。`,
  announceDoubt: (time) => `列表自 ${time} 起未更新。`,
  announceRecovery: (count) => `列表已更新，共 ${count} 个。`,
  announceRefusal: (count) => (count === 0 ? "请重新签入。" : `请重新签入，可能仍有 ${count} 个通话在保持中。`),
  announceNoPermission: (count) =>
    count === 0 ? "没有查看保持通话的权限。" : `没有查看保持通话的权限，可能仍有 ${count} 个通话在保持中。`,
  announceCannotShow: "无法显示保持中的通话，可能仍有客户处于保持状态。",
  announceMatches: (matches, count) => `${count} 个通话中有 ${matches} 个符合。`,

  days: (count) => `${count} 天`,
  heldFor: (time, certainty) => {
    const text = heldTimeText(time);
    if (text === "")
      return certainty === "at-least" ? "已在保持，时长未知，首次查询到不足 1 分钟" : "已保持不到 1 分钟";
    return `已保持${certainty === "at-least" ? "至少 " : certainty === "exact" ? " " : "约 "}${text}`;
  },
  heldSince: (time, certainty) => {
    switch (certainty.kind) {
      case "exact":
        return `自 ${time} 起保持。`;
      case "observed":
        return `约 ${time} 开始保持（误差不超过 ${Math.ceil(certainty.gap / 2_000)} 秒）。`;
      case "at-least":
        return `${time} 首次查询到时已在保持，实际时长可能更长。`;
      case "probable":
        return `可能自 ${time} 起保持：其间有一段时间未查询或系统时钟有变动，可能曾取消保持后再次保持。`;
    }
  },
  longHold: "保持较久",
  tooLong: "保持超时",
  tooLongCount: (count) => `${count} 个超时`,
  longest: "最长",
  onHold: "保持",
  leftBecause: {
    unknown: "已不在保持",
    retrieved: "已取消保持",
    "customer-hung-up": "客户已挂断",
    "other-party-hung-up": "对方已挂断",
  },
  announceHangUp: (ending, count) => `尾号 ${ending} 客户已挂断，剩 ${count} 个。`,
  announceLongHold: (ending, seconds) => `尾号 ${ending} 保持超过 ${roundedDuration(seconds)}。`,
  announceTooLong: (ending, seconds) => `尾号 ${ending} 保持超过 ${roundedDuration(seconds)}，已超时。`,
  announceSeveralLong: (count) => `${count} 个通话保持较久。`,
  announceSeveralTooLong: (count) => `${count} 个通话保持超时。`,
  numberEnding: (digits) => (digits === "" ? "号码已隐藏" : `尾号 ${digits}`),
  reveal: "显示号码",
  acknowledge: "知道了",
  acknowledgeCall: (number, suffix) => `知道了：到下一时限前不再提醒 ${number}，${suffix}`,
  acknowledged: "已确认",
  snooze: "1 分钟后提醒",
  snoozeCall: (number, suffix) => `1 分钟后再提醒 ${number}，${suffix}`,
  snoozed: "已推迟",
  soundBlocked: "浏览器尚未允许提示音。",
  allowSound: "开启提示音",
  soundUnavailable: "此浏览器无法播放提示音。",
  notificationsOff: "桌面通知未开启。",
  allowNotifications: "开启桌面通知",
  notificationsUnavailable: "此浏览器无法显示通知。",
  notificationTitle: (digits) => `保持超时：${digits}`,

  supervising: (name) => ({
    heading: `${name} 保持中的通话`,
    empty: `${name} 没有保持中的通话`,
    emptyInDoubt: (time) => `${time} 时 ${name} 没有保持中的通话`,
    signedOut: `签入后可查看 ${name} 保持中的通话。`,
    fault: `呼叫平台无法读取该列表，${name} 可能在集群的其他节点上，正在重试。`,
    signInAgain: "签入未被接受",
    refused: `您的签入已失效，或 ${name} 未签入。可能仍有客户处于保持状态。`,
    noPermission: `没有查看 ${name} 保持通话的权限`,
    badAgentId: `呼叫平台没有该座席工号（您的或 ${name} 的），请联系技术支持。`,
    announceFirstList: (count) => `${name}：${count === 0 ? "没有保持中的通话" : `${count} 个通话在保持中`}。`,
    announceRefusal: (count) => `签入未被接受${count === 0 ? "。" : `，${name} 可能仍有 ${count} 个通话在保持中。`}`,
  }),
};
