// The machine finder of the demo website: a small single-page part that moves through the history API.
const steps = [...document.querySelectorAll('[data-step]')];
const base = location.pathname.replace(/\/$/, '');

function show(number) {
  for (const step of steps) step.hidden = step.dataset.step !== String(number);
}

function numberIn(path) {
  const found = /\/step-(\d+)$/.exec(path);
  return found ? Number(found[1]) : 1;
}

for (const button of document.querySelectorAll('[data-next]')) {
  button.addEventListener('click', () => {
    const next = Number(button.dataset.next);
    history.pushState(null, '', next === 1 ? base : `${base}/step-${next}`);
    show(next);
  });
}
addEventListener('popstate', () => show(numberIn(location.pathname)));
show(1);
