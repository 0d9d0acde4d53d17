// Settings of the interface: a small JSON text in localStorage. If that is blocked, they last as
// long as the page.

const KEY = 'cadre-rotation-planner.settings';

/** At the first visit, the theme set in the system. */
function firstSettings() {
  const asks = (query) => window.matchMedia(query).matches;
  const dark = asks('(prefers-color-scheme: dark)');
  // High contrast is black on white, so users with light-on-dark colours get the dark theme.
  if (asks('(prefers-contrast: more)') || asks('(forced-colors: active)')) {
    return JSON.stringify({ theme: dark ? 'dark' : 'high_contrast' });
  }
  return dark ? JSON.stringify({ theme: 'dark' }) : '';
}

export function loadSettings() {
  try {
    return localStorage.getItem(KEY) ?? firstSettings();
  } catch {
    return firstSettings();
  }
}

export function saveSettings(json) {
  try {
    localStorage.setItem(KEY, json);
  } catch {
    // Nothing is lost that could not be set again.
  }
}
