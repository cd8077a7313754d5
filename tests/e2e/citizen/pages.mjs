// The citizens' pages in a real browser, without JavaScript of their own: a whole application, then every page that
// came up on the way at two widths, light and dark, by axe, by keyboard, at 320 pixels and as views.mjs has it.
//
// Usage: node pages.mjs URL [PICTURES]   (npm ci in this folder first)
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, mkdirSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { onPaper, withForcedColours, withLargeText, withWiderText } from "./views.mjs";

const [base, pictures] = process.argv.slice(2);
if (!base) {
    console.error("Usage: node pages.mjs URL [PICTURES]");
    process.exit(2);
}
if (pictures) mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const scratch = mkdtempSync(path.join(tmpdir(), "kontor-citizen-"));
const root = process.getuid?.() === 0;
const launch = (...more) => chromium.launch({
    executablePath: process.env.KONTOR_CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: !root,
    args: ["--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--lang=de", ...more],
});
const browser = await launch();
const largeBrowser = await launch("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"); // as set by people who see little
let failures = 0, passed = 0;
const fail = text => { failures++; console.log("FAIL", text); };
const check = (fine, text) => (fine ? passed++ : fail(text));

// Somebody without JavaScript fills in everything.
const context = await browser.newContext({ locale: "de-DE", javaScriptEnabled: false, reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const seen = []; // [name, url, what makes its errors]
const note = name => seen.push([name, page.url()]);
const next = async () => { await page.locator("button[name=next]:not([aria-hidden])").click(); };
const errors = async () => page.locator(".ko-errors").count();

// A page with its errors is the answer to a form: sent again wherever it is looked at.
async function open(look, url, provoke) {
    await look.goto(url);
    if (!provoke) return;
    await provoke(look);
    check(await look.locator(".ko-errors").count() === 1, `${url}: shows its errors`);
}

// The pages looked at as they are now. Scripts are on here for axe only; the policy would refuse any of the page.
let runs = 0, stops = 0, pagesLookedAt = 0;
async function lookAt(pages) {
    const cookies = await context.cookies();
    pagesLookedAt += pages.length;
    for (const colorScheme of ["light", "dark"]) {
        for (const width of [1280, 390]) {
            const view = await browser.newContext({ locale: "de-DE", colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
            await view.addCookies(cookies);
            const look = await view.newPage();
            look.on("pageerror", error => fail("script error: " + error));
            for (const [name, url, provoke] of pages) {
                if (provoke && (colorScheme === "dark") !== (width === 390)) continue; // twice is enough
                await open(look, url, provoke);
                await look.evaluate(axe);
                const result = await look.evaluate(() => window.axe.run(document, {
                    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
                    resultTypes: ["violations"],
                }));
                runs++;
                passed += result.violations.length === 0;
                for (const v of result.violations)
                    fail(`${name} ${colorScheme} ${width}: ${v.id} ${v.nodes.length}x ${v.nodes[0].target.join(" ")} ${(v.nodes[0].failureSummary ?? "").split("\n")[1] ?? ""}`);
                if (pictures) await look.screenshot({ path: path.join(pictures, `${name}-${width}${colorScheme === "dark" ? "-dark" : ""}.png`), fullPage: true });
            }
            await view.close();
        }
    }


    // Keyboard: every stop has a ring and comes in the order of the page; nothing sticks out at 320 pixels.
    const keys = await browser.newContext({ locale: "de-DE", bypassCSP: true, viewport: { width: 1280, height: 900 } });
    await keys.addCookies(cookies);
    const hands = await keys.newPage();
    for (const [name, url, provoke] of pages) {
        await hands.setViewportSize({ width: 1280, height: 900 });
        await open(hands, url, provoke);
        await hands.evaluate(() => document.activeElement?.blur());
        let last = -1;
        for (let i = 0; i < 120; i++) {
            await hands.keyboard.press("Tab");
            const stop = await hands.evaluate(() => {
                const e = document.activeElement;
                if (!e || e === document.body) return null;
                const style = getComputedStyle(e);
                const tile = e.closest(".ko-tile");
                const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none"
                    || (tile && getComputedStyle(tile).outlineStyle !== "none");
                return { what: `${e.tagName} ${e.id || e.textContent.trim().slice(0, 30)}`, ring, index: [...document.querySelectorAll("*")].indexOf(e) };
            });
            if (!stop || stop.index <= last) break;
            last = stop.index;
            stops++;
            check(stop.ring, `${name}: no focus ring on ${stop.what}`);
        }
        check(last > 0, `${name}: nothing can be reached by keyboard`);
        for (const width of [640, 320]) {
            await hands.setViewportSize({ width, height: 500 });
            await open(hands, url, provoke);
            const over = await hands.evaluate(() => ({
                by: document.documentElement.scrollWidth - innerWidth,
                who: [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 2).map(e => e.className || e.tagName).join(", "),
            }));
            check(over.by <= 0, `${name}: sticks out by ${over.by} at ${width} (${over.who})`);
        }
        const small = await hands.evaluate(() => [...document.querySelectorAll("a[href], button, input:not([type=hidden])")]
            .filter(e => e.getBoundingClientRect().height > 1 && !e.closest("p, li.kern-body"))
            .filter(e => e.getBoundingClientRect().height < 24).map(e => e.textContent.trim().slice(0, 20)).slice(0, 3));
        check(small.length === 0, `${name}: targets below 24 px: ${small}`);
    }
    await keys.close();
    await adapted(pages, cookies);
}

let views = 0;
const onPaperToo = {}; // name of a page: words that its print must have
async function adapted(pages, cookies) {
    const settings = { locale: "de-DE", bypassCSP: true, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" };
    const contexts = [await browser.newContext(settings), await largeBrowser.newContext(settings),
        await browser.newContext({ ...settings, forcedColors: "active" })];
    for (const context of contexts) await context.addCookies(cookies);
    const [look, large, forced] = await Promise.all(contexts.map(context => context.newPage()));
    for (const [name, url, provoke] of pages) {
        await Promise.all([look, large, forced].map(async one => {
            await one.setViewportSize({ width: 1280, height: 900 });
            await one.emulateMedia({ media: "screen" });
            await open(one, url, provoke);
        }));
        const show = async (one, suffix) => {
            if (pictures && !provoke) await one.screenshot({ path: path.join(pictures, `${name}-${suffix}.png`), fullPage: true });
        };
        const wrong = [...await withLargeText(look, large), ...await withWiderText(look), ...await withForcedColours(forced)];
        await show(large, "large");
        await show(forced, "forced");
        wrong.push(...await onPaper(look, scratch, onPaperToo[name] ?? []));
        await show(look, "print");
        views += 4;
        passed += wrong.length ? 0 : 4;
        for (const text of wrong) fail(`${name}: ${text}`);
    }
    for (const context of contexts) await context.close();
}

await page.goto(base + "/");
check(page.url().endsWith("/de/"), "start in the browser's language");
note("start");
await page.fill("#q", "baeume");
await page.getByRole("button", { name: "Suchen" }).click();
note("search");
await page.getByRole("link", { name: "Baum fällen" }).click();
note("service");
await page.getByRole("button", { name: "Online beantragen" }).click();
note("form-person");
await next();
check(await errors() === 1, "an empty step is refused");
check((await page.title()).startsWith("Fehler:"), "the title names the error");
if (pictures) await page.screenshot({ path: path.join(pictures, "form-errors.png"), fullPage: true });
for (const [field, text] of [["vorname", "Änne"], ["nachname", "Größler-Łukasz"], ["strasse", "Lindenstraße 12"], ["plz", "04177"],
    ["ort", "Lindenau"]])
    await page.fill("#person-" + field, text);
await next();
note("form-location");
check(!await page.locator("#standort-eigentuemer").isVisible(), "a field that is not asked is hidden");
await page.check("[name='standort.gleich'][value='true']");
await page.check("[name='standort.verhaeltnis'][value='miete']");
check(await page.locator("#standort-eigentuemer").isVisible(), "a field appears with its answer");
await page.fill("#standort-eigentuemer", "Wohnungsgenossenschaft Lindenau eG");
await next();
note("form-trees");
await page.check("[name='baum.vorhaben'][value='faellung']");
await page.fill("[name='baum.baeume.1.art']", "Stieleiche");
await page.fill("[name='baum.baeume.1.umfang']", "142");
await page.locator("button[name=add]").click();
check(page.url().endsWith("#baum-baeume-2"), "a second tree is added");
await page.fill("[name='baum.baeume.2.art']", "Winterlinde");
await page.fill("[name='baum.baeume.2.umfang']", "95 cm");
await page.check("[name='baum.gruende'][value='gefahr']");
await page.fill("#baum-gefahrText", "Der Stamm ist gerissen.\nEr neigt sich zum Gehweg.");
const soon = new Date(Date.now() + 20 * 864e5);
await page.fill("[name='baum.zeitraum.day']", String(soon.getDate()));
await page.fill("[name='baum.zeitraum.month']", String(soon.getMonth() + 1));
await page.fill("[name='baum.zeitraum.year']", String(soon.getFullYear()));
await page.check("[name='baum.ersatz'][value='true']");
await next();
note("uploads");
const file = (name, head) => { const at = path.join(scratch, name); writeFileSync(at, Buffer.concat([Buffer.from(head, "latin1"), Buffer.alloc(3000, 32)])); return at; };
const pdf = file("Lageplan Größe.pdf", "%PDF-1.7\n");
const jpg = file("Eiche.jpg", "\xff\xd8\xff\xe0");
const heic = file("IMG_0001.heic", "\0\0\0\x18ftypheic");
await page.setInputFiles("[name='nachweise.lageplan']", [pdf, heic]);
await page.locator("button[name=upload]").first().click();
check(await page.getByText("HEIC").count() > 0, "a HEIC photo is explained");
check(await page.getByText("Lageplan Größe.pdf").count() > 0, "the other file stays");
if (pictures) await page.screenshot({ path: path.join(pictures, "uploads-errors.png"), fullPage: true });
await page.setInputFiles("[name='nachweise.einverstaendnis']", [jpg]);
await next(); // takes the chosen file along
note("contact");
await page.fill("#email", "aenne@beispiel.example");
await page.check("#consent");
await next();
note("review");
// Wrong answers go into a second draft, which nobody sends.
await page.goto(base + "/de/leistung/baumfaellgenehmigung");
await page.getByRole("button", { name: "Online beantragen" }).click();
const draft = page.url().replace(/\/[^/]+$/, "");
const press = name => look => look.locator(`button[name=${name}]:not([aria-hidden])`).first().click();
for (const step of ["person", "standort", "baum"])
    seen.push([`errors-${step}`, `${draft}/${step}`, press("next")]);
seen.push(["errors-uploads", draft + "/anlagen", async look => {
    await look.setInputFiles("[name='nachweise.lageplan']", [heic]);
    await press("upload")(look);
}]);
seen.push(["errors-contact", draft + "/kontakt", async look => {
    await look.fill("#email", "aenne");
    await press("next")(look);
}]);
seen.push(["errors-review", draft + "/pruefen", look => look.getByRole("button", { name: "Verbindlich absenden" }).click()]);
await page.goto(seen.find(entry => entry[0] === "review")[1]);
await lookAt(seen.splice(0)); // a sent draft only leads to its receipt
await page.getByRole("button", { name: "Verbindlich absenden" }).click();
check(await errors() === 1, "sending needs the confirmation");
await page.check("#confirm");
await page.getByRole("button", { name: "Verbindlich absenden" }).click();
note("receipt");
const code = await page.locator(".ko-code").nth(1).innerText();
const reference = await page.locator(".ko-code").nth(0).innerText();
check(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(code), "the receipt shows the code");
onPaperToo.receipt = [reference, code];
onPaperToo.case = [reference];
const answer = await context.request.get(page.url() + ".pdf");
check(answer.ok() && (await answer.body()).subarray(0, 5).toString() === "%PDF-", "the receipt is there as PDF");
await page.getByRole("link", { name: "Stand ansehen" }).click();
note("case");
await page.fill("#text", "Ich habe noch ein Foto.");
await page.setInputFiles("#files", [jpg]);
await page.getByRole("button", { name: "Nachricht senden" }).click();
check(await page.getByText("Ich habe noch ein Foto.").count() === 1, "the message is shown");
const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Eiche.jpg" }).first().click()]);
check(download.suggestedFilename() === "Eiche.jpg", "attachments are saved, not opened");

seen.push(["errors-message", page.url().split("#")[0], look => look.getByRole("button", { name: "Nachricht senden" }).click()]);
const submit = look => look.locator("main form[method=post] button[type=submit]").last().click();
seen.push(["errors-door", base + "/de/stand", submit]);
seen.push(["errors-barrier", base + "/de/barriere-melden", submit]);

// A barrier is reported from the page where it was met.
await page.goto(base + "/de/stand");
await page.getByRole("link", { name: "Barriere melden" }).click();
check(await page.inputValue("#meldung-seite") === "/de/stand", "the page it is about is filled in");
await page.fill("#meldung-problem", "Das Feld für den Code wird nicht vorgelesen.");
await page.getByRole("button", { name: "Meldung senden" }).click();
check(await page.getByRole("heading", { name: "Ihre Meldung ist eingegangen" }).count() === 1, "the report has a receipt");
note("barrier-receipt");

// Another browser with reference and code only.
const other = await browser.newContext({ locale: "en-GB", javaScriptEnabled: false });
const door = await other.newPage();
await door.goto(base + "/");
check(door.url().endsWith("/en/"), "English for an English browser");
await door.goto(base + "/en/stand");
await door.fill("#reference", reference.toLowerCase());
await door.fill("#code", code.replaceAll("-", " "));
await door.locator("main button[type=submit]").click();
check(/\/en\/vorgang\//.test(door.url()), "reference and code open the case");
await other.close();

for (const name of ["de/stand", "de/lebenslage/umwelt", "de/impressum", "de/datenschutz", "de/barrierefreiheit", "de/barriere-melden",
    "de/leichte-sprache", "de/gebaerdensprache", "de/nirgends", "en/", "en/leistung/hundesteuer"])
    seen.push([name.replaceAll("/", "-"), base + "/" + name]);
await lookAt(seen);
await browser.close();
await largeBrowser.close();
rmSync(scratch, { recursive: true });
console.log(`${pagesLookedAt} pages, ${runs} axe runs, ${stops} stops of the keyboard, ${views} views`);
console.log(`${passed} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
