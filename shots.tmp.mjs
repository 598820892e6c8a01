import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const pages = JSON.parse(process.argv[2]);
const only = process.argv[3];
for (const [size, viewport] of Object.entries({
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
})) {
  if (only ? only !== size : size === 'wall') continue;
  for (const [name, who, path, act] of pages) {
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (e) => errors.push(e.message));
    page.on(
      'console',
      (m) =>
        m.type() === 'error' && !m.text().startsWith('Failed to load') && errors.push(m.text().slice(0, 200)),
    );
    await page.goto(`http://localhost:8130/?as=${who}#${path}`);
    await page.waitForTimeout(3500);
    for (const step of act ?? []) {
      const [how, what, value] = step.split('|');
      const loc =
        how === 'radio'
          ? page.getByRole('radio', { name: what })
          : how === 'type'
            ? page.getByLabel(what, { exact: true })
            : page.getByRole('button', { name: what });
      if (how === 'type') await loc.first().fill(value);
      else await loc.filter({ visible: true }).first().click();
      await page.waitForTimeout(900);
    }
    // All of the page, not only what the window shows.
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.taro_page, .screen, body')].map((e) => e.scrollHeight)),
    );
    await page.setViewportSize({
      width: viewport.width,
      height: Math.min(3200, Math.max(viewport.height, height)),
    });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/shots/${name}-${size}.png` });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    console.log(name, size, height, wide > viewport.width ? `TOO WIDE ${wide}` : '', errors.join(' | '));
    await context.close();
  }
}
await browser.close();
