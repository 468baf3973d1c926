// Goes on once every frame has loaded, or when one keeps everybody waiting.
(function () {
  "use strict";
  const patienceMillis = 5000;
  const leave = () => window.location.replace(document.getElementById("continue").href);
  window.addEventListener("load", leave);
  setTimeout(leave, patienceMillis);
})();
