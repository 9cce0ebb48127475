"use strict";
(() => {
  const lang = document.documentElement.lang;
  const number = (text) => {
    const main = text.replace(/[\s\u00a0\u202f<%]/g, "");
    const plain = lang === "ru" ? main.replace(",", ".") : main.replace(/,/g, "");
    const value = parseFloat(plain.replace("−", "-"));
    return Number.isNaN(value) ? null : value;
  };
  const value = (row, place) => {
    const cell = row.cells[place];
    const first = cell.querySelector("bdi") || cell.firstChild || cell;
    return first.textContent.trim();
  };
  const compare = (a, b, numeric) => {
    if (!numeric) return a.localeCompare(b, lang);
    const x = number(a), y = number(b);
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return x - y;
  };
  const sort = (table, place, head) => {
    const down = head.getAttribute("aria-sort") !== "descending";
    const numeric = head.classList.contains("n");
    const rows = [...table.tBodies[0].rows];
    const known = (row) => !numeric || number(value(row, place)) !== null;
    rows.sort((a, b) => {
      if (known(a) !== known(b)) return known(a) ? -1 : 1;
      const order = compare(value(a, place), value(b, place), numeric);
      return down ? -order : order;
    });
    table.tBodies[0].append(...rows);
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, place, head));
      head.append(button);
    });
  }

  const tools = document.getElementById("tools");
  if (!tools) return;
  const find = tools.querySelector("input"), choose = tools.querySelector("select");
  const told = tools.querySelector("output");
  const cards = [...document.querySelectorAll(".cards > li")];
  const rows = [...document.querySelectorAll("table.topics tbody tr")];
  const texts = new Map();
  const text = (node) => {
    if (!texts.has(node)) texts.set(node, node.textContent.toLocaleLowerCase(lang));
    return texts.get(node);
  };
  const filter = () => {
    const words = find.value.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean);
    const holds = (node) => words.every((word) => text(node).includes(word));
    let shown = 0;
    for (const card of cards) {
      const fits = (!choose.value || card.dataset.verdict === choose.value) && holds(card);
      card.hidden = !fits;
      shown += fits;
    }
    for (const row of rows) row.hidden = !holds(row);
    told.textContent = told.dataset.told.replace("{n}", shown).replace("{all}", cards.length);
  };
  find.addEventListener("input", filter);
  choose.addEventListener("change", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement === find) { find.value = ""; filter(); }
  });
  tools.hidden = false;
  filter();
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
})();
