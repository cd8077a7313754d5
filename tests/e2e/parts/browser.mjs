// A real Chromium, driven by JSON lines: {"do": "goto", …} in, {"ok": …} or {"error": …} out.
// The scenario stands in Python, in one place; this file only knows what hands and eyes do in a browser.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
    executablePath: process.env.KONTOR_CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid() !== 0,
    args: ['--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--lang=de', '--disable-component-update', '--disable-sync'],
});
const settings = { reducedMotion: 'reduce', locale: 'de-DE', timezoneId: 'Europe/Berlin', javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };
const context = await browser.newContext(settings);
const page = await context.newPage();
page.setDefaultTimeout(15000);

const field = label => page.getByLabel(label, { exact: false }).first();
const hands = {
    goto: async ({ url }) => { const answer = await page.goto(url); return answer.status(); },
    reload: async () => { await page.reload(); return page.url(); },
    fill: async ({ label, text }) => field(label).fill(text),
    fillCss: async ({ css, text }) => page.locator(css).first().fill(text),
    check: async ({ label }) => field(label).check(),
    select: async ({ label, value }) => field(label).selectOption(value),
    // As people do it: a click on the words beside the box.
    tick: async ({ css }) => {
        const box = page.locator(css).first();
        await page.locator(`label[for="${await box.getAttribute('id')}"]`).click();
        if (!await box.isChecked())
            throw new Error(`${css} did not take the tick`);
    },
    upload: async ({ css, files }) => page.locator(css).first().setInputFiles(files),
    click: async ({ role = 'button', name }) => page.getByRole(role, { name }).first().click(),
    clickCss: async ({ css }) => page.locator(css).first().click(),
    // The next page of a form; staying on the same one means that an answer was refused.
    proceed: async () => {
        const before = page.url();
        await page.locator('main button[name=next]:not(.ko-vh)').first().click();
        if (page.url() === before)
            throw new Error(`refused: ${await page.locator('.ko-errors').innerText().catch(() => 'no reason given')}`);
    },
    text: async ({ css = 'main' }) => page.locator(css).first().innerText(),
    // Waits for the first one: after a click the next page may still be on its way.
    texts: async ({ css }) => { await page.locator(css).first().waitFor(); return page.locator(css).allInnerTexts(); },
    attribute: async ({ css, name }) => page.locator(css).first().getAttribute(name),
    count: async ({ css }) => page.locator(css).count(),
    url: async () => page.url(),
    html: async () => page.content(),
    get: async ({ url, to }) => {
        const answer = await context.request.get(new URL(url, page.url()).href);
        if (to)
            writeFileSync(to, await answer.body());
        return answer.status();
    },
    screenshot: async ({ path, full = true }) => page.screenshot({ path, fullPage: full }),
    // axe needs scripts: the same page, opened once more where scripts run.
    axe: async () => {
        const other = await browser.newContext({ ...settings, javaScriptEnabled: true, bypassCSP: true, storageState: await context.storageState() });
        try {
            const audited = await other.newPage();
            await audited.goto(page.url());
            await audited.evaluate(axeSource);
            return await audited.evaluate(async () => (await globalThis.axe.run()).violations.map(v => `${v.id} ×${v.nodes.length}: ${v.nodes[0].html}`));
        } finally {
            await other.close();
        }
    },
};

for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    try {
        console.log(JSON.stringify({ ok: await hands[command.do](command) ?? null }));
    } catch (problem) {
        console.log(JSON.stringify({ error: `${command.do}: ${problem.message}`, url: page.url() }));
    }
}
await browser.close();
