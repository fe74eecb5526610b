// Draws each plot from the table below it; without JavaScript the table is all there is.
(function () {
	'use strict';

	var sheet = document.querySelector('link[href*="/uplot/"]');
	var figures = document.querySelectorAll('figure[data-table]');
	if (!sheet || !figures.length) {
		return;
	}

	function value(cell) {
		var text = cell.hasAttribute('data-y') ? cell.getAttribute('data-y') : cell.textContent.trim();
		return text === '' || isNaN(text) ? null : Number(text);
	}

	function draw(figure) {
		var table = document.getElementById(figure.getAttribute('data-table'));
		var rows = Array.prototype.slice.call(table.querySelectorAll('tbody tr'));
		var unit = figure.getAttribute('data-unit');
		var labels = rows.map(function (row) { return row.cells[0].textContent.trim(); });
		var data = [rows.map(function (row, index) { return index; })];
		var series = [{ label: 'Semana del', value: function (plot, index) { return index == null ? '' : labels[index]; } }];
		Array.prototype.forEach.call(table.querySelectorAll('thead th'), function (head, column) {
			if (!head.hasAttribute('data-color')) {
				return;
			}
			data.push(rows.map(function (row) { return value(row.cells[column]); }));
			series.push({
				label: head.textContent.trim(), stroke: head.getAttribute('data-color'), width: 2, spanGaps: true,
				value: function (plot, number) { return number == null ? '—' : number.toLocaleString('es') + unit; }
			});
		});
		var numbers = data.slice(1).reduce(function (all, one) { return all.concat(one); }, []);
		if (!numbers.some(function (number) { return number > 0; })) {
			figure.remove();
			return;
		}
		return new window.uPlot({
			width: figure.clientWidth, height: 220, series: series,
			scales: { x: { time: false }, y: { range: function (plot, low, high) { return [0, Math.max(1, high * 1.1)]; } } },
			axes: [
				{ values: function (plot, ticks) { return ticks.map(function (tick) { return labels[tick] || ''; }); },
					incrs: [1, 2, 4, 13, 26], grid: { show: false } },
				{ values: function (plot, ticks) { return ticks.map(function (tick) { return tick.toLocaleString('es') + unit; }); },
					size: 64, grid: { stroke: '#e6eaef' } }
			]
		}, data, figure);
	}

	function drawAll() {
		var plots = Array.prototype.map.call(figures, function (figure) { return { figure: figure, plot: draw(figure) }; });
		window.addEventListener('resize', function () {
			plots.forEach(function (one) {
				if (one.plot) {
					one.plot.setSize({ width: one.figure.clientWidth, height: 220 });
				}
			});
		});
	}

	var library = document.createElement('script');
	library.src = sheet.href.replace('uPlot.min.css', 'uPlot.iife.min.js');
	library.onload = drawAll;
	document.head.appendChild(library);
}());
