'use strict';
// Lets people look at one thing at a time; without it everything is there.
(() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const svg = document.querySelector('.landscape');
  const canvas = document.querySelector('.canvas');
  const input = document.getElementById('find');
  const found = document.getElementById('found');
  const nodes = all('.node', svg);
  const lines = all('path[data-from]', svg);
  const byId = new Map(nodes.map((node) => [node.dataset.id, node]));
  document.getElementById('search').hidden = false;
  document.getElementById('tools').hidden = false;

  // What is one step away; of a service also whoever is at the other end of its channels.
  const near = (id) => {
    const ids = new Set([id]);
    const step = (from) => {
      for (const line of lines) {
        if (line.dataset.from === from) { ids.add(line.dataset.to); }
        if (line.dataset.to === from) { ids.add(line.dataset.from); }
      }
    };
    step(id);
    if (id.startsWith('s')) {
      Array.from(ids).filter((other) => other.startsWith('b')).forEach(step);
    }
    return ids;
  };

  // Lines count that join boxes at hand: between two neighbours there may be others.
  const choose = (id) => {
    svg.classList.toggle('chosen', Boolean(id));
    const ids = id ? near(id) : new Set();
    const boxes = !id || id.startsWith('b') ? new Set([id]) : new Set(lines.flatMap((line) =>
      line.dataset.from === id ? [line.dataset.to] : line.dataset.to === id ? [line.dataset.from] : []));
    for (const node of nodes) {
      node.classList.toggle('near', ids.has(node.dataset.id));
    }
    for (const line of lines) {
      line.classList.toggle('near', boxes.has(line.dataset.from) || boxes.has(line.dataset.to));
    }
  };

  let pinned = '';
  for (const node of nodes) {
    node.addEventListener('mouseenter', () => choose(node.dataset.id));
    node.addEventListener('mouseleave', () => choose(pinned));
    node.addEventListener('focus', () => choose(node.dataset.id));
    node.addEventListener('blur', () => choose(pinned));
    // A first click keeps it in sight, a second one goes to where the page tells of it.
    node.addEventListener('click', (event) => {
      if (pinned !== node.dataset.id) {
        event.preventDefault();
        pinned = node.dataset.id;
        choose(pinned);
      }
    });
  }
  canvas.addEventListener('click', (event) => {
    if (!event.target.closest('.node')) {
      pinned = '';
      choose('');
    }
  });

  const full = svg.viewBox.baseVal.width;
  let scale = 1;
  const zoom = (wanted) => {
    scale = Math.min(2, Math.max(0.1, wanted));
    svg.style.width = full * scale + 'px';
    svg.style.height = 'auto';
  };
  const whole = () => zoom(Math.min(1, (canvas.clientWidth - 2) / full));
  document.getElementById('smaller').addEventListener('click', () => zoom(scale / 1.25));
  document.getElementById('larger').addEventListener('click', () => zoom(scale * 1.25));
  document.getElementById('whole').addEventListener('click', whole);
  document.getElementById('actual').addEventListener('click', () => zoom(1));
  // Small letters are of no use: what is much wider than the page is scrolled.
  if (full <= canvas.clientWidth * 1.6) {
    whole();
  }

  const cards = all('[data-card]');
  const texts = new Map([...cards, ...nodes].map((one) => [one, one.textContent.toLowerCase()]));
  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = (one) => words.every((word) => texts.get(one).includes(word));
    let shown = 0;
    for (const card of cards) {
      card.classList.toggle('gone', !hits(card));
      shown += hits(card) ? 1 : 0;
    }
    let first = null;
    for (const node of nodes) {
      const hit = words.length > 0 && hits(node);
      node.classList.toggle('hit', hit);
      first = first || (hit ? node : null);
    }
    svg.classList.toggle('chosen', words.length > 0);
    const ids = new Set(nodes.filter((node) => words.length > 0 && hits(node)).flatMap((node) => [...near(node.dataset.id)]));
    nodes.forEach((node) => node.classList.toggle('near', ids.has(node.dataset.id)));
    lines.forEach((line) => line.classList.toggle('near', ids.has(line.dataset.from) && ids.has(line.dataset.to)));
    if (first) {
      const at = first.getBoundingClientRect();
      const pane = canvas.getBoundingClientRect();
      canvas.scrollBy(at.left - pane.left - pane.width / 2, at.top - pane.top - pane.height / 2);
    }
    found.textContent = words.length === 0 ? '' : shown === 0 ? 'Nothing found' : shown + ' found';
  };
  input.addEventListener('input', search);
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape') {
      input.value = '';
      pinned = '';
      search();
      choose('');
      if (typing) {
        input.blur();
      }
    }
  });

  // Who comes from elsewhere on the page to a service sees it in the picture, too.
  const arrive = () => {
    const link = nodes.find((node) => node.getAttribute('href') === location.hash);
    pinned = link ? link.dataset.id : '';
    choose(pinned);
  };
  addEventListener('hashchange', arrive);
  if (location.hash && byId.size > 0) {
    arrive();
  }
})();
