// Everything here is a comfort: with scripting off each page still answers its question, in words and in tables.
import { drawCharts } from "./charts/draw";
import { wireDropZones } from "./drop";
import { wireKeys } from "./keys";
import { wireLiveForms } from "./live";
import { applyTheme, wireThemeSwitch } from "./theme";

applyTheme();

const start = (): void => {
  wireThemeSwitch();
  wireKeys();
  wireDropZones();
  wireLiveForms();
  drawCharts(document);
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
