using Microsoft.Playwright;

namespace Mainstay.Web.Tests;

/// <summary>WCAG contrast of every visible text of a page against what is painted under it.</summary>
internal static class Contrast
{
    /// <summary>Texts under 4.5 to 1, each with its ratio; large text (24 px, or 18.66 px bold) may have 3.</summary>
    public static async Task<IReadOnlyList<string>> TooFaintAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(Script);

    private const string Script = """
        () => {
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = 1;
          const pen = canvas.getContext("2d", { willReadFrequently: true });
          const over = (colours) => {
            pen.clearRect(0, 0, 1, 1);
            for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
            return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const light = (rgb) => {
            const [r, g, b] = rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const grounds = (element) => {
            const found = [];
            for (let at = element; at; at = at.parentElement) found.unshift(getComputedStyle(at).backgroundColor);
            return ["#fff", ...found];
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            const unseen = element.closest(".visually-hidden, script, style");
            if (!text || unseen || !element.checkVisibility({ visibilityProperty: true })) continue;
            const style = getComputedStyle(element);
            const ground = over(grounds(element));
            const ink = over([...grounds(element), element instanceof SVGElement ? style.fill : style.color]);
            const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            const size = parseFloat(style.fontSize);
            const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
            const name = `${element.tagName}.${element.getAttribute("class") ?? ""}`;
            if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${name} "${text.slice(0, 40)}"`);
          }
          return faint;
        }
        """;
}
