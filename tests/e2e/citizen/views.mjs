// The same pages as people see them who need more than a theme: forced colours, wider text (WCAG 1.4.12), text twice as
// large (1.4.4), and on paper. Each function returns what is wrong, in words; an empty list is fine.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

// Runs in the page. What is cut off, lies on other text or sticks out.
function misplaced() {
    const name = e => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}.${e.className} "${(e.textContent ?? "").trim().slice(0, 25)}"`;
    const wrong = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) {
        const who = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-1).map(name);
        wrong.push(`sticks out by ${over}: ${who}`);
    }
    const secret = e => e.closest(".ko-vh, .ko-skip, .kern-sr-only") || !e.checkVisibility(); // also what is folded up
    for (const e of document.querySelectorAll("body *")) {
        const style = getComputedStyle(e), hides = value => value === "hidden" || value === "clip";
        if (secret(e) || !e.textContent.trim() || !e.getClientRects().length) continue;
        if ((hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1))
            wrong.push(`cut off: ${name(e)}`);
        if (["BUTTON", "SELECT", "INPUT"].includes(e.tagName) && e.getBoundingClientRect().height < parseFloat(style.fontSize) * 1.1)
            wrong.push(`too low for its text: ${name(e)}`);
    }
    const boxes = []; // of each line of text
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || secret(node.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
            if (box.width > 2) boxes.push([box, node.parentElement]);
    }
    boxes.sort((a, b) => a[0].top - b[0].top);
    for (let i = 0; i < boxes.length; i++) {
        for (let j = i + 1; j < boxes.length && boxes[j][0].top < boxes[i][0].bottom; j++) {
            const [a, one] = boxes[i], [b, other] = boxes[j];
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (one !== other && wide > 2 && high > 0.4 * Math.min(a.height, b.height))
                wrong.push(`on one another: ${name(one)} and ${name(other)}`);
        }
    }
    return wrong.slice(0, 4);
}

// Runs in the page: the size of each element's own text, in the order of the page.
function sizes() {
    return [...document.querySelectorAll("body *")]
        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length && e.tagName !== "OPTION")
        .map(e => [e.tagName + " " + e.className + " " + e.textContent.trim().slice(0, 20), parseFloat(getComputedStyle(e).fontSize)]);
}

const wider = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`;

export async function withWiderText(look) {
    const wrong = [];
    const style = await look.addStyleTag({ content: wider });
    for (const width of [1280, 390, 320]) {
        await look.setViewportSize({ width, height: 900 });
        wrong.push(...(await look.evaluate(misplaced)).map(text => `wider text at ${width}: ${text}`));
    }
    await style.evaluate(e => e.remove());
    await look.setViewportSize({ width: 1280, height: 900 });
    return wrong;
}

// large: the same page in a browser whose text is set to twice the size.
export async function withLargeText(look, large) {
    const wrong = [], usual = await look.evaluate(sizes);
    await large.setViewportSize({ width: 2560, height: 1800 }); // as many letters a line: the same layout
    const doubled = await large.evaluate(sizes);
    if (usual.length !== doubled.length)
        wrong.push(`large text: ${doubled.length} texts instead of ${usual.length}`);
    for (let i = 0; i < Math.min(usual.length, doubled.length); i++)
        if (doubled[i][1] < 1.9 * usual[i][1]) wrong.push(`large text: stays at ${doubled[i][1]} (${usual[i][1]}): ${usual[i][0]}`);
    for (const width of [1280, 640]) {
        await large.setViewportSize({ width, height: 900 });
        wrong.push(...(await large.evaluate(misplaced)).map(text => `large text at ${width}: ${text}`));
    }
    return wrong.slice(0, 6);
}

// The page in a context with forced colours: shadows and backgrounds are gone, so borders and outlines must do.
export async function withForcedColours(look) {
    await look.keyboard.press("Tab"); // from now on focus shows
    const wrong = await look.evaluate(() => {
        const shown = e => e.getClientRects().length && e.getBoundingClientRect().height > 1;
        const found = [];
        for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")) {
            if (!shown(e) && !e.closest("label")) continue;
            const who = `${e.tagName} ${e.id || e.textContent.trim().slice(0, 25)}`;
            e.focus();
            const rings = [e, e.closest(".ko-tile")].filter(Boolean).map(part => getComputedStyle(part));
            if (document.activeElement === e && !rings.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(s.outlineColor)))
                found.push(`forced colours: no focus ring on ${who}`);
            e.blur();
            const style = getComputedStyle(e);
            const framed = e.matches("button, .kern-btn, select, textarea") || (e.tagName === "INPUT" && !["radio", "checkbox"].includes(e.type));
            const border = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1 && style.borderTopColor !== style.backgroundColor;
            if (framed && shown(e) && !e.classList.contains("ko-vh") && !border && style.textDecorationLine !== "underline")
                found.push(`forced colours: no border around ${who}`);
        }
        return found.slice(0, 4);
    });
    for (const kind of ["radio", "checkbox"]) {
        const open = look.locator(`main input[type=${kind}]:not(:checked)`).first();
        if (!await open.count()) continue;
        const id = await open.getAttribute("id"), box = look.locator(`[id="${id}"]`);
        const label = look.locator(`label[for="${id}"]`).first();
        if (!await label.isVisible()) continue;
        const picture = async () => {
            await look.mouse.move(0, 0);
            await look.evaluate(() => document.activeElement?.blur());
            return box.screenshot({ animations: "disabled" });
        };
        const before = await picture();
        await label.click();
        if (before.equals(await picture())) wrong.push(`forced colours: a tick in ${id} cannot be seen`);
    }
    return wrong;
}

// words: what must be found on the paper. Ends with the page in print.
export async function onPaper(look, scratch, words) {
    await look.emulateMedia({ media: "print", colorScheme: "light" });
    await look.setViewportSize({ width: 630, height: 900 }); // 167 mm between the margins
    const wrong = (await look.evaluate(misplaced)).map(text => `on paper: ${text}`);
    wrong.push(...await look.evaluate(() => {
        const shown = e => e.getClientRects().length && getComputedStyle(e).visibility === "visible" && e.getBoundingClientRect().height > 1;
        const name = e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 25)}`;
        const found = [...document.querySelectorAll("nav, button, input[type=file], .ko-skip, .kern-btn")].filter(shown).map(e => `nothing to press belongs there: ${name(e)}`);
        for (const e of document.querySelectorAll("main *")) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !shown(e)) continue;
            const [r, g, b] = getComputedStyle(e).color.match(/[\d.]+/g).map(Number);
            if (0.2126 * r + 0.7152 * g + 0.0722 * b > 140) found.push(`too pale: ${name(e)}`);
        }
        if (!document.querySelector("h1")?.getClientRects().length) found.push("no heading");
        return found.slice(0, 4).map(text => `on paper: ${text}`);
    }));
    if (words.length) {
        const file = path.join(scratch, "paper.pdf");
        writeFileSync(file, await look.pdf({ preferCSSPageSize: true }));
        const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
        wrong.push(...words.filter(word => !text.includes(word)).map(word => `on paper: ${word} is missing`));
    }
    return wrong;
}
