// What the document itself needs to know: its language and title, the language for the next visit, and what a field for files is.

interface Data { language: string; title: string }

interface Component { data: Data; parentElement: HTMLElement }

/** Streamlit's field for files has a name and says all the same that it is decoration: it is a group. */
const named = (): void => {
  for (const field of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")) field.setAttribute("role", "group");
};
new MutationObserver(named).observe(document.documentElement, { childList: true, subtree: true });

/** Called by Streamlit with every run of the page. */
export default function (component: Component): () => void {
  const { language, title } = component.data;
  document.documentElement.lang = language;
  document.title = title;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `lot_one_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  return () => {};
}
