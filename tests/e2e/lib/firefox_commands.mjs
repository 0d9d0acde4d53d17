// Commands that the driver sends to Firefox but that Debian's Firefox without the security archive
// (ESR 140) does not support yet: the first is from Firefox 149, the second from 144.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where a browser puts downloads for which the driver can name no folder. */
export class DownloadFolder {
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planner-downloads-'));

  get preferences() {
    return {
      'browser.download.dir': this.#folder,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
    };
  }

  /** From now on `wanted`, a folder with nothing in it that is wanted, is this one. */
  standFor(wanted) {
    for (const name of fs.readdirSync(this.#folder)) fs.rmSync(path.join(this.#folder, name));
    fs.rmSync(wanted, { recursive: true, force: true });
    fs.symlinkSync(this.#folder, wanted);
  }

  remove() {
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {DownloadFolder} downloads whose preferences it was started with
 */
export function withoutMissingCommands(browser, downloads) {
  const instead = {
    'browser.setDownloadBehavior': ({ downloadBehavior }) =>
      downloads.standFor(downloadBehavior.destinationFolder),
    // Sent with every window size; the page does not use the screen orientation.
    'emulation.setScreenOrientationOverride': () => {},
  };
  const { connection } = browser;
  const send = connection.send.bind(connection);
  connection.send = async (method, parameters, patience) => {
    try {
      return await send(method, parameters, patience);
    } catch (error) {
      if (!(method in instead) || !error.message.includes('unknown command')) throw error;
      instead[method](parameters);
      return { result: {} };
    }
  };
  browser.once('disconnected', () => downloads.remove());
  return browser;
}
