'use strict';
(() => {
  const COLORS = {
    light: ['#0072b2', '#d55e00', '#008060', '#b0538c', '#7a6000', '#5b4fc7', '#555555'],
    dark: ['#56b4e9', '#ff9d5c', '#2fd6a3', '#f09bd0', '#f0e442', '#a99cff', '#bbbbbb']
  };
  const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross', 'crossRot'];
  const DASHES = [[], [6, 4], [2, 3], [9, 3, 2, 3], [12, 5]];
  /** What no axis can be shared by: rows that are not alike, and times that are far apart. */
  const PANELS = ['param:workload', 'param:indexes'];
  const MANY_POINTS = 100;
  /** Times that differ by more share no linear axis. */
  const FAR_APART = 10;
  /** Label of what the legend leaves out. */
  const SILENT = '\u0000';
  const details = JSON.parse(document.getElementById('details').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  let charts = [];

  /** A table of the page as rows of {keys, key(name), value(name), low(name), high(name)}. */
  function rowsOf(id) {
    const table = document.querySelector(`#${id} table`);
    if (!table) return [];
    const heads = [...table.querySelectorAll('thead th')];
    const names = heads.map(th => th.dataset.name);
    const keyNames = heads.filter(th => 'key' in th.dataset).map(th => th.dataset.name);
    return [...table.tBodies[0].rows].map(tr => {
      const cell = name => tr.cells[names.indexOf(name)];
      const number = (name, part) => {
        const text = cell(name)?.dataset[part];
        return text === undefined ? NaN : Number(text);
      };
      return {
        tr,
        keyNames,
        key: name => cell(name)?.dataset.k ?? '',
        text: name => cell(name)?.textContent ?? '',
        value: name => number(name, 'v'),
        low: name => number(name, 'lo'),
        high: name => number(name, 'hi')
      };
    });
  }

  const tables = {};
  for (const section of document.querySelectorAll('section[data-keys]')) {
    tables[section.id] = rowsOf(section.id);
  }
  const throughput = tables.throughput ?? [];
  const keyNames = throughput[0]?.keyNames ?? [];
  const valuesOf = name => [...new Set(throughput.map(r => r.key(name)))];
  const varying = keyNames.filter(name => valuesOf(name).length > 1);
  const seriesKey = ['param:variant', 'param:compresstype'].find(name => varying.includes(name))
    ?? varying.find(name => name !== 'param:indexes')
    ?? (keyNames.includes('param:variant') ? 'param:variant' : 'benchmark');
  const panelKeys = PANELS.filter(name => varying.includes(name) && name !== seriesKey);
  const options = [...document.querySelectorAll('#throughput thead th[data-option]')].map(th => th.dataset.name);
  const series = valuesOf(seriesKey);
  const short = (name, value) => name === 'benchmark' ? value.split('.').pop() : value;
  const title = name => name === 'benchmark' ? 'method' : name.replace('param:', '');

  const chosen = {};
  const hiddenSeries = new Set();
  const accepts = key => varying.every(name => {
    const has = key(name);
    if (name === seriesKey) return !hiddenSeries.has(has) || has === undefined;
    return chosen[name] === undefined || has === undefined || has === '' || has === chosen[name];
  });
  const shown = id => (tables[id] ?? []).filter(row => accepts(name => row.keyNames.includes(name) ? row.key(name) : undefined));
  const workloadKeys = key => varying
    .filter(name => name !== seriesKey && !panelKeys.includes(name) && chosen[name] === undefined && key(name));
  const named = (names, key) => names.map(name => `${title(name)} ${short(name, key(name))}`).join(', ');
  const indexesInWords = value =>
    ({ false: 'without indexes', true: 'with indexes' })[value] ?? `with the index on ${value}`;
  const panelOf = key => panelKeys.filter(name => key(name))
    .map(name => name === 'param:indexes' ? indexesInWords(key(name)) : short(name, key(name))).join(', ');
  const workload = key => named(workloadKeys(key), key);
  /** A variant with those of its options that differ, such as AOCO zstd 5; and which rows it stores. */
  const variantKeys = [seriesKey, 'param:variant', 'param:compresstype', ...options];
  const values = (names, key) => [...new Set(names)]
    .filter(name => varying.includes(name) && key(name)).map(name => short(name, key(name))).join(' ');
  const definition = key => values(variantKeys, key);
  const stored = key => named(workloadKeys(key).filter(name => !variantKeys.includes(name)), key);
  /** What tells lines of one series apart, such as zstd 5, batchSize 10000. */
  const setting = (key, names = variantKeys) =>
    [values(names.filter(name => name !== seriesKey), key), stored(key)].filter(words => words).join(', ');

  function buildFilter() {
    const form = document.getElementById('filter');
    for (const name of varying) {
      if (name === seriesKey) {
        const set = form.appendChild(document.createElement('fieldset'));
        set.appendChild(document.createElement('legend')).textContent = title(name);
        for (const value of series) {
          const label = set.appendChild(document.createElement('label'));
          const box = label.appendChild(document.createElement('input'));
          box.type = 'checkbox';
          box.checked = true;
          box.addEventListener('change', () => {
            box.checked ? hiddenSeries.delete(value) : hiddenSeries.add(value);
            update();
          });
          label.append(` ${short(name, value) || '(none)'}`);
        }
        continue;
      }
      const label = form.appendChild(document.createElement('label'));
      label.append(title(name) + ' ');
      const select = label.appendChild(document.createElement('select'));
      select.append(new Option('all', ''));
      for (const value of valuesOf(name)) {
        select.append(new Option(short(name, value) || '(none)', 'v' + value));
      }
      select.addEventListener('change', () => {
        chosen[name] = select.value === '' ? undefined : select.value.slice(1);
        update();
      });
    }
    form.hidden = varying.length === 0;
  }

  function filterTables() {
    for (const id of Object.keys(tables)) {
      const visible = new Set(shown(id));
      tables[id].forEach(row => { row.tr.hidden = !visible.has(row); });
    }
  }

  const palette = () => COLORS[dark.matches && !printing ? 'dark' : 'light'];
  const place = value => Math.max(0, series.indexOf(value));
  const color = value => palette()[place(value) % palette().length];
  /** Where colours begin anew, shapes do not. */
  const shape = value => SHAPES[(place(value) + Math.floor(place(value) / palette().length)) % SHAPES.length];
  const marks = value => ({ pointStyle: shape(value), borderColor: color(value), backgroundColor: color(value) });
  const css = name => printing ? (name === '--line' ? '#bbb' : '#000') : getComputedStyle(document.documentElement).getPropertyValue(name);

  /**
   * Labels of several lines below an axis: with names where they fit, else the values alone and the
   * names once in the axis' title; on end, in one line, where those do not fit either.
   */
  function axisLabels(named, brief, names, text) {
    const widest = (chart, labels) => {
      chart.ctx.save();
      chart.ctx.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
      const widths = labels.flat().map(line => chart.ctx.measureText(line).width);
      chart.ctx.restore();
      return Math.max(...widths);
    };
    const fits = (chart, labels) => widest(chart, labels) + 6 < (chart.width - 80) / labels.length;
    const isBrief = chart => named.length > 1 && !fits(chart, named);
    const isOnEnd = chart => isBrief(chart) && !fits(chart, brief);
    const rotation = ctx => isOnEnd(ctx.chart) ? 90 : 0;
    const cut = line => line.length > 28 ? line.slice(0, 27) + '…' : line;
    return {
      text: ctx => isBrief(ctx.chart) ? names.map(title).join(', ') : text,
      ticks: {
        callback(x) {
          const lines = (isBrief(this.chart) ? brief : named)[x] ?? [];
          return isOnEnd(this.chart) ? cut(lines.join(' ')) : lines;
        },
        minRotation: rotation, maxRotation: rotation
      }
    };
  }

  /** A chart of the rows of each panel, below the figure's title; without any the figure is hidden. */
  function panels(id, label, rows, chartOf, key = row => row.key) {
    const figure = document.getElementById(id);
    const byPanel = new Map();
    for (const row of rows) {
      const words = panelOf(key(row));
      byPanel.set(words, [...(byPanel.get(words) ?? []), row]);
    }
    figure.querySelectorAll('.panel').forEach(panel => panel.remove());
    figure.hidden = byPanel.size === 0;
    figure.classList.toggle('many', byPanel.size > 1);
    for (const [words, mine] of byPanel) {
      const panel = figure.appendChild(document.createElement('div'));
      panel.className = 'panel';
      if (words) panel.appendChild(document.createElement('h4')).textContent = words;
      const plot = panel.appendChild(document.createElement('div'));
      plot.className = 'plot';
      const canvas = plot.appendChild(document.createElement('canvas'));
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label',
        `${label}${words && ', ' + words}: the same numbers are in the tables below`);
      charts.push(new Chart(canvas, chartOf(mine)));
    }
  }

  /** The legend says what colours, shapes and dashes stand for; the form hides and shows. */
  const legend = {
    onClick: null,
    labels: {
      usePointStyle: true,
      generateLabels: chart => Chart.defaults.plugins.legend.labels.generateLabels(chart)
        .filter(item => item.text !== SILENT)
        .map(item => ({ ...item, fontColor: css('--fg'), lineDash: chart.data.datasets[item.datasetIndex].borderDash }))
    }
  };
  const explained = (label, style) => ({ label, pointStyle: 'line', borderWidth: 2, borderColor: css('--fg'), data: [], ...style });

  /** The only chart of parts: bars, one a cell, of pieces that add up. */
  function drawAnatomy() {
    panels('chart-anatomy', 'Anatomy of an insert', shown('anatomy'), anatomy);
  }

  function anatomy(rows) {
    const parts = [...rows[0].tr.closest('table').querySelectorAll('thead th')]
      .map(th => ({ column: th.dataset.name, name: th.firstChild.textContent.replace('waiting: ', 'waiting ') }))
      .filter(part => /^(planning|execution|wait_\w+|commit)_s_per_row$/.test(part.column));
    const label = row => [short(seriesKey, row.key(seriesKey)), ...workload(row.key).split(', ')].filter(line => line);
    const names = [seriesKey, ...workloadKeys(name => rows.some(row => row.key(name)))];
    const labels = rows.map(label);
    const brief = rows.map(row => names.map(name => short(name, row.key(name))));
    const x = axisLabels(labels, brief, names, names.map(title).join(', '));
    const axis = (text, ticks) => ({ stacked: true, grid: { color: css('--line') },
      ticks: { color: css('--fg'), ...ticks }, title: { display: true, text, color: css('--fg') } });
    return {
      type: 'bar',
      data: {
        labels,
        datasets: parts.map((part, i) => ({
          label: part.name, backgroundColor: palette()[i % palette().length],
          data: rows.map(row => row.value(part.column) * 1e6) }))
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        scales: { x: axis(x.text, x.ticks), y: axis('us/row') },
        plugins: {
          legend: { onClick: null, labels: { color: css('--fg') } },
          tooltip: { callbacks: { label: item => `${item.dataset.label}: ${format(item.raw)} us/row` } }
        }
      }
    };
  }

  /** Writes the label of a point beside it, unless it would cover another or another point's. */
  const pointLabels = {
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const taken = [];
      ctx.save();
      ctx.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
      ctx.fillStyle = css('--fg');
      chart.data.datasets.forEach((dataset, d) => chart.getDatasetMeta(d).data.forEach((point, i) => {
        const label = dataset.data[i].label;
        if (!label) return;
        const width = ctx.measureText(label).width;
        const left = point.x + 8 + width > chartArea.right ? point.x - 8 - width : point.x + 8;
        const box = { left, right: left + width, top: point.y - 14, bottom: point.y };
        if (taken.some(b => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom)) return;
        taken.push(box);
        ctx.fillText(label, left, point.y - 4);
      }));
      ctx.restore();
    }
  };

  function scatter(datasets, options) {
    const axis = more => ({
      type: more.type ?? 'linear', grid: { color: css('--line') }, ticks: { color: css('--fg'), ...more.ticks },
      title: { display: true, text: more.text, color: css('--fg') },
      beginAtZero: more.zero ?? true, min: more.min, max: more.max, afterBuildTicks: more.build
    });
    return {
      type: 'scatter',
      data: { datasets },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, spanGaps: false,
        scales: { x: axis(options.x), y: axis(options.y) },
        plugins: { legend, tooltip: { callbacks: { label: item => item.raw.tip ?? '' } } }
      },
      plugins: [pointLabels]
    };
  }

  /** Lines: the series has a colour and a shape, what else tells them apart is dashed; both are in the legend. */
  function lines(rows, valueOf, restOf, pointsOf) {
    const rests = [...new Set(rows.map(restOf))];
    const last = DASHES.length - 1;
    const dash = rest => DASHES[Math.min(rests.indexOf(rest), last)];
    return [
      ...rows.map(row => ({ label: SILENT, showLine: true, ...marks(valueOf(row)), borderDash: dash(restOf(row)),
        radius: pointsOf(row).length > MANY_POINTS ? 1 : 2.5, hoverRadius: 6, borderWidth: 1.5, data: pointsOf(row) })),
      ...series.filter(value => rows.some(row => valueOf(row) === value))
        .map(value => explained(short(seriesKey, value), marks(value))),
      ...(rests.length > 1 ? rests.slice(0, last + 1) : []).map((rest, i) => explained(
        i === last && rests.length > last + 1 ? `${rests.length - last} others` : rest, { borderDash: DASHES[i] }))
    ];
  }

  const format = value => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

  /** Intervals and points by what else tells cells of a panel apart, the series side by side; dots for single forks. */
  function sideBySide(rows, column, factor, unit, dotsOf) {
    const groups = [...new Set(rows.map(r => workload(r.key)))];
    const width = 0.7 / Math.max(1, series.length);
    const at = (name, value) => groups.indexOf(name) + (series.indexOf(value) + 0.5) * width - 0.35;
    const datasets = [];
    for (const value of series.filter(name => rows.some(r => r.key(seriesKey) === name))) {
      const mine = rows.filter(r => r.key(seriesKey) === value);
      const bars = mine.filter(r => Number.isFinite(r.low(column))).flatMap(r => {
        const x = at(workload(r.key), value);
        return [{ x, y: r.low(column) * factor }, { x, y: r.high(column) * factor }, { x: NaN, y: NaN }];
      });
      datasets.push({
        label: short(seriesKey, value), ...marks(value), radius: 4.5, hoverRadius: 8,
        data: mine.map(r => ({
          x: at(workload(r.key), value), y: r.value(column) * factor,
          tip: `${short(seriesKey, value)} ${workload(r.key)}: ${format(r.value(column) * factor)} ${unit}`
            + (Number.isFinite(r.low(column)) ? ` [${format(r.low(column) * factor)}, ${format(r.high(column) * factor)}]` : '')
        }))
      });
      datasets.push({ label: SILENT, showLine: true, radius: 0, hitRadius: 0, borderWidth: 2,
        borderColor: color(value), data: bars });
      if (dotsOf) {
        datasets.push({ label: SILENT, radius: 2, hitRadius: 2, backgroundColor: color(value) + '99',
          borderWidth: 0, data: mine.flatMap(r => dotsOf(r).map(dot => ({
            x: at(workload(r.key), value) + width * 0.25, y: dot * factor,
            tip: `${short(seriesKey, value)}, one fork: ${format(dot * factor)} ${unit}` }))) });
      }
    }
    if (rows.some(r => Number.isFinite(r.low(column)))) datasets.push(explained('95 % interval'));
    if (dotsOf && rows.some(r => dotsOf(r).length > 0)) {
      datasets.push(explained('each fork', { pointStyle: 'circle', borderWidth: 0, backgroundColor: css('--dim') + '99' }));
    }
    const names = workloadKeys(name => rows.some(r => r.key(name)));
    const rowOf = group => rows.find(r => workload(r.key) === group);
    const x = axisLabels(groups.map(group => group.split(', ')),
      groups.map(group => names.map(name => short(name, rowOf(group).key(name)))),
      names, groups.length > 1 ? names.map(title).join(', ') : groups[0] || title(seriesKey));
    return scatter(datasets, {
      x: { text: x.text, zero: false, min: -0.5, max: groups.length - 0.5, ticks: x.ticks,
        build: scale => { scale.ticks = groups.map((_, i) => ({ value: i })); } },
      y: { text: unit }
    });
  }

  const detailKey = (table, entry) => name => entry.k[table.keys.indexOf(name)];
  const same = (row, key) => keyNames.every(name => (row.key(name) ?? '') === (key(name) ?? ''));

  function drawThroughput() {
    const rated = shown('throughput').filter(r => Number.isFinite(r.value('rate_rows_per_s')));
    const forks = details.forks;
    const dots = row => forks
      ? forks.entries.filter(e => same(row, detailKey(forks, e))).flatMap(e => e.p.map(p => p[1])) : [];
    panels('chart-throughput', 'Throughput', rated,
      rows => sideBySide(rows, 'rate_rows_per_s', 1, 'rows/s', dots));
  }

  function drawFront() {
    const both = ['bytes_per_row', 'rate_rows_per_s'];
    const rows = shown('choice').filter(r => both.every(column => Number.isFinite(r.value(column))));
    panels('chart-front', 'Throughput against bytes per row', rows, front);
  }

  /** Only the front has labels and full colour: thirty points can be read. */
  function front(rows) {
    const onFront = r => r.text('verdict') === 'on the front';
    const fronts = [...new Set(rows.map(r => stored(r.key)))];
    const best = name => rows.filter(r => stored(r.key) === name && onFront(r))
      .sort((a, b) => a.value('bytes_per_row') - b.value('bytes_per_row'));
    const named = fronts.length > 1 ? fronts.map(name => best(name).at(-1)) : [];
    const point = r => ({ x: r.value('bytes_per_row'), y: r.value('rate_rows_per_s'),
      label: onFront(r) && [definition(r.key), named.includes(r) && stored(r.key)].filter(text => text).join(', '),
      tip: `${[definition(r.key), stored(r.key)].filter(text => text).join(', ')}: ${format(r.value('rate_rows_per_s'))} rows/s, `
        + `${format(r.value('bytes_per_row'))} B/row, ${r.text('verdict')}` });
    const datasets = series.filter(value => rows.some(r => r.key(seriesKey) === value)).map(value => {
      // The first point is the one of the legend.
      const mine = rows.filter(r => r.key(seriesKey) === value).sort((a, b) => onFront(b) - onFront(a));
      const colors = mine.map(r => color(value) + (onFront(r) ? '' : '66'));
      return { label: short(seriesKey, value), ...marks(value), radius: 6, hoverRadius: 8,
        pointBackgroundColor: colors, pointBorderColor: colors, data: mine.map(point) };
    });
    const dashed = { borderWidth: 1, borderDash: [4, 4], borderColor: css('--dim') };
    for (const name of fronts) {
      datasets.push({ label: SILENT, showLine: true, radius: 0, hitRadius: 0, ...dashed,
        data: best(name).map(point).map(p => ({ x: p.x, y: p.y })) });
    }
    datasets.push(explained('front: none is faster and smaller', dashed));
    if (!rows.every(onFront)) {
      datasets.push(explained('pale: not on the front', { pointStyle: 'circle', borderWidth: 0, backgroundColor: css('--dim') + '66' }));
    }
    return scatter(datasets,
      { x: { text: 'B/row (left is smaller)' }, y: { text: 'rows/s (up is faster)' } });
  }

  /** A line from level to level of each compressor, in percent of the setting that stores the most bytes. */
  function drawCompressionCost() {
    panels('chart-compression-cost', 'What compression costs', shown('compression-cost'), compressionCost);
  }

  function compressionCost(rows) {
    const percent = (r, column) => Number.isFinite(r.value(column)) ? r.value(column) * 100 : 0;
    const rest = r => setting(r.key, variantKeys.filter(name => name !== 'param:compresslevel'));
    const level = r => Number(r.key('param:compresslevel'));
    const point = (r, first) => ({ x: percent(r, 'share_saved'), y: percent(r, 'share_lost'),
      label: first ? `${r.key('param:compresstype')} ${r.key('param:compresslevel')}` : r.key('param:compresslevel'),
      tip: `${r.keyNames.map(r.key).map(value => value.split('.').pop()).filter(value => value).join(' ')}: `
        + `saves ${format(percent(r, 'share_saved'))} % of the bytes for ${format(percent(r, 'share_lost'))} % of the throughput` });
    const byLine = new Map();
    for (const row of rows) {
      const name = [row.key(seriesKey), rest(row)].join(SILENT);
      byLine.set(name, [...(byLine.get(name) ?? []), row]);
    }
    return scatter(
      lines([...byLine.values()], mine => mine[0].key(seriesKey), mine => rest(mine[0]),
        mine => mine.sort((a, b) => level(a) - level(b)).map((r, i) => point(r, i === 0))),
      { x: { text: '% of the bytes saved (right is smaller)' }, y: { text: '% of throughput lost (down is faster)', zero: false } });
  }

  /** Where batches differ in size, the time of a row can be compared and that of a batch cannot. */
  function drawGrowth() {
    const traces = details.traces;
    const key = e => detailKey(traces, e);
    const entries = (traces?.entries ?? []).filter(e => accepts(key(e)));
    const mixed = new Set(entries.flatMap(e => e.p.map(p => p[3]))).size > 1;
    const heading = `Time of a ${mixed ? 'row' : 'batch'} against rows in the table`;
    const [unit, time] = mixed ? ['us/row', p => p[2] / p[3] * 1e6] : ['ms', p => p[2] * 1000];
    const value = e => key(e)(seriesKey) ?? '';
    const rest = e => setting(key(e));
    document.querySelector('#chart-growth h3').textContent = heading;
    const points = e => e.p.map(p => ({ x: p[1], y: time(p),
      tip: `${[short(seriesKey, value(e)), rest(e)].filter(words => words).join(' ')}, batch ${p[0]} of ${p[3].toLocaleString('en-US')} rows: `
        + `${format(time(p))} ${unit} at ${p[1].toLocaleString('en-US')} rows` }));
    panels('chart-growth', heading, entries, mine => {
      const lowest = Math.min(...mine.map(e => e.p.map(time).sort((a, b) => a - b)[e.p.length >> 1]));
      const log = lowest > 0 && mine.some(e => e.p.some(p => time(p) > FAR_APART * lowest));
      return scatter(lines(mine, value, rest, points), {
        x: { text: 'rows in the table before the batch', ticks: { callback: rowCount => rowCount.toLocaleString('en-US', { notation: 'compact' }) } },
        y: { text: `${unit}, median of the forks${log ? ', logarithmic' : ''}`, type: log ? 'logarithmic' : 'linear' }
      });
    }, key);
  }

  function drawIndexCost() {
    const rows = shown('index-cost').filter(r => Number.isFinite(r.value('share_lost')));
    panels('chart-index-cost', 'Index cost', rows,
      mine => sideBySide(mine, 'share_lost', 100, '% of throughput lost', null));
  }

  function draw() {
    charts.forEach(chart => chart.destroy());
    charts = [];
    drawThroughput();
    drawFront();
    drawCompressionCost();
    drawGrowth();
    drawIndexCost();
    drawAnatomy();
    document.getElementById('charts').hidden = charts.length === 0;
  }

  function update() {
    filterTables();
    document.getElementById('charts').hidden = false;
    draw();
  }

  buildFilter();
  update();
  dark.addEventListener('change', draw);
  addEventListener('beforeprint', () => { printing = true; draw(); });
  addEventListener('afterprint', () => { printing = false; draw(); });
})();
