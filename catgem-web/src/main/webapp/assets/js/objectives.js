// Small charts of a year, drawn from the table below them once it is there, so that they cannot show anything else.

const form = document.getElementById('year-form');
let charts = [];

function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function draw() {
    charts.splice(0).forEach(chart => chart.destroy());
    const rows = [...document.querySelectorAll('#figures tbody tr')];
    const labels = rows.map(row => row.querySelector('th').textContent.trim());
    const text = colour('text-soft');
    for (const canvas of document.querySelectorAll('.objective canvas')) {
        const values = rows.map(row => {
            const shown = row.querySelector(`.cell[data-measure="${canvas.dataset.measure}"]`).dataset.shown;
            return shown ? Number(shown) : null;
        });
        const target = Number(canvas.dataset.target);
        const lowest = Math.min(target, ...values.filter(value => value !== null));
        charts.push(new window.Chart(canvas, {
            type: 'line',
            data: {
                labels,
                datasets: [
                    { label: canvas.dataset.name, data: values, borderColor: colour('brand'), backgroundColor: colour('brand'), borderWidth: 2, pointRadius: 3, tension: 0, clip: 6 },
                    { label: canvas.dataset.aim, data: rows.map(() => target), borderColor: colour('gold-text'), backgroundColor: colour('gold-text'), borderDash: [6, 4], borderWidth: 2, pointRadius: 0 },
                ],
            },
            options: {
                responsive: true,
                maintainAspectRatio: false,
                animation: false,
                interaction: { mode: 'index', intersect: false },
                plugins: { legend: { position: 'bottom', align: 'start', labels: { color: text, usePointStyle: true, pointStyle: 'line' } } },
                scales: {
                    x: { ticks: { color: text, maxRotation: 0, autoSkipPadding: 12 }, grid: { display: false } },
                    y: { min: Math.max(0, Math.floor(lowest / 5) * 5 - 5), max: 100, ticks: { color: text, maxTicksLimit: 5 }, grid: { color: colour('line') } },
                },
            },
        }));
    }
}

function arrived() {
    if (document.getElementById('figures') && window.Chart) {
        seen.disconnect();
        draw();
        new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
        window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    }
}

const seen = new MutationObserver(arrived);
seen.observe(form, { childList: true, subtree: true });
arrived();
