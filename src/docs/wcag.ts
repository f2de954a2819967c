/** How the panel stands to a success criterion. */
export type Standing = "supported" | "partly" | "looked at" | "not applicable";

/** A success criterion of WCAG 2.2, level A or AA. */
export type Criterion = {
  readonly number: string;
  readonly name: string;
  readonly level: "A" | "AA";
  readonly standing: Standing;
  readonly because: string;
  /** The tests that show it, from the root of the repository. Every story also passes axe. */
  readonly tests: readonly string[];
};

const panel = (name: string) => `test/panel/HoldListPanel.${name}.test.tsx`;
const fit = "test/look/fit.test.ts";
const media = "test/look/media.test.ts";
const tokens = "test/panel/tokens.test.ts";
const stories = "src/stories/HoldListPanel.stories.tsx";
const actionStories = "src/stories/HeldCallActions.stories.tsx";
const actionKeys = "test/storm/keyboard.test.ts";

const criterion =
  (standing: Standing) =>
  (number: string, level: "A" | "AA", name: string, because: string, ...tests: readonly string[]): Criterion => ({
    number,
    name,
    level,
    standing,
    because,
    tests,
  });
const supported = criterion("supported");
const partly = criterion("partly");
const lookedAt = criterion("looked at");
const notApplicable = criterion("not applicable");

/** All of level A and AA, in order. */
export const criteria: readonly Criterion[] = [
  supported(
    "1.1.1",
    "A",
    "Non-text Content",
    "Icons are drawings hidden from screen readers; each stands beside words or on a button that has a name.",
    panel("states"),
    stories,
  ),
  notApplicable(
    "1.2.1",
    "A",
    "Audio-only and Video-only (Prerecorded)",
    "No recordings. The tone of `sound` carries nothing that is not written.",
  ),
  notApplicable("1.2.2", "A", "Captions (Prerecorded)", "No recordings."),
  notApplicable("1.2.3", "A", "Audio Description or Media Alternative (Prerecorded)", "No recordings."),
  notApplicable("1.2.4", "AA", "Captions (Live)", "No live media: the panel carries no voice."),
  notApplicable("1.2.5", "AA", "Audio Description (Prerecorded)", "No recordings."),
  supported(
    "1.3.1",
    "A",
    "Info and Relationships",
    "A region named by its heading, a list of list items, buttons, a menu, a group named by its question.",
    panel("states"),
    panel("calls"),
    panel("actions"),
    actionStories,
  ),
  supported(
    "1.3.2",
    "A",
    "Meaningful Sequence",
    "A row reads in the order number, type, call ID, skill, time, attention.",
    panel("states"),
  ),
  supported(
    "1.3.3",
    "A",
    "Sensory Characteristics",
    "No instruction relies on shape, place or sound: buttons are named by what they do.",
    panel("attention"),
    "test/panel/labels/labels.test.ts",
  ),
  supported("1.3.4", "AA", "Orientation", "The panel takes the width that it is given, and locks nothing.", fit),
  notApplicable(
    "1.3.5",
    "AA",
    "Identify Input Purpose",
    "The panel has no field to fill in. The host's sign-in form does.",
  ),
  supported(
    "1.4.1",
    "A",
    "Use of Color",
    "Attention, doubt and state are words and marks as well as colours.",
    panel("attention"),
    media,
  ),
  supported(
    "1.4.2",
    "A",
    "Audio Control",
    "Off by default; a tone of 0.4 s, three times at most, silenced by acknowledging the call.",
    panel("alerts"),
  ),
  supported(
    "1.4.3",
    "AA",
    "Contrast (Minimum)",
    "Text has 4.5:1 on every ground, light and dark, in the default look and in both themes. Colours of the host's are the host's.",
    tokens,
    stories,
  ),
  supported(
    "1.4.4",
    "AA",
    "Resize Text",
    "Sizes are em of the host's text. At twice the text nothing is cut off or overlaps.",
    fit,
  ),
  supported("1.4.5", "AA", "Images of Text", "There are none.", stories),
  supported(
    "1.4.10",
    "AA",
    "Reflow",
    "From 280 px on, in both directions, nothing scrolls sideways.",
    fit,
    "test/demo/accessibility.test.ts",
  ),
  supported(
    "1.4.11",
    "AA",
    "Non-text Contrast",
    "Outlines of buttons and the colour of the focus ring have 3:1; in forced colours icons, dots and outlines are the system's.",
    tokens,
    media,
  ),
  partly(
    "1.4.12",
    "AA",
    "Text Spacing",
    "With the spacing of this criterion nothing is cut off or overlaps, from 320 px on, with one exception: at 320 px, in Chinese, the time of a call held for more than a day sticks out of its row by 3 px.",
    "test/look/textSpacing.test.ts",
  ),
  partly(
    "1.4.13",
    "AA",
    "Content on Hover or Focus",
    "The panel shows nothing on hover of its own. Some buttons and cut-off texts have a `title`, which the browser shows: the reason of a blocked action is also in its menu, a cut-off skill also in the call's details.",
    panel("calls"),
    actionStories,
  ),
  supported(
    "2.1.1",
    "A",
    "Keyboard",
    "Tab reaches everything; arrows, Home and End move between rows; Enter and Space act.",
    panel("keyboard"),
    actionKeys,
  ),
  supported(
    "2.1.2",
    "A",
    "No Keyboard Trap",
    "Tab leaves the panel; Escape and Tab close the menu, Escape answers a question safely.",
    panel("keyboard"),
    actionKeys,
  ),
  supported(
    "2.1.4",
    "A",
    "Character Key Shortcuts",
    "None, but in an open menu, where a letter moves the focus to an item and does nothing. A host's shortcuts are the host's.",
    panel("keyboard"),
    "test/panel/actions/createTypeAhead.test.ts",
  ),
  supported(
    "2.2.1",
    "A",
    "Timing Adjustable",
    "Nothing that the agent has to do runs out. Rows that have left go after 5 s, and stay under the pointer or the focus; a revealed number is masked again after the host's `revealFor`, and can be revealed again.",
    panel("left"),
    panel("underHand"),
    panel("masking"),
  ),
  partly(
    "2.2.2",
    "A",
    "Pause, Stop, Hide",
    "The digits of the time on hold tick by the second and cannot be paused: they are what the agent needs. Nothing moves or blinks otherwise; what does is still under reduced motion. Rows keep their places under the pointer or the focus.",
    "test/panel/rows/HoldTimer.test.tsx",
    panel("underHand"),
    media,
  ),
  lookedAt(
    "2.3.1",
    "A",
    "Three Flashes or Below Threshold",
    "Nothing flashes: what moves is one fade of a row that came, and the turning icon of Refresh.",
  ),
  supported(
    "2.4.1",
    "A",
    "Bypass Blocks",
    "The panel is a region with a heading: screen readers go to it and past it. Bypassing parts of the page is the host's.",
    panel("states"),
  ),
  notApplicable("2.4.2", "A", "Page Titled", "The host's page has the title."),
  supported(
    "2.4.3",
    "A",
    "Focus Order",
    "Refresh, the strip's buttons, then each row from its first control to its last. Where a focused control goes, the focus goes to a place that is said, not to the page.",
    panel("keyboard"),
    panel("underHand"),
    actionKeys,
  ),
  notApplicable("2.4.4", "A", "Link Purpose (In Context)", "The panel has no links."),
  notApplicable("2.4.5", "AA", "Multiple Ways", "The panel is no set of pages."),
  supported(
    "2.4.6",
    "AA",
    "Headings and Labels",
    "One heading; a control's name says what it does, and to which call.",
    panel("states"),
    actionStories,
  ),
  lookedAt(
    "2.4.7",
    "AA",
    "Focus Visible",
    "A ring of 2 px in the accent colour, which has 3:1 on every ground by test. That each control shows it was seen, and has no test.",
    tokens,
  ),
  lookedAt(
    "2.4.11",
    "AA",
    "Focus Not Obscured (Minimum)",
    "Nothing of the panel lies over a focused control but its own open menu, which has the focus. It has no test of its own. What the host lays over the panel is the host's.",
    actionStories,
  ),
  supported("2.5.1", "A", "Pointer Gestures", "One click does everything.", stories),
  supported(
    "2.5.2",
    "A",
    "Pointer Cancellation",
    "Everything acts on the click, not on the press. A press goes to the call at which it was aimed.",
    panel("underHand"),
    "test/storm/presses.test.ts",
  ),
  supported(
    "2.5.3",
    "A",
    "Label in Name",
    "A control's name begins with what stands on it.",
    actionStories,
    "test/panel/actions/RetrieveLongestHeldButton.test.tsx",
  ),
  notApplicable("2.5.4", "A", "Motion Actuation", "Nothing listens to motion."),
  notApplicable("2.5.7", "AA", "Dragging Movements", "Nothing is dragged."),
  supported(
    "2.5.8",
    "AA",
    "Target Size (Minimum)",
    "What can be pressed is 28 px high and wide, 24 px when compact.",
    fit,
  ),
  supported("3.1.1", "A", "Language of Page", "The panel carries its own `lang`, that of its words.", panel("host")),
  partly(
    "3.1.2",
    "AA",
    "Language of Parts",
    "The panel's words are marked. The gateway's own message and skills come in a language that nobody says, and are not.",
    panel("host"),
  ),
  supported(
    "3.2.1",
    "A",
    "On Focus",
    "Focus changes nothing but the ring; rows stay where they are.",
    panel("underHand"),
  ),
  supported("3.2.2", "A", "On Input", "Nothing happens before a button is pressed.", panel("keyboard")),
  notApplicable("3.2.3", "AA", "Consistent Navigation", "The panel is no set of pages."),
  supported(
    "3.2.4",
    "AA",
    "Consistent Identification",
    "The same thing has the same words in every state; all of them are one object.",
    "test/panel/labels/labels.test.ts",
  ),
  notApplicable(
    "3.2.6",
    "A",
    "Consistent Help",
    "The panel offers no help of its own; words such as “Tell support” name the host's.",
  ),
  supported(
    "3.3.1",
    "A",
    "Error Identification",
    "Each failure says in words what is wrong, and which call an action was not done to.",
    panel("failures"),
    panel("actions"),
  ),
  notApplicable("3.3.2", "A", "Labels or Instructions", "The panel has no field to fill in."),
  supported(
    "3.3.3",
    "AA",
    "Error Suggestion",
    "Each failure says what happens next or what to do: try now, sign in again, ask the administrator, look at the list first.",
    panel("failures"),
    "test/panel/labels/failureLabels.test.ts",
  ),
  supported(
    "3.3.4",
    "AA",
    "Error Prevention (Legal, Financial, Data)",
    "What cannot be undone (hang up, connect and leave) asks first, and the focus is on the safe answer.",
    actionStories,
    actionKeys,
  ),
  notApplicable("3.3.7", "A", "Redundant Entry", "The panel has no field to fill in."),
  notApplicable("3.3.8", "AA", "Accessible Authentication (Minimum)", "The host signs the agent in."),
  supported(
    "4.1.2",
    "A",
    "Name, Role, Value",
    "Native buttons with names; details say whether they are open, the menu that it is one, a blocked action that it is disabled and why.",
    panel("states"),
    panel("calls"),
    panel("actions"),
    actionStories,
  ),
  supported(
    "4.1.3",
    "AA",
    "Status Messages",
    "Two live regions, there from the first render: changes are said once, gathered, at most one in 3 s; ticking seconds never.",
    panel("announcements"),
    "test/panel/announcements/createAnnouncer.test.ts",
    "test/panel/actions/ActionAnnouncements.test.tsx",
  ),
];
