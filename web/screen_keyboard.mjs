// A tablet's on-screen keyboard covers the lower part of the page without resizing it: while it
// hides the field being edited, the canvas is shifted up.

const MARGIN = 16;

/**
 * @param {import('./text_agent.mjs').TextAgent} agent
 * @param {HTMLTextAreaElement} element of the agent: it lies at the caret
 */
export function keepFieldInView(agent, element) {
  const view = window.visualViewport;
  if (!view) return;
  const follow = (event) => {
    // Pinch zoom also makes the visible part of the page smaller, without any keyboard. When the
    // field loses the focus, the agent is about to end but does not know it yet.
    const typed = agent.active && event.type !== 'blur';
    const covered = typed && view.scale < 1.01;
    const bottom = element.offsetTop + element.offsetHeight + MARGIN;
    const lift = covered ? Math.max(0, bottom - (view.offsetTop + view.height)) : 0;
    document.documentElement.style.setProperty('--lift', `${Math.round(lift)}px`);
  };
  for (const type of ['resize', 'scroll']) view.addEventListener(type, follow);
  for (const type of ['focus', 'blur']) element.addEventListener(type, follow);
}
