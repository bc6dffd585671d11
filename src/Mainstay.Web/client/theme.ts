// Light and dark follow the system until a person says otherwise; what they say is kept in this browser only.
type Theme = "light" | "dark";

const key = "mainstay-theme";

const kept = (): Theme | null => {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null; // a browser that keeps nothing for files from disk
  }
};

const keep = (theme: Theme): void => {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // not kept: the choice lasts for this page
  }
};

const current = (): Theme => {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

/** Called before the body is parsed, so that a chosen theme does not flash. */
export const applyTheme = (): void => {
  const theme = kept();
  if (theme) document.documentElement.dataset.theme = theme;
};

export const wireThemeSwitch = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-theme-switch]")) {
    const show = (): void => button.setAttribute("aria-pressed", String(current() === "dark"));
    show();
    button.addEventListener("click", () => {
      const next = current() === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      keep(next);
      show();
    });
  }
};
