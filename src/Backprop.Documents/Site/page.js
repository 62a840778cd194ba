// Makes the formulas of a page finer, which is complete without it.
(() => {
  'use strict';

  for (const frame of document.querySelectorAll('.math')) {
    const tex = frame.querySelector('math').getAttribute('alttext');
    try {
      frame.innerHTML = katex.renderToString(tex, { displayMode: frame.classList.contains('block'), strict: false });
    } catch {
      // What KaTeX cannot read stays as MathML.
    }
  }
})();
