// The keyboard on the screen of a tablet covers the lower part of the page and changes nothing else:
// while it hides the field that is being typed in, the canvas moves up.

const MARGIN = 16;

/**
 * @param {import('./text_agent.mjs').TextAgent} agent
 * @param {HTMLTextAreaElement} element of the agent: it lies at the caret
 */
export function keepFieldInView(agent, element) {
  const view = window.visualViewport;
  if (!view) return;
  const follow = (event) => {
    // A page that is zoomed with two fingers is smaller in view without any keyboard.
    // When the field loses the focus the agent is about to end, and does not know it yet.
    const typed = agent.active && event.type !== 'blur';
    const covered = typed && view.scale < 1.01;
    const bottom = element.offsetTop + element.offsetHeight + MARGIN;
    const lift = covered ? Math.max(0, bottom - (view.offsetTop + view.height)) : 0;
    document.documentElement.style.setProperty('--lift', `${Math.round(lift)}px`);
  };
  for (const type of ['resize', 'scroll']) view.addEventListener(type, follow);
  for (const type of ['focus', 'blur']) element.addEventListener(type, follow);
}
