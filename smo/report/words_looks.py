"""Words of the workbook, the figures and the interactive page."""

from __future__ import annotations

LOOK_WORDS: dict[str, dict[str, str]] = {
    # the workbook
    "sheets": {"en": "Sheets", "ru": "Листы"},
    "sheet_columns": {
        "en": "what every column of every sheet means",
        "ru": "что значит каждый столбец каждого листа",
    },
    "changed": {
        "en": "Shown otherwise than in the tables",
        "ru": "Показано не так, как в таблицах",
    },
    "changed_cut": {
        "en": "Texts cut at 32,767 characters, the most a cell holds: {n}.",
        "ru": "Тексты, обрезанные до 32 767 знаков (больше ячейка не вмещает): {n}.",
    },
    "changed_unseen": {
        "en": "Texts with control characters or direction marks, each shown as \ufffd: {n}.",
        "ru": "Тексты с управляющими символами (показаны как \ufffd): {n}.",
    },
    "changed_masked": {
        "en": "Texts with an e-mail address or phone number, masked: {n}.",
        "ru": "Тексты с почтовым адресом или телефоном (скрыты): {n}.",
    },
    "changed_links": {
        "en": "Addresses left as plain text, for links of a sheet are limited: {n}.",
        "ru": "Адреса без ссылки, так как число ссылок на листе ограничено: {n}.",
    },
    "changed_split": {
        "en": "The table “{name}” does not fit one sheet; it stands on {n}.",
        "ru": "Таблица «{name}» не помещается на один лист; листов: {n}.",
    },
}
