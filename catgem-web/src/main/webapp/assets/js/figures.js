// The charts are drawn from the very table below them, so that they cannot show anything else.

const box = document.querySelector('.charts');

function column(measure) {
    const heads = [...document.querySelectorAll('#figures thead th')];
    const at = heads.findIndex(head => head.dataset.measure === measure);
    return {
        name: heads[at].textContent.trim(),
        values: [...document.querySelectorAll('#figures tbody tr')].map(row => {
            const shown = row.children[at].querySelector('.cell').dataset.shown;
            return shown ? Number(shown) : null; // an empty attribute is left out of the page
        }),
    };
}

function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const charts = [];

function draw() {
    charts.splice(0).forEach(chart => chart.destroy());
    const labels = [...document.querySelectorAll('#figures tbody th')].map(head => head.textContent.trim());
    const text = colour('text-soft');
    const line = colour('line');
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const base = title => ({
        responsive: true,
        maintainAspectRatio: false,
        animation: calm ? false : { duration: 250 },
        interaction: { mode: 'index', intersect: false },
        plugins: {
            legend: { position: 'top', align: 'start', labels: { color: text, boxWidth: 14 } },
            title: { display: true, align: 'start', text: title, color: colour('text'), font: { size: 13 } },
        },
        scales: {
            x: { stacked: true, ticks: { color: text, maxRotation: 0, autoSkipPadding: 12 }, grid: { display: false } },
            y: { stacked: true, beginAtZero: true, ticks: { color: text, precision: 0 }, grid: { color: line } },
        },
    });

    const answered = column('ANSWERED');
    const abandoned = column('ABANDONED');
    const volume = document.getElementById('volume');
    charts.push(new window.Chart(volume, {
        type: 'bar',
        data: {
            labels,
            datasets: [
                { label: answered.name, data: answered.values, backgroundColor: colour('info') },
                { label: abandoned.name, data: abandoned.values, backgroundColor: colour('gold'), borderColor: colour('gold-text'), borderWidth: 1 },
            ],
        },
        options: base(volume.dataset.title),
    }));

    const served = column('SERVICE_LEVEL');
    const level = document.getElementById('level');
    const options = base(level.dataset.title);
    options.scales.x.stacked = false;
    options.scales.y.stacked = false;
    options.scales.y.max = 100;
    const along = box.dataset.time === 'true';
    charts.push(new window.Chart(level, {
        type: along ? 'line' : 'bar',
        data: {
            labels,
            datasets: [{
                label: served.name, data: served.values, borderColor: colour('brand'), backgroundColor: along ? colour('brand') : colour('brand-fill'),
                borderWidth: 2, pointRadius: labels.length > 48 ? 0 : 3, spanGaps: false, tension: 0,
            }],
        },
        options,
    }));
}

if (box && window.Chart) {
    draw();
    new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}

// Dates mean something only between two dates.
const period = document.getElementById('period');
function dates() {
    const between = period.value === 'days';
    for (const id of ['from', 'to']) {
        document.getElementById(id).disabled = !between;
    }
}
if (period) {
    period.addEventListener('change', dates);
    dates();
}
