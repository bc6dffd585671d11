// A file dropped on the zone is as good as one chosen in it.
export const wireDropZones = (): void => {
  for (const zone of document.querySelectorAll<HTMLFormElement>("form[data-drop]")) {
    const input = zone.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) continue;
    const over = (event: DragEvent, isOver: boolean): void => {
      event.preventDefault();
      zone.classList.toggle("over", isOver);
    };
    zone.addEventListener("dragover", (event) => over(event, true));
    zone.addEventListener("dragleave", (event) => over(event, false));
    zone.addEventListener("drop", (event) => {
      over(event, false);
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
      input.files = event.dataTransfer.files;
      zone.requestSubmit();
    });
  }
};
