// Plays the host of a component: calls the viewer with data, again at each change.
import show from "/assets/viewer.js";

const METALS = { steel: [0.77, 0.776, 0.784, 0.12], titanium: [0.616, 0.604, 0.588, 0.3], yellow: [0.941, 0.776, 0.416, 0.12],
                 red: [0.89, 0.627, 0.498, 0.12], platinum: [0.839, 0.847, 0.847, 0.12], bronze: [0.753, 0.541, 0.322, 0.2] };
const ROUGH = { polished: 0.12, brushed: 0.34, blasted: 0.55 };
const form = document.forms[0], place = document.getElementById("place");
form.metal.append(...Object.keys(METALS).map((name) => new Option(name, name)));
const wanted = new URLSearchParams(location.search);
const names = await (await fetch("/api/scenes")).json();
form.scene.append(...names.map((name) => new Option(name, name)));
for (const name of ["scene", "metal", "finish", "theme"]) if (wanted.has(name)) form[name].value = wanted.get(name);

async function tell() {
  const { parts } = await (await fetch(`/api/scene/${form.scene.value}.json`)).json();
  const looks = {};
  for (const { name, appearance, bought } of parts) {
    if (appearance.metallic < 1 || bought || !appearance.finish) continue;
    const metal = METALS[form.metal.value];
    const look = { ...appearance };
    if (metal) [look.colour, look.roughness] = [metal.slice(0, 3), metal[3]];
    if (form.finish.value) [look.finish, look.roughness] = [form.finish.value, ROUGH[form.finish.value]];
    if (metal || form.finish.value) looks[name] = look;
  }
  document.body.classList.toggle("dark", form.theme.value === "dark");
  show({
    parentElement: place,
    data: { scene: `/api/scene/${form.scene.value}.json`, looks, language: wanted.get("language") ?? "en", theme: form.theme.value, note: wanted.get("note"),
            beside: { coin: { name: "5 Fr.", diameter: 31.45, thickness: 2.35 }, wrist: { circumference: 165 } }, select: null,
            tools: ["views", "edges", "section", "turntable", "dimensions", "beside", "ar", "faces", "measure"] },
    setTriggerValue: (name, value) => console.log(name, JSON.stringify(value)),
    setStateValue: (name, value) => console.log(name, JSON.stringify(value)),
  });
}
form.addEventListener("change", tell);
await tell();
