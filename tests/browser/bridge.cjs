// Drives a Chromium for tests: a line of JSON in, one out. {"does": name, ...} as in DEEDS.
// Arguments: the folder of node_modules, the browser.
"use strict";

const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { chromium } = require(join(process.argv[2], "node_modules", "playwright-core"));

const FLAGS = [
  "--no-sandbox", // tests run as root in containers
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-dev-shm-usage",
];
const PATIENCE_MS = 90_000; // the first picture takes long where the processor draws it
const complaints = [];

const DEEDS = {
  async open(page, { url, width, height }) {
    await page.setViewportSize({ width, height });
    await page.goto(url, { waitUntil: "domcontentloaded" });
  },
  evaluate: (page, { code }) => page.evaluate(code),
  // Asked again from here: the page's policy lets nothing in it evaluate text.
  async until(page, { code }) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await page.waitForTimeout(100)) {
      const value = await page.evaluate(code);
      if (value) return value;
    }
    const account = await page.evaluate("globalThis.scenestream?.account()");
    throw new Error(`not within ${PATIENCE_MS / 1000} s; the page shows ${JSON.stringify(account)}`);
  },
  fill: (page, { where, text }) => page.fill(where, text),
  click: (page, { where }) => page.click(where),
  press: (page, { key }) => page.keyboard.press(key),
  point: (page, { x, y }) => page.mouse.click(x, y),
  async drag(page, { from, to }) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let n = 1; n <= 4; n += 1) {
      await page.mouse.move(from.x + ((to.x - from.x) * n) / 4, from.y + ((to.y - from.y) * n) / 4);
    }
    await page.mouse.up();
  },
  picture: async (page, { path }) => void (await page.screenshot({ path })),
  media: (page, { scheme }) => page.emulateMedia({ colorScheme: scheme }),
  async download(page, { where, path }) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.click(where)]);
    await file.saveAs(path);
  },
  complaints: async () => complaints.splice(0),
};

async function serve() {
  const browser = await chromium.launch({ executablePath: process.argv[3], args: FLAGS });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) complaints.push(`${said.type()}: ${said.text()}`);
  });
  for await (const line of createInterface({ input: process.stdin })) {
    const { does, ...how } = JSON.parse(line);
    let answer;
    try {
      answer = { value: (await DEEDS[does](page, how)) ?? null };
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await browser.close();
}

serve();
