// Makes a page finer that is complete without it: formulas by KaTeX, charts by plotly.js.
(() => {
  'use strict';

  for (const frame of window.katex ? document.querySelectorAll('.math') : []) {
    const tex = frame.querySelector('math').getAttribute('alttext');
    try {
      frame.innerHTML = katex.renderToString(tex, { displayMode: frame.classList.contains('block'), strict: false });
    } catch {
      // What KaTeX cannot read stays as MathML.
    }
  }

  if (!window.Plotly) return;

  // Colours of the style sheet as the browser resolves them now, light or dark.
  const color = (name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(--bp-${name})`;
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  };

  const look = (layout) => {
    const changes = {
      'font.color': color('ink'),
      'font.family': getComputedStyle(document.body).fontFamily,
      'font.size': 12,
      'hoverlabel.bgcolor': color('panel'),
      'hoverlabel.font.color': color('ink'),
      'modebar.bgcolor': 'rgba(0,0,0,0)',
      'modebar.color': color('muted'),
      'modebar.activecolor': color('value'),
      // Above the drawing: at its side it would cover the scale of a heat map.
      'legend.orientation': 'h',
      'legend.x': 0,
      'legend.y': 1.02,
      'legend.yanchor': 'bottom',
    };
    for (const axis of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
      changes[`${axis}.gridcolor`] = color('line');
      changes[`${axis}.zerolinecolor`] = color('axis');
      changes[`${axis}.automargin`] = true;
      changes[`${axis}.exponentformat`] = 'power';
      changes[`${axis}.title.standoff`] = 12;
      changes[`${axis}.title.font.size`] = 13;
    }
    return changes;
  };

  const draw = async (frame) => {
    const still = frame.querySelector('.still');
    const drawing = still.querySelector('svg');
    const title = still.querySelector('.bp-h');
    const card = document.createElement('div');
    card.className = 'bp-card live';
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', drawing?.getAttribute('aria-label') || 'Chart');
    const place = document.createElement('div');
    try {
      const { data, layout, config } = JSON.parse(frame.querySelector('script').textContent);
      layout.height ||= Math.max(300, Math.min(560, drawing?.getBoundingClientRect().height || 380));
      if (title) {
        // As text of the page it wraps, and leaves room for the legend.
        card.append(title.cloneNode(true));
        delete layout.title;
        layout.margin = { ...layout.margin, t: 28 };
      }
      card.append(place);
      frame.append(card);
      frame.classList.add('is-live');
      // Nothing may leave the page: no button that sends the figure away.
      await Plotly.newPlot(place, data, layout, {
        ...config, responsive: true, displaylogo: false, showSendToCloud: false, plotlyServerURL: '',
        modeBarButtonsToRemove: ['toImage', 'sendChartToCloud', 'lasso2d', 'select2d'],
      });
      await Plotly.relayout(place, look(layout));
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => Plotly.relayout(place, look(layout)));
    } catch {
      // The drawing says the same.
      card.remove();
      frame.classList.remove('is-live');
    }
  };

  const near = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      near.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: '600px' });
  document.querySelectorAll('.figure').forEach((frame) => near.observe(frame));
})();
