/**
 * In a deck of one file: pictures that are shown more than once, films, and files to keep stand in it once, as data that no
 * browser runs. Here they are put where they are shown.
 */
(() => {
  const addresses = new Map();
  for (const holder of document.querySelectorAll('script[data-held]')) {
    const bytes = Uint8Array.from(atob(holder.textContent), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: holder.dataset.type });
    addresses.set(holder.dataset.held, URL.createObjectURL(blob));
    holder.remove();
  }
  for (const element of document.querySelectorAll('[data-holds]')) {
    for (const one of element.dataset.holds.split(' ')) {
      const [, attribute, number, part] = /^(src|poster|href|xlink:href)=(\d+)(#.*)?$/.exec(one) ?? [];
      if (addresses.has(number)) element.setAttribute(attribute, addresses.get(number) + (part ?? ''));
    }
    // A film that found no file does not look for another by itself.
    element.closest('video, audio')?.load();
  }
})();
