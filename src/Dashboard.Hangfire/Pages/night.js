// Keeps the figures of a night up to date: asks for them every second, as something that no person did, and ends when the page is left.
(function () {
  'use strict';
  var night = document.querySelector('[data-cycle-from]');
  if (!night) {
    return;
  }
  async function look() {
    if (!document.hidden) {
      try {
        var answer = await fetch(night.dataset.cycleFrom, { headers: { 'X-Background': '1' }, redirect: 'error' });
        if (answer.status === 401 || answer.status === 403) {
          return;
        }
        if (answer.ok) {
          night.innerHTML = await answer.text();
        }
      } catch {
        // The host is away; it is asked again.
      }
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 1000);
})();
