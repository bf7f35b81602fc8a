// A month of the centre: its year comes after the page, and the charts are drawn once its table is there.

const trend = document.getElementById('trend-form');

function drawn() {
    if (document.getElementById('figures') && document.getElementById('volume')) {
        seen.disconnect();
        import('./figures.js');
    }
}

const seen = new MutationObserver(drawn);
seen.observe(trend, { childList: true, subtree: true });
drawn();

document.getElementById('print').addEventListener('click', () => window.print());
