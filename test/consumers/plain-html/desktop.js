document.querySelector("button").addEventListener("click", async () => {
  const response = await fetch("/agentgateway/resource/onlineagent/291", {
    method: "PUT",
    headers: { "Content-Type": "application/json; charset=UTF-8" },
    body: JSON.stringify({ password: "demo", phonenum: "40038", autoanswer: "false" }),
  });
  document.querySelector("hold-list-panel").guid = response.headers.get("Set-GUID").replace("JSESSIONID=", "");
});
