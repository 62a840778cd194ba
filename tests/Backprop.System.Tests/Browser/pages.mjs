// Opens pages as people do, light, dark and narrow: nothing is logged as an error, no text of a drawing lies on another
// or outside its drawing, nothing scrolls sideways, and axe-core finds nothing. Prints each fault; stores a screenshot of
// each page. No script of the pages' own runs the checks: what stands in the file is what is looked at.
//
//   node pages.mjs FOLDER_OF_SCREENSHOTS PAGE...
import { createRequire } from "node:module";
import path from "node:path";
const require = createRequire(process.env.NODE_MODULES_OF ?? import.meta.url);
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

const [folder, ...pages] = process.argv.slice(2);
const looks = [
  { name: "light", colorScheme: "light", viewport: { width: 1100, height: 900 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1100, height: 900 } },
  { name: "narrow", colorScheme: "light", viewport: { width: 390, height: 800 } },
];

// In the page: texts of drawings that lie on each other, or leave their drawing; and what makes the page too wide.
const crowded = () => {
  const faults = [];
  const place = element => (element.closest("section")?.id ?? "") + ": ";
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0 || getComputedStyle(svg).visibility === "hidden") continue;
    const texts = [...svg.querySelectorAll("text")]
      .filter(text => text.textContent.trim() && text.checkVisibility({ visibilityProperty: true }))
      .map(text => ({ text, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
    for (const { text, box } of texts)
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
        faults.push(`${place(svg)}“${text.textContent}” leaves its drawing`);
    const turned = ({ text }) => /rotate/.test(text.getAttribute("transform") ?? "");
    for (let i = 0; i < texts.length; i++)
      for (let j = i + 1; j < texts.length; j++) {
        const [a, b] = [texts[i], texts[j]];
        if (turned(a) || turned(b)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        // A line box is higher than its letters: two lines may touch by that much.
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1 && down > 0.35 * Math.min(a.box.height, b.box.height))
          faults.push(`${place(svg)}“${a.text.textContent}” lies on “${b.text.textContent}”`);
      }
  }
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) {
    const wide = [...document.querySelectorAll("section")].filter(part => part.scrollWidth > part.clientWidth + 1);
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}: ${wide.map(part => part.id)}`);
  }
  return faults;
};

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
let faults = 0;
for (const file of pages)
  for (const look of looks) {
    const context = await browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport });
    const page = await context.newPage();
    const name = `${path.basename(file, ".html")}-${look.name}`;
    const fault = text => { faults++; console.log(`${name}: ${text}`); };
    page.on("console", message => { if (message.type() === "error") fault(message.text()); });
    page.on("pageerror", error => fault(String(error)));
    page.on("request", request => { if (!/^(file|data|blob):/.test(request.url())) fault("asks for " + request.url()); });
    await page.goto("file://" + path.resolve(file));
    await page.screenshot({ path: path.join(folder, name + ".png"), fullPage: true });
    (await page.evaluate(crowded)).forEach(fault);
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const violation of found.violations)
      for (const node of violation.nodes.slice(0, 4))
        fault(`${violation.id}: ${node.target.join(" ")} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? violation.help}`);
    await context.close();
  }
await browser.close();
console.log(`${pages.length} pages in ${looks.length} looks, ${faults} faults`);
