// Makes choosing leads quicker; without it every box and button works all the same.
'use strict';

const boxes = [...document.querySelectorAll('#chosen input[name=lead]')];
const all = document.getElementById('all');
const howMany = document.getElementById('how-many');
const search = document.getElementById('search');

function tell() {
  const chosen = boxes.filter(box => box.checked).length;
  howMany.textContent = chosen === 0 ? '' : chosen + ' chosen';
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}

if (all) {
  all.hidden = false;
  all.nextElementSibling.hidden = false;
  all.addEventListener('change', () => {
    boxes.forEach(box => { box.checked = all.checked; });
    tell();
  });
  boxes.forEach(box => box.addEventListener('change', tell));
  // A page that was gone back to still has its boxes ticked.
  window.addEventListener('pageshow', tell);
}

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input:not([type=checkbox]), select, textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
