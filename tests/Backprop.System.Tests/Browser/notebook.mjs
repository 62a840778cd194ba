// Opens a notebook in Jupyter Notebook as a person would: runs all cells, completes with Tab, asks with Shift-Tab, answers
// a question of the program, interrupts a loop, restarts. Prints one line for each thing that worked; throws at the first
// that did not.
//
//   node notebook.mjs URL SCREENSHOT
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
page.on("pageerror", error => problems.push(String(error)));

const jupyter = code => page.evaluate(`(function () { const nb = Jupyter.notebook; ${code} })()`);
const until = (code, what) => page.waitForFunction(`(function () { const nb = Jupyter.notebook; return ${code}; })()`, null,
  { timeout: patience }).catch(() => { throw new Error("waited in vain for " + what); });
const idle = () => until("nb.kernel && nb.kernel.is_connected() && !nb.kernel_busy", "an idle kernel");
const text = index => jupyter(`return nb.get_cell(${index}).output_area.element.text();`);
const ran = index => until(`typeof nb.get_cell(${index}).input_prompt_number === "number"`, "the end of cell " + index);
const said = line => console.log(line);

const expect = (condition, what) => { if (!condition) throw new Error(what); said("ok  " + what); };

await page.goto(url);
await page.waitForSelector("#notebook-container .cell");
await until("nb.kernel && nb.kernel.info_reply && nb.kernel.info_reply.status", "kernel_info");
await idle();
said("ok  the notebook opens and the kernel answers");

await jupyter("nb.execute_all_cells();");
await ran(2);
await idle();
expect((await text(0)).includes("42"), "run all: a value");
expect((await text(1)).includes("line 99"), "run all: printed lines");
expect((await text(2)).includes("tensor"), "run all: a tensor shows itself");
await page.screenshot({ path: screenshot, fullPage: true });

const fresh = async source => {
  const index = await jupyter("nb.insert_cell_at_bottom('code'); nb.select(nb.ncells() - 1); return nb.ncells() - 1;");
  await jupyter(`nb.edit_mode(); nb.get_cell(${index}).focus_editor();`);
  await page.keyboard.type(source);
  return index;
};
const run = async index => { await jupyter(`nb.get_cell(${index}).execute();`); await ran(index); await idle(); };

await fresh("Math.Sq");
await page.keyboard.press("Tab");
let cell = await jupyter("return nb.ncells() - 1;");
await until(`nb.get_cell(${cell}).get_text().startsWith("Math.Sqrt")`, "the completion of Math.Sq");
said("ok  Tab completes");

cell = await fresh("Math.Max(");
await page.keyboard.press("Shift+Tab");
await page.waitForSelector("#tooltip .tooltiptext pre, .ui-tooltip .tooltiptext", { state: "visible" });
await page.waitForFunction(() => document.querySelector("#tooltip")?.textContent.includes("Max"));
said("ok  Shift-Tab explains");
await page.keyboard.press("Escape");

cell = await fresh("var name = Console.ReadLine();");
await jupyter(`nb.get_cell(${cell}).execute();`);
await page.waitForSelector("input.raw_input");
await page.fill("input.raw_input", "Ada");
await page.press("input.raw_input", "Enter");
await ran(cell);
cell = await fresh("name.Length * 14");
await run(cell);
expect((await text(cell)).includes("42"), "a question is answered");

cell = await fresh("");
await jupyter(`nb.get_cell(${cell}).set_text('int k = 5;\\nInteract.Slider("w", 0, 1, w => $"{k} and {w:0.000}")');`);
await run(cell);
const area = `nb.get_cell(${cell}).output_area.element`;
await until(`${area}.find(".states > div:visible").text() === "5 and 0.500"`, "the slider's first position");
await page.locator(".bp-radio label").first().click();
await until(`${area}.find(".states > div:visible").text() === "5 and 0.000"`, "another position of the slider");
said("ok  a slider shows its positions");
await until(`${area}.find("input[type=range]").length === 1`, "the live slider");
await page.locator("input[type=range]").fill("0.333");
await until(`${area}.find(".live").text() === "5 and 0.333"`, "what lies between two positions");
said("ok  a slider asks the kernel for what lies between");
await page.screenshot({ path: screenshot.replace(".png", "-slider.png") });

cell = await fresh("long kept = 7; while (true) kept++;");
await jupyter(`nb.get_cell(${cell}).execute();`);
await page.waitForTimeout(1000);
await jupyter("nb.kernel.interrupt();");
await ran(cell);
await idle();
expect((await text(cell)).includes("nterrupted"), "an endless loop is interrupted");
cell = await fresh("kept > 7");
await run(cell);
expect((await text(cell)).includes("True"), "variables survive the interrupt");

await jupyter("nb.kernel.restart();");
await until("nb.kernel.is_connected() && nb.kernel.info_reply", "the kernel after a restart");
await page.waitForTimeout(500);
await idle();
cell = await fresh("kept");
await run(cell);
expect((await text(cell)).includes("does not exist"), "a restart begins with nothing");
await jupyter("nb.save_notebook();");
expect(problems.length === 0, "no error in the page" + (problems.length ? ": " + problems.join("; ") : ""));
await browser.close();
