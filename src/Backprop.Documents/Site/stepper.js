// Buttons and keys for displays that go through steps, which are complete without them: a group of radio buttons.
(() => {
  'use strict';

  for (const group of document.querySelectorAll('fieldset:has([data-step])')) {
    const card = group.closest('figure, .bp-card') ?? group;
    const radios = [...group.querySelectorAll('input[type=radio]')];
    const last = radios.length - 1;
    const go = to => {
      const at = radios.findIndex(radio => radio.checked);
      const next = Math.max(0, Math.min(last, to(at < 0 ? last : at)));
      radios[next].checked = true;
      return radios[next];
    };
    card.classList.add('js');
    card.addEventListener('click', event => {
      const button = event.target.closest('[data-step]');
      if (button)
        go(at => at + Number(button.dataset.step));
    });
    group.addEventListener('keydown', event => {
      if (event.key === 'Home' || event.key === 'End') {
        go(() => event.key === 'Home' ? 0 : last).focus();
        event.preventDefault();
      }
    });
  }
})();
