// Generates index.html as it is served, and as a single file that needs no server, from
// web/index.html. Its style sheet is inlined, so that the first picture comes with the first
// response; its modules become one script (bundle.mjs); its policy is made as strict as the form
// allows.

import zlib from 'node:zlib';
import { policyHash } from './names.mjs';

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)/;
const STYLE_SHEET = /<link rel="stylesheet" href="([^"]+)">/g;
const SCRIPT = /<script type="module" src="main\.mjs"><\/script>\n?/;
/** Words and lines needed only by a page with a server. */
const SERVED_WORDS = /<!--served-->[^]*?<!--\/served-->/g;
const SERVED_ONLY = /<link rel="(?:preload|manifest|apple-touch-icon)"[^>]*>\n?/g;

function must(text, pattern, what) {
  if (text.search(pattern) < 0) throw new Error(`web/index.html: there is no ${what}`);
}

/** Inlines style sheets, and collects their hashes for the policy. */
function inlineStyles(html, read) {
  const hashes = [];
  const text = html.replace(STYLE_SHEET, (_, name) => {
    const style = `\n${read(name).replace(/\/\*[^]*?\*\//g, '').replace(/\n\s*/g, '\n').trim()}\n`;
    hashes.push(policyHash(style));
    return `<style>${style}</style>`;
  });
  return { text, hashes };
}

/** Directive -> what it allows. */
const policyOf = (text) => new Map(text.split(';').map((part) => {
  const [name, ...values] = part.trim().split(/\s+/);
  return [name, values];
}));

const policyText = (policy) =>
  [...policy].map(([name, values]) => [name, ...values].join(' ')).join('; ');

function withPolicy(html, change) {
  return html.replace(POLICY, (_, before, text, after) => {
    const policy = policyOf(text);
    change(policy);
    return before + policyText(policy) + after;
  });
}

function prepared(html, read) {
  must(html, POLICY, 'policy');
  must(html, SCRIPT, 'script');
  const { text, hashes } = inlineStyles(html, read);
  return { text, hashes };
}

/**
 * @param {string} html web/index.html
 * @param {(name: string) => string} read a file of web/
 * @param {(name: string) => string} address of a file in dist/
 * @param {string} script address of the joined script
 */
export function servedPage(html, read, address, script) {
  const { text, hashes } = prepared(html, read);
  return withPolicy(text, (policy) => policy.set('style-src', [...hashes, ...policy.get('style-src')]))
    .replace(SCRIPT, `<script type="module" src="${script}"></script>\n`)
    .replace(/<!--\/?served-->/g, '')
    .replace(/ href="([^"#:]+)"/g, (_, name) => ` href="${address(name)}"`);
}

/** Nothing in a script element may look like its end, or like the beginning of a comment. */
const inScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/**
 * One file with everything in it. The policy allows no connection at all: not even to its own
 * origin, which for a file could be the whole disk.
 * @param {string} script the joined script
 * @param {Map<string, Buffer>} parts wasm, fonts, samples
 * @param {Buffer} icon an SVG
 */
export function wholePage(html, read, script, parts, icon) {
  const { text, hashes } = prepared(html, read);
  const code = inScript(script);
  const data = [...parts].map(([name, bytes]) =>
    `<script type="application/octet-stream" data-part="${name}">` +
    `${zlib.gzipSync(bytes, { level: 9 }).toString('base64')}</script>\n`).join('');
  const whole = withPolicy(text, (policy) => {
    policy.set('script-src', [policyHash(code), ...policy.get('script-src').filter((one) => one !== "'self'")]);
    policy.set('style-src', [...hashes, ...policy.get('style-src')]);
    policy.set('img-src', ['data:']);
    for (const name of ['connect-src', 'manifest-src', 'worker-src']) policy.set(name, ["'none'"]);
  });
  const address = `data:image/svg+xml;base64,${icon.toString('base64')}`;
  return whole.replace(SERVED_ONLY, '').replace(SERVED_WORDS, '').replace(SCRIPT, '')
    .replace('href="icon.svg"', `href="${address}"`)
    // A function, since dollar signs have a special meaning in a replacement string.
    .replace('</body>', () => `${data}<script type="module">${code}</script>\n</body>`);
}
