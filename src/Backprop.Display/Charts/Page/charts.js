// Makes the drawings of charts interactive where plotly.js is at hand. A drawing is replaced once its successor is
// complete and of the same size, so that nothing flashes or moves; where anything fails it stays, and says the same.
// A figure is a script element of class bp-json with Plotly's JSON; its drawing is the one .bp-plot beside it.
(() => {
  'use strict';
  if (window.BackpropCharts || !window.Plotly) return;
  window.BackpropCharts = true;

  // Colours of the style sheet as the browser resolves them now at this place, light or dark.
  const color = (place, name) => {
    const probe = place.appendChild(document.createElement('i'));
    probe.style.color = `var(--bp-${name})`;
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  };

  const look = (place, layout) => {
    const ink = color(place, 'ink');
    const changes = {
      'font.color': ink,
      'font.family': getComputedStyle(place).fontFamily,
      'font.size': 12,
      'hoverlabel.bgcolor': color(place, 'panel'),
      'hoverlabel.font.color': ink,
      'modebar.bgcolor': 'rgba(0,0,0,0)',
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      'modebar.color': color(place, 'muted'),
      'modebar.activecolor': color(place, 'value'),
      // Above the drawing: at its side it would cover the scale of a heat map.
      'legend.orientation': 'h',
      'legend.x': 0,
      'legend.y': 1.02,
      'legend.yanchor': 'bottom',
    };
    const [line, axis] = [color(place, 'line'), color(place, 'axis')];
    for (const name of Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))) {
      changes[`${name}.gridcolor`] = line;
      changes[`${name}.zerolinecolor`] = axis;
      changes[`${name}.automargin`] = true;
      changes[`${name}.exponentformat`] = 'power';
      changes[`${name}.title.standoff`] = 12;
      changes[`${name}.title.font.size`] = 13;
    }
    return changes;
  };

  // plotly.js comes without the traces in space: their drawings stay.
  let known;
  const canDraw = (data) => {
    known ??= Plotly.PlotSchema.get().traces;
    return Array.isArray(data) && data.every((trace) => (trace.type ?? 'scatter') in known);
  };

  const draw = async (drawing, json) => {
    const place = document.createElement('div');
    try {
      const { data, layout = {}, config } = JSON.parse(json);
      if (!canDraw(data)) return;
      const svg = drawing.querySelector('svg[aria-label]');
      // Without a drawing there is no size to keep.
      const height = svg ? Math.round(drawing.getBoundingClientRect().height) : 380;
      if (drawing.closest('.bp-card')?.querySelector('.bp-h')) {
        // As text of the page it wraps, and leaves room for the legend.
        delete layout.title;
        layout.margin = { ...layout.margin, t: 28 };
      }
      // The axes take the room that they need themselves.
      layout.margin = { ...layout.margin, l: 30, r: 16, b: 30 };
      delete layout.width;
      Object.assign(layout, { height: Math.max(height, 60), autosize: true });
      place.className = 'bp-live';
      place.setAttribute('role', 'img');
      place.setAttribute('aria-label', svg?.getAttribute('aria-label') ?? 'Chart');
      drawing.append(place);
      // Nothing may leave the page: no button that sends the figure away.
      await Plotly.newPlot(place, data, layout, {
        ...config, responsive: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: '',
        modeBarButtonsToRemove: ['toImage', 'sendChartToCloud', 'lasso2d', 'select2d'],
      });
      await Plotly.relayout(place, look(place, layout));
      drawing.classList.add('is-live');
      new ResizeObserver(() => drawing.isConnected && place.clientWidth && Plotly.Plots.resize(place)).observe(drawing);
    } catch {
      place.remove();
      drawing.classList.remove('is-live');
    }
  };

  // Of our own cards only a .bp-plot gains by it. Of an output made elsewhere all is replaced.
  const drawingOf = (data) => {
    const frame = data.parentElement;
    const drawings = frame.querySelectorAll('.bp-plot');
    if (drawings.length === 1) return drawings[0];
    if (drawings.length > 1 || frame.querySelector('.bp-chart')) return null;
    const still = frame.querySelector('.still');
    still?.classList.add('bp-plot');
    return still;
  };

  const figures = new WeakMap();
  const near = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((e) => e.isIntersecting && e.boundingClientRect.height > 0)) {
      near.unobserve(target);
      draw(target, figures.get(target));
    }
  }, { rootMargin: '600px' });

  const find = () => {
    for (const data of document.querySelectorAll('script.bp-json:not([data-seen])')) {
      data.setAttribute('data-seen', '');
      const drawing = drawingOf(data);
      if (!drawing) continue;
      figures.set(drawing, data.textContent);
      near.observe(drawing);
    }
  };

  // Outputs come and go in a notebook, and a host may change between light and dark.
  const relook = () => {
    for (const place of document.querySelectorAll('.is-live > .bp-live')) {
      const changes = look(place, place.layout);
      if (changes['font.color'] !== place.layout.font?.color) Plotly.relayout(place, changes);
    }
  };
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true });
  const themes = new MutationObserver(relook);
  for (const host of [document.documentElement, document.body])
    themes.observe(host, { attributeFilter: ['class', 'data-theme', 'data-jp-theme-light', 'data-vscode-theme-kind'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', relook);
  find();
})();
