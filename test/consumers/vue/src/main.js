import { createApp } from "vue";
import AgentDesktop from "./AgentDesktop.vue";

createApp(AgentDesktop).mount("#app");
