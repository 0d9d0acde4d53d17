// Settings of the interface: a small JSON text in localStorage. Where that is blocked they last as
// long as the page.

const KEY = 'cadre-rotation-planner.settings';

export function loadSettings() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function saveSettings(json) {
  try {
    localStorage.setItem(KEY, json);
  } catch {
    // Nothing is lost that could not be chosen again.
  }
}
