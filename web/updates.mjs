// The service worker (sw.js) and the notice that a new version is available. The running page keeps
// its own version until the user reloads.

const byId = (id) => document.getElementById(id);

/** The shortest interval between checks for a new version. */
const LOOK_AGAIN = 60 * 60 * 1000;

const canKeep = () =>
  'serviceWorker' in navigator && /^https?:$/.test(window.location.protocol) &&
  // The single-file page is already complete.
  document.querySelector('script[data-part]') === null;

function offer(registration, settled) {
  const notice = byId('update-notice');
  byId('update-later').onclick = () => { notice.hidden = true; };
  byId('update-now').onclick = async () => {
    // All edits are stored first.
    await settled();
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(),
      { once: true });
    // Another tab may have activated it meanwhile: then there is nothing to wait for.
    if (registration.waiting) registration.waiting.postMessage('take-over');
    else window.location.reload();
  };
  notice.hidden = false;
}

function watch(registration, settled) {
  const whenInstalled = (worker) => {
    if (!worker) return;
    const look = () => {
      // Without a controller this is the first visit: nothing is outdated.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) {
        offer(registration, settled);
      }
    };
    worker.addEventListener('statechange', look);
    look();
  };
  whenInstalled(registration.waiting);
  whenInstalled(registration.installing);
  registration.addEventListener('updatefound', () => whenInstalled(registration.installing));
  // Checked when the user returns to the page, so that no timer is needed.
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - looked < LOOK_AGAIN) return;
    looked = performance.now();
    registration.update().catch(() => {});
  });
}

/**
 * Keeps the page for later visits without a network. Failing to do so is not an error.
 * @param {() => Promise<void>} settled resolves when all work is stored
 */
export async function keepPage(settled) {
  if (!canKeep()) return;
  try {
    const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
    watch(registration, settled);
  } catch (error) {
    console.info(`The page is not kept for use without a network: ${error.message}`);
  }
}
