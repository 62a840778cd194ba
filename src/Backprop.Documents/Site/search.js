// The search on the list of lessons, which is complete without it.
(() => {
  'use strict';

  const sections = JSON.parse(document.getElementById('bp-search-data').textContent);
  const form = document.getElementById('bp-search');
  const input = form.querySelector('input');
  const found = form.querySelector('output');
  const list = form.querySelector('ol');
  const most = 20;

  for (const section of sections) {
    section.plain = fold(section.text);
    section.head = fold(`${section.lesson} ${section.title}`);
  }
  form.hidden = false;
  form.addEventListener('submit', event => event.preventDefault());
  input.addEventListener('input', search);
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select');
    if (event.key === '/' && !typing) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input) {
      input.value = '';
      search();
    }
  });
  if (input.value)
    search();

  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  }

  function search() {
    const words = fold(input.value).split(/\s+/).filter(word => word.length > 0);
    list.replaceChildren();
    if (words.length === 0) {
      found.textContent = '';
      return;
    }
    const hits = sections
      .map(section => ({ section, score: score(section, words) }))
      .filter(hit => hit.score > 0)
      .sort((a, b) => b.score - a.score);
    found.textContent = hits.length === 0 ? 'Nothing found.'
      : hits.length > most ? `The first ${most} of ${hits.length} places:`
      : hits.length === 1 ? '1 place:' : `${hits.length} places:`;
    for (const { section } of hits.slice(0, most))
      list.append(entry(section, words));
  }

  // All words have to be there; a word in the heading counts for many in the text.
  function score(section, words) {
    let sum = 0;
    for (const word of words) {
      const inHead = section.head.includes(word) ? 20 : 0;
      const inText = Math.min(9, section.plain.split(word).length - 1);
      if (inHead + inText === 0)
        return 0;
      sum += inHead + inText;
    }
    return sum;
  }

  function entry(section, words) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = section.url;
    const title = document.createElement('b');
    title.textContent = section.title;
    const lesson = document.createElement('small');
    lesson.textContent = section.lesson === section.title ? '' : section.lesson;
    link.append(title, lesson, snippet(section, words[0]));
    item.append(link);
    return item;
  }

  function snippet(section, word) {
    const text = document.createElement('span');
    const at = Math.max(0, section.plain.indexOf(word));
    const from = Math.max(0, at - 60);
    const mark = document.createElement('mark');
    mark.textContent = section.text.slice(at, at + word.length);
    text.append((from > 0 ? '… ' : '') + section.text.slice(from, at), mark, section.text.slice(at + word.length, at + 110) + ' …');
    return text;
  }
})();
