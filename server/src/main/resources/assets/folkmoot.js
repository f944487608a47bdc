// Components of the page frame; reading works without any of this.
import { initAll } from './govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
