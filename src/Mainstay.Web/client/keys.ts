// Keyboard comforts: "/" searches, "g" then a page's letter goes there, "e" exports. Never while somebody types.
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

export const wireKeys = (): void => {
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (going) {
      going = false;
      document.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(event.key)}"]`)?.click();
      return;
    }
    if (event.key === "g") going = true;
    if (event.key === "e") document.querySelector<HTMLAnchorElement>("a[data-export]")?.click();
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[data-shortcut="/"]')?.focus();
    }
  });
};
