// Shared modules are loaded before the chunk that uses them.
void import("./AgentDesktop.jsx");
