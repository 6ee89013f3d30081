'use strict';
(() => {
  const COLORS = {
    light: ['#0072b2', '#d55e00', '#008060', '#b0538c', '#7a6000', '#5b4fc7', '#555555'],
    dark: ['#56b4e9', '#ff9d5c', '#2fd6a3', '#f09bd0', '#f0e442', '#a99cff', '#bbbbbb']
  };
  const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross', 'crossRot'];
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
  const seriesKey = ['param:variant', 'param:compresstype'].find(name => varying.includes(name)) ?? varying[0] ?? 'benchmark';
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
    .filter(name => name !== seriesKey && chosen[name] === undefined && key(name));
  const named = (names, key) => names.map(name => `${title(name)} ${short(name, key(name))}`).join(', ');
  const workload = key => named(workloadKeys(key), key);
  /** A variant with those of its options that differ, such as AOCO zstd 5; and which rows it stores. */
  const variantKeys = [seriesKey, 'param:variant', 'param:compresstype', ...options];
  const definition = key => [...new Set(variantKeys)]
    .filter(name => varying.includes(name) && key(name)).map(name => short(name, key(name))).join(' ');
  const stored = key => named(workloadKeys(key).filter(name => !variantKeys.includes(name)), key);

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
      for (const value of valuesOf(name)) select.append(new Option(short(name, value), 'v' + value));
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
  const color = value => palette()[Math.max(0, series.indexOf(value)) % palette().length];
  const shape = value => SHAPES[Math.max(0, series.indexOf(value)) % SHAPES.length];
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

  /** The only chart of parts: bars, one a cell, of pieces that add up. */
  function drawAnatomy() {
    const rows = shown('anatomy');
    const figure = document.getElementById('chart-anatomy');
    figure.hidden = rows.length === 0;
    if (figure.hidden) return;
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
    const canvas = figure.querySelector('canvas');
    charts.push(new Chart(canvas, {
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
          legend: { labels: { color: css('--fg') } },
          tooltip: { callbacks: { label: item => `${item.dataset.label}: ${format(item.raw)} us/row` } }
        }
      }
    }));
    canvas.setAttribute('aria-label', 'Anatomy of an insert: the same numbers are in the tables below');
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

  function plot(id, label, datasets, options) {
    const figure = document.getElementById(id);
    figure.hidden = datasets.every(d => d.data.length === 0);
    if (figure.hidden) return;
    const canvas = figure.querySelector('canvas');
    const axis = more => ({
      grid: { color: css('--line') }, ticks: { color: css('--fg'), ...more.ticks },
      title: { display: true, text: more.text, color: css('--fg') },
      beginAtZero: more.zero ?? true, min: more.min, max: more.max, afterBuildTicks: more.build
    });
    charts.push(new Chart(canvas, {
      type: 'scatter',
      data: { datasets },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, spanGaps: false,
        scales: { x: axis(options.x), y: axis(options.y) },
        plugins: {
          legend: { labels: { color: css('--fg'), usePointStyle: true, filter: item => !item.text.startsWith('\u0000') } },
          tooltip: { callbacks: { label: item => item.raw.tip ?? '' } }
        }
      },
      plugins: [pointLabels]
    }));
    canvas.setAttribute('aria-label', `${label}: the same numbers are in the tables below`);
  }

  const format = value => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

  /** Intervals and points by workload, the series side by side; dots for single forks. */
  function sideBySide(id, label, rows, column, factor, unit, dotsOf) {
    const groups = [...new Set(rows.map(r => workload(r.key)))];
    const width = 0.7 / Math.max(1, series.length);
    const place = (name, value) => groups.indexOf(name) + (series.indexOf(value) + 0.5) * width - 0.35;
    const datasets = [];
    for (const value of series) {
      const mine = rows.filter(r => r.key(seriesKey) === value && Number.isFinite(r.value(column)));
      const bars = mine.filter(r => Number.isFinite(r.low(column))).flatMap(r => {
        const x = place(workload(r.key), value);
        return [{ x, y: r.low(column) * factor }, { x, y: r.high(column) * factor }, { x: NaN, y: NaN }];
      });
      datasets.push({
        label: short(seriesKey, value), pointStyle: shape(value), radius: 4.5, hoverRadius: 8,
        backgroundColor: color(value), borderColor: color(value),
        data: mine.map(r => ({
          x: place(workload(r.key), value), y: r.value(column) * factor,
          tip: `${short(seriesKey, value)} ${workload(r.key)}: ${format(r.value(column) * factor)} ${unit}`
            + (Number.isFinite(r.low(column)) ? ` [${format(r.low(column) * factor)}, ${format(r.high(column) * factor)}]` : '')
        }))
      });
      datasets.push({ label: '\u0000', showLine: true, radius: 0, hitRadius: 0, borderWidth: 2,
        borderColor: color(value), data: bars });
      if (dotsOf) {
        datasets.push({ label: '\u0000', radius: 2, hitRadius: 2, backgroundColor: color(value) + '99',
          borderWidth: 0, data: mine.flatMap(r => dotsOf(r).map(dot => ({
            x: place(workload(r.key), value) + width * 0.25, y: dot * factor,
            tip: `${short(seriesKey, value)}, one fork: ${format(dot * factor)} ${unit}` }))) });
      }
    }
    const names = workloadKeys(name => rows.some(r => r.key(name)));
    const rowOf = group => rows.find(r => workload(r.key) === group);
    const x = axisLabels(groups.map(group => group.split(', ')),
      groups.map(group => names.map(name => short(name, rowOf(group).key(name)))),
      names, groups.length > 1 ? 'workload' : groups[0] || title(seriesKey));
    plot(id, label, datasets, {
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
    sideBySide('chart-throughput', 'Throughput', rated, 'rate_rows_per_s', 1, 'rows/s', dots);
  }

  /** Only the front has labels and full colour: thirty points can be read. */
  function drawFront() {
    const rows = shown('choice').filter(r => Number.isFinite(r.value('bytes_per_row')));
    const onFront = r => r.text('verdict') === 'on the front';
    const point = r => ({ x: r.value('bytes_per_row'), y: r.value('rate_rows_per_s'),
      label: onFront(r) && definition(r.key),
      tip: `${[definition(r.key), stored(r.key)].filter(text => text).join(', ')}: ${format(r.value('rate_rows_per_s'))} rows/s, `
        + `${format(r.value('bytes_per_row'))} B/row, ${r.text('verdict')}` });
    const datasets = series.map(value => {
      // The first point is the one of the legend.
      const mine = rows.filter(r => r.key(seriesKey) === value).sort((a, b) => onFront(b) - onFront(a));
      const colors = mine.map(r => color(value) + (onFront(r) ? '' : '66'));
      return { label: short(seriesKey, value), pointStyle: shape(value), radius: 6, hoverRadius: 8,
        backgroundColor: color(value), borderColor: color(value),
        pointBackgroundColor: colors, pointBorderColor: colors, data: mine.map(point) };
    });
    for (const name of new Set(rows.map(r => stored(r.key)))) {
      const front = rows.filter(r => stored(r.key) === name && onFront(r))
        .map(point).sort((a, b) => a.x - b.x).map(p => ({ x: p.x, y: p.y }));
      datasets.push({ label: '\u0000', showLine: true, radius: 0, hitRadius: 0, borderWidth: 1,
        borderDash: [4, 4], borderColor: css('--dim'), data: front });
    }
    plot('chart-front', 'Throughput against bytes per row', datasets,
      { x: { text: 'B/row (left is smaller)' }, y: { text: 'rows/s (up is faster)' } });
  }

  /** A line from level to level of each compressor, in percent so that workloads can share it. */
  function drawCompressionCost() {
    const percent = (r, column) => Number.isFinite(r.value(column)) ? r.value(column) * 100 : 0;
    const rows = shown('compression-cost');
    const compressor = r => r.keyNames.filter(name => name !== 'param:compresslevel').map(r.key).join('\u0000');
    const level = r => Number(r.key('param:compresslevel'));
    const point = (r, first) => ({ x: percent(r, 'share_saved'), y: percent(r, 'share_lost'),
      label: first ? `${r.key('param:compresstype')} ${r.key('param:compresslevel')}` : r.key('param:compresslevel'),
      tip: `${r.keyNames.map(r.key).map(value => value.split('.').pop()).filter(value => value).join(' ')}: `
        + `saves ${format(percent(r, 'share_saved'))} % of the bytes for ${format(percent(r, 'share_lost'))} % of the throughput` });
    const named = new Set();
    const datasets = [...new Set(rows.map(compressor))].map(name => {
      const mine = rows.filter(r => compressor(r) === name).sort((a, b) => level(a) - level(b));
      const value = mine[0].key(seriesKey);
      const label = named.has(value) ? '\u0000' : short(seriesKey, value);
      named.add(value);
      return { label, showLine: true, pointStyle: shape(value), radius: 4.5, hoverRadius: 8, borderWidth: 1,
        borderColor: color(value), backgroundColor: color(value), data: mine.map((r, i) => point(r, i === 0)) };
    });
    plot('chart-compression-cost', 'What compression costs', datasets,
      { x: { text: '% of the bytes saved (right is smaller)' }, y: { text: '% of throughput lost (down is faster)', zero: false } });
  }

  function drawGrowth() {
    const traces = details.traces;
    const named = new Set();
    const datasets = (traces?.entries ?? []).filter(e => accepts(detailKey(traces, e))).map(e => {
      const key = detailKey(traces, e);
      const value = key(seriesKey) ?? '';
      const label = named.has(value) ? '\u0000' : short(seriesKey, value);
      named.add(value);
      return { label, showLine: true, pointStyle: shape(value), radius: 2, borderWidth: 1.5,
        borderColor: color(value), backgroundColor: color(value),
        data: e.p.map(p => ({ x: p[1], y: p[2] * 1000,
          tip: `${short(seriesKey, value)} ${workload(key)}, batch ${p[0]}: ${format(p[2] * 1000)} ms at ${p[1].toLocaleString('en-US')} rows` })) };
    });
    plot('chart-growth', 'Time of a batch against rows in the table', datasets,
      { x: { text: 'rows in the table before the batch' }, y: { text: 'ms, median of the forks' } });
  }

  function drawIndexCost() {
    sideBySide('chart-index-cost', 'Index cost', shown('index-cost'), 'share_lost', 100, '% of throughput lost', null);
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
