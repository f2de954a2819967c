import { existsSync, readdirSync } from "node:fs";

export const firefoxPath = "/usr/bin/firefox-esr";

/** WebKitGTK's own browser, in a folder that is named after the processor. */
export const miniBrowserPath = readdirSync("/usr/lib")
  .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/** The Debian packages that are missing. */
export function missingPackages(): string[] {
  const packages = {
    "firefox-esr": existsSync(firefoxPath),
    "webkit2gtk-driver": existsSync("/usr/bin/WebKitWebDriver") && miniBrowserPath !== undefined,
    xvfb: existsSync("/usr/bin/Xvfb"),
  };
  return Object.entries(packages)
    .filter(([, isThere]) => !isThere)
    .map(([name]) => name);
}
