// The two browsers in which the page is tested. Both render in software with Mesa, on any machine.
// Firefox draws WebGL only on a display: run.sh provides one.

import { existsSync } from 'node:fs';
import { DownloadFolder, withoutMissingCommands } from './firefox_commands.mjs';
import puppeteer from 'puppeteer-core';

const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-features=Translate',
  // Takes half the time of the browser's own software rendering, and needs no display.
  '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist',
];
/** Keeps Firefox from using the network or asking the user. */
const FIREFOX_PREFERENCES = {
  'app.update.enabled': false,
  'browser.aboutConfig.showWarning': false,
  'browser.download.alwaysOpenPanel': false,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'webgl.force-enabled': true,
};

const firstOf = (paths) => paths.find((path) => existsSync(path));

function executableOf(kind) {
  const found = kind === 'chromium'
    ? firstOf(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'])
    : firstOf(['/usr/bin/firefox', '/usr/bin/firefox-esr']);
  if (!found) throw new Error(`no ${kind} here: run tools/setup/system_packages.sh tests`);
  return found;
}

/**
 * @param {'chromium' | 'firefox'} kind
 * @param {string[]} [moreFlags]
 * @param {string} [profile] folder that is kept; without one each launch starts afresh
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launch(kind, moreFlags = [], profile = undefined) {
  // Generous, because the machine may be busy with other work.
  const common = {
    executablePath: executableOf(kind), timeout: 120_000, protocolTimeout: 180_000,
    userDataDir: profile,
  };
  if (kind === 'chromium') {
    return puppeteer.launch({ ...common, headless: true, args: [...CHROMIUM_FLAGS, ...moreFlags] });
  }
  const downloads = new DownloadFolder();
  const browser = await puppeteer.launch({
    ...common,
    browser: 'firefox',
    headless: false,
    args: moreFlags,
    extraPrefsFirefox: { ...FIREFOX_PREFERENCES, ...downloads.preferences },
  });
  return withoutMissingCommands(browser, downloads);
}
