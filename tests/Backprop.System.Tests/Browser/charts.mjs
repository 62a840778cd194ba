// Charts in Jupyter Notebook: the first brings plotly.js, all become interactive in place and keep their size, nothing
// comes from another host, frames are picked by the keyboard, and the saved notebook is small and shows its drawings.
//
//   node charts.mjs URL SCREENSHOT
import { createRequire } from "node:module";
const require = createRequire(process.env.NODE_MODULES_OF ?? import.meta.url);
const { chromium } = require("playwright-core");

const [url, screenshot] = process.argv.slice(2);
const patience = 60_000;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await (await browser.newContext({ viewport: { width: 1100, height: 1400 } })).newPage();
page.setDefaultTimeout(patience);
const problems = [];
const elsewhere = [];
page.on("pageerror", error => problems.push(String(error)));
page.on("dialog", dialog => { problems.push("dialog " + dialog.message()); dialog.dismiss(); });
page.on("request", request => {
  const host = new URL(request.url()).hostname;
  if (!/^(127\.0\.0\.1|localhost|)$/.test(host)) elsewhere.push(request.url());
});

const jupyter = code => page.evaluate(`(function () { const nb = Jupyter.notebook; ${code} })()`);
const until = (code, what) => page.waitForFunction(`(function () { const nb = Jupyter.notebook; return ${code}; })()`, null,
  { timeout: patience }).catch(() => { throw new Error("waited in vain for " + what); });
const idle = () => until("nb.kernel && nb.kernel.is_connected() && !nb.kernel_busy", "an idle kernel");
const expect = (condition, what) => { if (!condition) throw new Error("not so: " + what); console.log("ok  " + what); };

// Heights of the cards as they arrive, before and after plotly.js.
await page.addInitScript(() => {
  window.sizes = new Map();
  window.jumps = [];
  const look = () => {
    for (const card of document.querySelectorAll(".output .bp-card")) {
      const height = Math.round(card.getBoundingClientRect().height);
      if (height > 0 && window.sizes.has(card) && window.sizes.get(card) !== height)
        window.jumps.push(`${card.querySelector(".bp-h")?.textContent}: ${window.sizes.get(card)} → ${height}`);
      if (height > 0) window.sizes.set(card, height);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

await page.goto(url);
await page.waitForSelector("#notebook-container .cell");
await until("nb.kernel && nb.kernel.info_reply && nb.kernel.info_reply.status", "kernel_info");
await idle();
const cells = await jupyter("return nb.ncells();");
await jupyter("nb.execute_all_cells();");
await until(`typeof nb.get_cell(${cells - 1}).input_prompt_number === "number"`, "the end of the last cell");
await idle();

const card = title => page.locator(".output .bp-card", { has: page.locator(".bp-h", { hasText: title }) });
await card("first").locator(".is-live .main-svg").first().waitFor();
expect(await page.evaluate(() => typeof window.Plotly?.newPlot === "function"), "the first chart brings plotly.js");
await card("second").scrollIntoViewIfNeeded();
await card("second").locator(".is-live .main-svg").first().waitFor();
expect(await page.evaluate(() => document.querySelectorAll(".output script").length === 0
  || [...document.querySelectorAll("script")].filter(s => s.textContent.includes("DecompressionStream")).length <= 1),
  "the second chart brings its figure only");

await card("surface").scrollIntoViewIfNeeded();
await page.waitForTimeout(500);
expect(await card("surface").locator("svg[role=img]:visible").count() === 1
  && await card("surface").locator(".bp-live").count() === 0, "a surface keeps its drawing");

const frames = card("frames");
await frames.scrollIntoViewIfNeeded();
await frames.locator("input").last().focus();
await page.keyboard.press("ArrowLeft");
expect(await frames.locator("svg[role=img]:visible").getAttribute("aria-label").then(label => label.includes("8")),
  "an arrow key picks the frame before");
await page.keyboard.press("ArrowRight");

expect(await page.evaluate(() => window.jumps.length === 0) , "no chart changes its size"
  + await page.evaluate(() => window.jumps.length ? ": " + window.jumps.join("; ") : ""));
await page.screenshot({ path: screenshot, fullPage: true });

const saved = await jupyter("return JSON.stringify(nb.toJSON()).length;");
expect(saved < 3_000_000, `the saved notebook is below 3 MB`);
await jupyter("return nb.save_notebook();");
await page.waitForTimeout(1000);
await page.reload();
await page.waitForSelector(".output .bp-card");
expect(await page.locator(".output .bp-card").count() === 5, "after a reload all charts are there");
const shown = await page.evaluate(() => [...document.querySelectorAll(".output .bp-card")].every(c =>
  [...c.querySelectorAll("svg")].some(svg => svg.getBoundingClientRect().height > 50)));
expect(shown, "and show a drawing");
expect(elsewhere.length === 0, "nothing is loaded from another host" + elsewhere.join(" "));
expect(problems.length === 0, "no error in the page" + (problems.length ? ": " + problems.join("; ") : ""));
await browser.close();
