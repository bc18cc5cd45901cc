// Stands in for Streamlit: gives the panel its data in a shadow tree and keeps what it sends in window.sent.
import panel from "/assets/panel.js";

const asked = new URL(location.href).searchParams;
const language = asked.get("lang") ?? "en";
const theme = asked.get("theme") ?? "light";
const headers = { "x-language": language, "x-theme": theme };
document.documentElement.dataset.theme = theme;
document.documentElement.lang = language;

const parentElement = document.querySelector("#panel").attachShadow({ mode: "open" });
window.sent = [];

function give(data) {
  window.data = { ...data, theme };
  window.dispose = panel({ data: window.data, parentElement, setTriggerValue });
}

async function setTriggerValue(kind, what) {
  window.sent.push({ kind, ...what });
  if (asked.has("live")) give(await (await fetch("/turn", { method: "POST", headers, body: JSON.stringify({ kind, ...what }) })).json());
}

if (asked.has("live")) give(await (await fetch("/turn", { headers })).json());
else {
  window.scenes = await (await fetch("/watch.json")).json();
  give(window.scenes[language]);
}
// a scene's name or a patch of the data on screen; the page has answered everything that was sent so far
window.give = (what) => {
  const patch = typeof what === "string" ? window.scenes[what] : what;
  const base = typeof what === "string" ? window.scenes.en : window.data;
  give({ ...base, ...patch, parameters: { ...base.parameters, ...patch.parameters },
    turn: "turn" in patch ? patch.turn : window.sent.length });
};
window.ready = true;
