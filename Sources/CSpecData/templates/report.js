// Filters the cards by severity, code, person and text. Without it the page is whole, and its links lead to the cards.
"use strict";
(() => {
  const bar = document.querySelector(".bar");
  if (!bar) return;
  const search = document.getElementById("search");
  const clear = document.getElementById("clear");
  const shown = document.getElementById("shown");
  const links = [...document.querySelectorAll("[data-filter]")];
  const groups = [...document.querySelectorAll("#findings .group")];
  const cards = [...document.querySelectorAll("#findings .card")].map((card) => ({
    card,
    // A card without findings of its own is found by what its table says.
    title: [...card.querySelectorAll(card.querySelector(".item") ? ":scope > h3, :scope > .also" : ":scope > *")]
      .map((part) => part.textContent).join(" ").toLowerCase(),
    items: [...card.querySelectorAll(".item")].map((item) => ({
      item,
      entries: [...item.querySelectorAll(".entries > li")].map((entry) => ({ entry, text: entry.textContent.toLowerCase() })),
    })),
  }));
  const total = document.querySelectorAll(".entries > li").length;
  const wanted = {};

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { card, title, items } of cards) {
      let any = items.length === 0 && Object.keys(wanted).length === 0 && words.every((word) => title.includes(word));
      for (const { item, entries } of items) {
        const fits = Object.entries(wanted).every(([key, value]) => item.dataset[key] === value);
        let left = 0;
        for (const { entry, text } of entries) {
          const here = fits && words.every((word) => text.includes(word) || title.includes(word));
          entry.hidden = !here;
          if (here) left += 1;
        }
        item.hidden = left === 0;
        count += left;
        any = any || left > 0;
      }
      card.hidden = !any;
    }
    const filtered = words.length > 0 || Object.keys(wanted).length > 0;
    // A group without a card that fits has no heading either; what is folded cannot be found.
    for (const group of groups) {
      group.hidden = filtered && !group.querySelector(".card:not([hidden])");
      const folded = group.querySelector("details");
      if (folded && filtered) folded.open = true;
    }
    clear.hidden = !filtered;
    shown.textContent = filtered ? `${shown.dataset.label} ${count} / ${total}` : "";
    document.getElementById("none").hidden = cards.some(({ card }) => !card.hidden);
    for (const link of links) link.setAttribute("aria-pressed", String(wanted[link.dataset.filter] === link.dataset.value));
  }

  for (const link of links) {
    link.setAttribute("role", "button");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const { filter, value } = link.dataset;
      const isOn = wanted[filter] === value;
      for (const key of Object.keys(wanted)) delete wanted[key];
      if (!isOn) wanted[filter] = value;
      apply();
      if (!isOn) document.getElementById("findings").scrollIntoView();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        link.click();
      }
    });
  }
  search.addEventListener("input", apply);
  clear.addEventListener("click", () => {
    for (const key of Object.keys(wanted)) delete wanted[key];
    search.value = "";
    apply();
  });
  bar.hidden = false;
  apply();
})();

// A link to a folded group unfolds it.
for (const link of document.querySelectorAll('a[href^="#"]:not([data-filter])')) {
  link.addEventListener("click", () => {
    const folded = document.querySelector(`${link.getAttribute("href")} > details`);
    if (folded) folded.open = true;
  });
}

// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});
