// A form that answers while it is filled in: the same address, fetched as somebody types, and the part of the page
// that holds its answer put in place of the old one. Without scripting the button does it.
const pause = 150;

export const wireLiveForms = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) wire(form, form.dataset.live ?? "");
};

const wire = (form: HTMLFormElement, id: string): void => {
  let timer = 0;
  let asked: AbortController | null = null;

  const answer = async (): Promise<void> => {
    if (!form.checkValidity()) return;
    asked?.abort();
    const mine = (asked = new AbortController());
    const old = document.getElementById(id);
    const address = addressOf(form);
    old?.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById(id);
      if (!fresh || !old || mine.signal.aborted) return;
      old.replaceChildren(...fresh.childNodes);
      history.replaceState(null, "", address);
    } catch {
      // asked again meanwhile, or the server is gone: the button still works
    } finally {
      if (asked === mine) old?.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void answer(), pause);
  });
};

const addressOf = (form: HTMLFormElement): string => {
  const given = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const page = form.getAttribute("action") ?? location.pathname;   // form.action would be a field of that name
  return `${page}?${new URLSearchParams(given)}`;
};
