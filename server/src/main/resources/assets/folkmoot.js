// Components of the page frame; reading works without any of this.
import { initAll } from './govuk.js';
import './coding.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// What the last action did is read out first, without moving the page.
document.querySelector('[data-notice]')?.focus({ preventScroll: true });

// A link to send to somebody is shown with the address of this site.
for (const field of document.querySelectorAll('[data-site-path]')) {
  field.value = location.origin + field.dataset.sitePath;
  field.select();
}

// Files can be dropped on a box instead of being chosen.
for (const box of document.querySelectorAll('[data-drop]')) {
  const field = box.querySelector('input[type=file]');
  box.addEventListener('dragover', (event) => {
    event.preventDefault();
    box.classList.add('fm-drop--over');
  });
  box.addEventListener('dragleave', () => box.classList.remove('fm-drop--over'));
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('fm-drop--over');
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
}

// What is under way shows how far it is; when it is over, the whole page is fetched anew.
const live = document.querySelector('[data-refresh]');
async function refresh() {
  const answer = await fetch(live.dataset.refresh, { headers: { Accept: 'text/html' } });
  if (answer.status === 204) {
    location.reload();
  } else if (answer.ok) {
    if (!live.contains(document.activeElement)) {
      live.innerHTML = await answer.text();
    }
    setTimeout(refresh, 2000);
  }
}
if (live) {
  setTimeout(refresh, 2000);
}
