// Shows a lead's card inside the form of its task: a link to a card becomes the card itself.
// The form's own iframe component cannot: Tasklist 7.24 gives it addresses that begin with https and no others.
// Without this script the link stays a link.

const CARD = '.fjs-container a[href^="/leads/"][href$="/card"]';

function show(link) {
  const frame = document.createElement('iframe');
  frame.title = 'What is known of the lead';
  frame.src = link.getAttribute('href');
  frame.style.cssText = 'display: block; width: 100%; height: 14rem; border: 1px solid #b5bac4;';
  frame.addEventListener('load', () => {
    frame.style.height = frame.contentDocument.documentElement.offsetHeight + 4 + 'px';
  });
  link.replaceWith(frame);
}

new MutationObserver(() => document.querySelectorAll(CARD).forEach(show)).observe(document.body, {
  childList: true,
  subtree: true
});
