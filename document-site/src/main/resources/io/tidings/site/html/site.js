'use strict';
// Makes the page easier to use; without it everything is there, unfolded by hand.
(() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const named = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch (malformed) {
      return null;
    }
  };
  const input = document.getElementById('find');
  const found = document.getElementById('found');
  const unfold = document.getElementById('unfold');
  const contents = document.getElementById('contents');
  const cards = all('[data-card]');
  const fields = all('.field');
  const unfolding = all('main details');
  document.getElementById('search').hidden = false;
  if (unfolding.length === 0) {
    unfold.remove();
  }

  const narrow = matchMedia('(max-width: 60rem)');
  const fold = () => { if (contents) { contents.open = !narrow.matches; } };
  narrow.addEventListener('change', fold);
  fold();

  // What holds an element has to be open for it to be seen.
  const reveal = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS' && !at.open) {
        at.open = true;
        at.dataset.revealed = '';
      }
    }
  };

  const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));

  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const details of all('details[data-revealed]')) {
      details.open = false;
      delete details.dataset.revealed;
    }
    let shown = 0;
    for (const card of cards) {
      const hit = words.every((word) => texts.get(card).includes(word));
      card.classList.toggle('gone', !hit);
      shown += hit ? 1 : 0;
    }
    for (const field of fields) {
      const name = field.dataset.name.toLowerCase();
      const hit = words.some((word) => word.length > 1 && name.includes(word));
      field.classList.toggle('hit', hit);
      if (hit && !field.closest('.gone')) {
        reveal(field);
      }
    }
    for (const section of all('main > section')) {
      const held = all('[data-card]', section);
      section.classList.toggle('gone', words.length > 0 && held.every((card) => card.classList.contains('gone')));
    }
    for (const link of all('nav a')) {
      const target = named(link.hash);
      link.classList.toggle('gone', Boolean(target && target.closest('.gone')));
    }
    found.textContent = words.length === 0 ? '' : shown === 0 ? 'Nothing found' : shown + ' found';
  };

  const forget = () => {
    input.value = '';
    search();
  };

  const go = () => {
    const target = named(location.hash);
    if (!target) {
      return;
    }
    if (target.closest('.gone')) {
      forget();
    }
    reveal(target);
    for (let at = target; at; at = at.parentElement) {
      delete at.dataset.revealed;
    }
    target.scrollIntoView();
  };

  const toggleAll = (open) => {
    unfold.setAttribute('aria-pressed', String(open));
    unfold.textContent = open ? 'Fold all' : 'Unfold all';
    for (const details of unfolding) {
      details.open = open;
      delete details.dataset.revealed;
    }
  };

  input.addEventListener('input', search);
  unfold.addEventListener('click', () => toggleAll(unfold.getAttribute('aria-pressed') !== 'true'));
  addEventListener('hashchange', go);
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input) {
      forget();
      input.blur();
    }
  });

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = unfolding.filter((details) => !details.open);
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach((details) => { details.open = false; }));

  // Marks in the contents where the reader is.
  const links = new Map(all('nav a').map((link) => [named(link.hash), link]));
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((seen) => seen.isIntersecting)) {
      all('nav a[aria-current]').forEach((link) => link.removeAttribute('aria-current'));
      links.get(entry.target).setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '-8% 0px -86% 0px' });
  links.forEach((link, element) => { if (element) { observer.observe(element); } });

  if (location.hash) {
    go();
  }
})();
