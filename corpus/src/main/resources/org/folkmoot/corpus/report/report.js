(() => {
  const panel = document.getElementById('filter');
  const quotes = [...document.querySelectorAll('li.quote')];
  if (!panel || quotes.length < 10) return;
  const group = document.getElementById('filter-group');
  const position = document.getElementById('filter-position');
  const words = document.getElementById('filter-words');
  const status = document.getElementById('filter-status');
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const say = (text, ...numbers) =>
    text.replace(/\{(\d)\}/g, (_, i) => format.format(numbers[i]));
  const texts = quotes.map(q => q.firstElementChild.textContent.toLocaleLowerCase());
  panel.hidden = false;

  const show = () => {
    const inGroup = group ? group.value : '';
    const atPosition = position ? position.value : '';
    const wanted = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const any = Boolean(inGroup || atPosition || wanted.length);
    let shown = 0;
    quotes.forEach((quote, i) => {
      const matches = (!inGroup || quote.dataset.group === inGroup)
        && (!atPosition || quote.dataset.position === atPosition)
        && wanted.every(word => texts[i].includes(word));
      quote.hidden = !matches;
      if (matches) shown++;
    });
    document.querySelectorAll('details.more').forEach(details => {
      const hits = details.querySelectorAll('li.quote:not([hidden])').length;
      details.querySelector('.hits').textContent = any ? ' (' + format.format(hits) + ')' : '';
      details.classList.toggle('none', any && hits === 0);
    });
    status.textContent = any
      ? say(panel.dataset.shown, shown, quotes.length)
      : say(panel.dataset.all, quotes.length);
  };

  let waiting = 0;
  words.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  [group, position].forEach(select => select && select.addEventListener('change', show));
  document.getElementById('filter-clear').addEventListener('click', () => {
    [group, position, words].forEach(field => { if (field) field.value = ''; });
    show();
    words.focus();
  });
  show();
})();
