// Read and code: finding a theme by typing, and single keys that can be switched off. All of it works without.
const desk = document.querySelector('[data-coding]');

// The first nine themes in sight bear the number of their key.
function numbered() {
  const inSight = [...desk.querySelectorAll('[data-theme]')].filter((row) => !row.hidden);
  for (const row of desk.querySelectorAll('[data-number]')) delete row.dataset.number;
  inSight.slice(0, 9).forEach((row, at) => { row.dataset.number = at + 1; });
}

function finding() {
  const field = desk.querySelector('[data-find]');
  if (!field) return;
  field.closest('.fm-find').hidden = false;
  const rows = [...desk.querySelectorAll('[data-theme]')];
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const given = row.querySelector('[type=checkbox]').checked;
      const text = row.dataset.theme.toLowerCase();
      row.hidden = !given && !words.every((word) => text.includes(word));
    }
    numbered();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const first = rows.find((row) => !row.hidden && !row.querySelector('[type=checkbox]').checked);
    first?.querySelector('[type=checkbox]').focus();
  });
}

function shortcuts() {
  const key = 'folkmoot.single-keys';
  const box = desk.querySelector('[data-shortcuts]');
  box.closest('.fm-keys').hidden = false;
  box.checked = localStorage.getItem(key) !== 'off';
  desk.classList.toggle('fm-keyed', box.checked);
  box.addEventListener('change', () => {
    localStorage.setItem(key, box.checked ? 'on' : 'off');
    desk.classList.toggle('fm-keyed', box.checked);
  });
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target.closest('textarea, select, input:not([type=checkbox])')) return;
    if (event.key === '/') {
      event.preventDefault();
      desk.querySelector('[data-find]')?.focus();
      return;
    }
    const target = /^[1-9]$/.test(event.key)
      ? desk.querySelector(`[data-number="${event.key}"] [type=checkbox]`)
      : desk.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (target) {
      event.preventDefault();
      target.focus();
      target.click();
    }
  });
}

if (desk) {
  finding();
  numbered();
  shortcuts();
}
