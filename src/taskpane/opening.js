// Runs before everything else, in browsers too old for the rest: plain ES5, and a file since the security policy lets no inline script run.
(function () {
  "use strict";

  function show(id) {
    var words = document.getElementById(id);
    var opening = document.getElementById("opening");
    if (!words || !opening) return;
    words.hidden = false;
    opening.hidden = true;
  }

  /** What the pane uses and Safari has since 16.4 only, or since 16 and 15.4. */
  function isOld() {
    try {
      new RegExp("(?<=a)b");
    } catch (error) {
      return true;
    }
    return (
      typeof Array.prototype.toSorted !== "function" ||
      typeof Array.prototype.findLast !== "function" ||
      typeof Object.hasOwn !== "function"
    );
  }

  if (isOld()) {
    document.documentElement.setAttribute("data-too-old", "");
    show("opening-old");
    return;
  }
  // the pane takes these words away when it is shown
  window.setTimeout(function () {
    show("opening-late");
  }, 10000);
})();
