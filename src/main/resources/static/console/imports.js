// What the pages of imports can do better with a script than without: take a dragged file, tell that one is too large
// before it is sent, and keep the progress up to date.
const file = document.querySelector('#send input[type=file]');
if (file) {
  const drop = file.closest('.drop');
  const tooLarge = document.getElementById('too-large');
  const check = () => {
    const is = file.files.length > 0 && file.files[0].size > Number(file.dataset.most);
    tooLarge.hidden = !is;
    file.setCustomValidity(is ? tooLarge.textContent : '');
  };
  file.addEventListener('change', check);
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, event => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    file.files = event.dataTransfer.files;
    check();
  });
  document.getElementById('send').addEventListener('submit', event => {
    const button = event.target.querySelector('button');
    button.setAttribute('aria-busy', 'true');
    button.textContent = 'Sending …';
  });
}

const live = document.querySelector('main[data-live]');
if (live) {
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (page.querySelector('main')?.dataset.state !== live.dataset.state) {
        location.reload();
        return;
      }
      document.getElementById('progress').replaceWith(page.getElementById('progress'));
      const rows = document.getElementById('rows');
      // Whoever is in there with the keyboard would lose his place.
      if (!rows.contains(document.activeElement)) {
        rows.replaceWith(page.getElementById('rows'));
      }
      // What is said the same again would be read out again.
      const told = document.getElementById('told');
      const now = page.getElementById('told').textContent;
      if (told.textContent !== now) {
        told.textContent = now;
      }
    } catch {
      // The server is away for a moment: look again.
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
}
