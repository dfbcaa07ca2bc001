// Draws every table that asks for it: one bar a row for each column marked as a series. The table stays, for those who
// read numbers and for screen readers.
document.querySelectorAll('table[data-chart]').forEach(table => {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const series = heads.filter(head => head.hasAttribute('data-series'));
  const style = getComputedStyle(document.documentElement);
  const colours = ['--pico-primary', '--pico-muted-color', '--pico-ins-color', '--pico-del-color']
    .map(name => style.getPropertyValue(name).trim())
    .concat('#b8860b', '#8a6fc0');
  const stacked = 'stacked' in table.dataset;
  const ink = style.getPropertyValue('--pico-color').trim();
  const lines = style.getPropertyValue('--pico-muted-border-color').trim();
  const number = cell => Number(cell.dataset.value ?? cell.textContent.replace(/[^0-9.-]/g, ''));

  const frame = document.createElement('div');
  frame.className = 'chart';
  frame.setAttribute('aria-hidden', 'true');
  const canvas = document.createElement('canvas');
  frame.append(canvas);
  table.before(frame);
  canvas.parentElement.style.height = `${Math.max(8, 3 + rows.length * 1.6 * Math.max(1, stacked ? 1 : series.length * 0.7))}rem`;

  Chart.defaults.color = ink;
  Chart.defaults.font.family = style.fontFamily;
  new Chart(canvas, {
    type: table.dataset.chart,
    data: {
      labels: rows.map(row => row.cells[0].textContent.trim()),
      datasets: series.map((head, place) => ({
        label: head.dataset.series || head.textContent.trim(),
        data: rows.map(row => number(row.cells[head.cellIndex])),
        backgroundColor: colours[place % colours.length],
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: {stacked, beginAtZero: true, grid: {color: lines}, ticks: {precision: 0}},
        y: {stacked, grid: {display: false}},
      },
      plugins: {legend: {display: series.length > 1, position: 'bottom'}},
    },
  });
});
