// Components of the page frame; reading works without any of this.
import { initAll } from './govuk.js';
import './coding.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// A link to send to somebody is shown with the address of this site.
for (const field of document.querySelectorAll('[data-site-path]')) {
  field.value = location.origin + field.dataset.sitePath;
  field.select();
}
