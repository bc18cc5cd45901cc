// What the document itself needs to know: its language and title, and the language for the next visit.

interface Data { language: string; title: string }

interface Component { data: Data; parentElement: HTMLElement }

/** Called by Streamlit with every run of the page. */
export default function (component: Component): () => void {
  const { language, title } = component.data;
  document.documentElement.lang = language;
  document.title = title;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `lot_one_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  return () => {};
}
