/** Where the documentation is. In the static site it lies beside the demo; Storybook serves it to the page of `npm start`. */
const site = { manual: "../manual/index.html", readme: "../README.md" };
const local = { manual: "http://127.0.0.1:6006", readme: "/README.md" };
const { manual, readme } = import.meta.env.DEMO_GATEWAY === "in-page" ? site : local;

/** The links of the page. */
export const links = [
  { text: import.meta.env.DEMO_GATEWAY === "in-page" ? "Manual" : "Manual (npm run storybook)", href: manual },
  { text: "README", href: readme },
];
