// A canvas knows no style sheets: text and lines of the chart take the page's colours, also after a change of theme.
// A plain script, for it must be there before PrimeFaces makes the chart.
function paintHistory(config) {
    const style = getComputedStyle(document.documentElement);
    const text = style.getPropertyValue('--text').trim();
    const line = style.getPropertyValue('--line').trim();
    const options = config.options;
    options.color = text;
    options.plugins = { legend: { position: 'bottom', labels: { color: text, usePointStyle: true } } };
    options.scales.x = { ticks: { color: text }, grid: { display: false } };
    options.scales.y = { ...options.scales.y, ticks: { color: text }, grid: { color: line } };
}
window.historyChart = function () {
    paintHistory(this.cfg.config);
    new MutationObserver(() => {
        paintHistory(this.cfg.config);
        Object.assign(this.chart.options, this.cfg.config.options);
        this.chart.update();
    }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
};
