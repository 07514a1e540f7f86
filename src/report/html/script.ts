/** What the page does by itself: filters, and opening for print what is closed, save events. Without it all is shown. */
export const SCRIPT = `
for (const form of document.querySelectorAll('form[data-filter]')) {
  const items = [...document.querySelectorAll('[data-item="' + form.dataset.filter + '"]')].map((element) => ({
    element,
    text: ((element.closest('[data-group]')?.querySelector('h3').textContent ?? '') + ' ' + element.textContent).toLowerCase(),
  }));
  const status = form.querySelector('[role=status]');
  const noun = status.dataset.noun;
  const filter = () => {
    let count = 0;
    for (const { element, text } of items) {
      const fits = [...new FormData(form)].every(([name, value]) => {
        if (name === 'text') return value.toLowerCase().split(/\\s+/).every((word) => text.includes(word));
        return value === '' || element.dataset[name].split(' ').includes(value);
      });
      element.hidden = !fits;
      if (fits) count++;
    }
    for (const group of document.querySelectorAll('[data-group]')) group.hidden = !group.querySelector('[data-item]:not([hidden])');
    status.textContent = (count === items.length ? '' : count + ' of ') + items.length + ' ' + noun + (items.length === 1 ? '' : 's');
  };
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
}
for (const button of document.querySelectorAll('[data-expand]')) {
  const all = [...document.querySelectorAll('details[data-item="' + button.dataset.expand + '"]')];
  button.addEventListener('click', () => {
    const open = all.some((one) => !one.open);
    for (const one of all) one.open = open;
    button.textContent = open ? 'Close all' : 'Open all';
  });
}
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open], .event)')];
  for (const one of opened) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
});
`;
