// Makes the page quicker; everything but the location works without it.
(function () {
  "use strict";
  var log = document.getElementById("log");
  var say = document.getElementById("say");
  var text = document.getElementById("text");
  var notice = document.getElementById("notice");
  var more = document.getElementById("more");
  var photo = document.getElementById("photo");
  var phrases = document.getElementById("phrases").dataset;
  document.documentElement.classList.add("js");

  function all(selector) { return Array.prototype.slice.call(log.querySelectorAll(selector)); }
  function last(selector) { return all(selector).pop(); }
  function newest() { window.scrollTo(0, document.documentElement.scrollHeight); }
  function grow() { text.style.height = "44px"; text.style.height = Math.min(text.scrollHeight, 132) + "px"; }
  function dropPending() { all(".line_pending").forEach(function (line) { line.remove(); }); }

  // New lines may come twice (the answer and the event stream): the first one stays. Buttons of
  // what was said before the worker's last words are no longer offered.
  function tidy() {
    var seen = {};
    all("li[id]").forEach(function (line) {
      if (seen[line.id]) line.remove();
      seen[line.id] = true;
    });
    if (last(".line_pending ~ [data-cursor]")) dropPending();
    var spoken = last(".line_worker[data-cursor]:not(.line_file)");
    all("li").forEach(function (line) {
      if (!spoken || !(line.compareDocumentPosition(spoken) & Node.DOCUMENT_POSITION_FOLLOWING)) return;
      line.querySelectorAll(".choice").forEach(function (choice) {
        choice.disabled = choice.disabled || choice.value.indexOf("any:") !== 0;
      });
      var place = line.querySelector(".place");
      if (place) place.remove();
    });
    if (navigator.geolocation && window.isSecureContext) {
      all(".place").forEach(function (form) { form.hidden = false; });
    }
  }

  function showPending(words) {
    var line = document.getElementById("mine").content.cloneNode(true);
    line.querySelector(".bubble").textContent = words;
    log.appendChild(line);
    newest();
  }

  document.body.addEventListener("htmx:configRequest", function (event) {
    var line = last("[data-cursor]");
    event.detail.parameters.after = line ? line.dataset.cursor : "";
  });
  document.body.addEventListener("htmx:beforeRequest", function (event) {
    var form = event.detail.elt, pressed = event.detail.requestConfig.triggeringEvent;
    if (form.tagName !== "FORM") return;
    notice.textContent = "";
    more.removeAttribute("open");
    var button = pressed && pressed.submitter;
    var words = form === say ? text.value
      : form.id === "file" ? photo.files[0] && photo.files[0].name
      : form.classList.contains("place") ? phrases.myPlace
      : button ? button.textContent : "";
    if (words && words.trim()) showPending(words.trim());
    if (form === say) { say.dataset.sent = text.value; text.value = ""; grow(); }
  });
  document.body.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.elt, good = event.detail.successful;
    if (form.tagName !== "FORM") return;
    dropPending();
    if (form.id === "file") form.reset();
    if (good && form.querySelector("[name=key]")) renew(form);
    if (!good && form === say && !text.value) { text.value = say.dataset.sent; grow(); }
    if (!event.detail.xhr.status) notice.textContent = phrases.offline;
    tidy();
  });

  // The next message of the same form is another message: it gets another key.
  function renew(form) {
    var random = crypto.getRandomValues(new Uint8Array(32));
    var key = btoa(String.fromCharCode.apply(null, random));
    form.querySelector("[name=key]").value = key.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  text.addEventListener("input", grow);
  text.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (text.value.trim()) say.querySelector("button").click();
  });
  photo.addEventListener("change", function () {
    if (!photo.files.length) return;
    if (photo.files[0].size > Number(photo.dataset.most)) {
      notice.textContent = photo.dataset.tooBig;
      photo.value = "";
    } else {
      photo.form.querySelector("button").click();
    }
  });
  document.body.addEventListener("click", function (event) {
    var button = event.target.closest("[data-locate]");
    if (!button) return;
    button.disabled = true;
    notice.textContent = phrases.locating;
    navigator.geolocation.getCurrentPosition(function (position) {
      button.form.elements.lat.value = position.coords.latitude;
      button.form.elements.lon.value = position.coords.longitude;
      htmx.trigger(button.form, "submit");
    }, function () {
      button.disabled = false;
      notice.textContent = phrases.noPlace;
    }, { timeout: 15000, maximumAge: 60000 });
  });
  document.getElementById("leave").addEventListener("click", function (event) {
    event.preventDefault();
    location.replace(this.href);
  });

  new MutationObserver(function () { tidy(); newest(); }).observe(log, { childList: true });
  tidy();
  grow();
  newest();
})();
