import { addons } from "storybook/manager-api";
import { manualTheme } from "./theme.js";

addons.setConfig({ theme: manualTheme() });
