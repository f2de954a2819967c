import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";

/** The texts about acting on a held call in Chinese, with the vendor's terms. */
export const zhCNActions: HeldCallActionLabels = {
  retrieve: {
    label: "取消保持",
    busy: "正在取消保持…",
    othersWait: "请稍候：正在取消另一通话的保持",
    announceStart: (ending) => `正在取消保持，尾号 ${ending}。`,
  },
  threeParty: {
    label: "三方通话",
    busy: "正在接入…",
    done: "已进入三方通话",
    othersWait: "请稍候：正在接入另一通话",
    announceStart: (ending) => `正在接入三方通话，尾号 ${ending}。`,
  },
  connectAndLeave: {
    label: "接通双方并退出",
    busy: "正在接通…",
    done: "已接通双方，您已退出",
    othersWait: "请稍候：正在接通另一通话",
    announceStart: (ending) => `正在接通，尾号 ${ending}。`,
    confirm: { question: (number) => `将 ${number} 与当前通话接通并退出？`, no: "取消" },
  },
  hangUp: {
    label: "挂断",
    busy: "正在挂断…",
    done: "已挂断",
    announceStart: (ending) => `正在挂断，尾号 ${ending}。`,
    confirm: { question: (number) => `挂断 ${number}？保持中的通话将被断开。`, no: "继续保持" },
  },

  ofCall: (label, number, suffix) => `${label}${label.endsWith("：") ? "" : " "}${number}，${suffix}`,
  moreActions: "更多操作：",
  retrieveLongest: "取消保持最久的通话",

  busy: (label) => `${label}…`,
  waitForThis: (busy) => `请稍候：${busy}`,
  othersWait: "请稍候：正在执行其他操作",
  listInDoubt: "列表未更新",
  canStillRetrieve: "仍可取消保持。",
  signInFirst: "请先重新签入",
  cannotSend: "无法向呼叫平台发送请求",
  notPermitted: "没有查看保持通话的权限",
  switchingServers: "呼叫平台正在切换服务器",
  noCurrentCall: "当前没有正在进行的通话",
  answerFirst: "请先确认或取消",
  atItsRow: "不能在此操作，请查看列表中的该通话",

  done: "已完成",
  doneAfter: (done, seconds) => `${seconds} 秒后${done}`,
  accepted: "已受理，等待取消保持生效…",
  stillOnHold: "已受理，但通话仍在保持中。",
  outcomeUnknown: "结果未知，请先核对列表再重试。",
  lookedStillOnHold: "已重新读取列表，通话仍在保持中。",
  goneBefore: "该通话已不在保持中，未发送操作。",
  alreadyOff: "该通话已不在保持中。",
  withheld: (reason) => `未发送操作：${reason}。`,
  notDoneState: "取消保持失败：当前状态不允许。",
  notDoneNoCurrentCall: "操作失败：当前没有正在进行的通话。",
  notDoneSession: "操作失败：呼叫平台未接受当前签入。",
  notDone: "操作失败：呼叫平台拒绝。",
  notDoneError: "操作失败。",

  tryAgain: "重试",
  dismiss: "关闭",
  checkNow: "立即核对",

  announceDone: (done) => `${done}。`,
  announceForCall: (ending, outcome) => (ending === "" ? outcome : `尾号 ${ending}：${outcome}`),
};
