"""Samples: Key Collector, Topvisor, tools for clustering, tables of ranks."""

from __future__ import annotations

from tests.read.families.sample import Sample

VOLUMES = ("keyword", "volume", "volume_kind")
RANKS = ("keyword", "page", "position", "volume", "volume_kind")


def _key_collector(encoding: str, quotes: str, exact: str) -> bytes:
    """A table with headers of three frequencies, quotation marks and all."""
    text = (
        f"Фраза;Базовая частотность;{quotes};{exact};Группа\r\n"
        'палатка;"412 300";9000;1 200;Туризм\r\n'
        '"палатка; зимняя";800;;;Зима\r\n'
        "палатка +для рыбалки;500;60;0;Зима\r\n"
        '"""!палатка""";1200;;;Туризм\r\n'
    )
    return text.encode(encoding)


KEYS = [
    ("палатка", 1_200, "exact"),
    ("палатка; зимняя", 800, "broad"),
    ("палатка для рыбалки", 0, "exact"),
]
CLUSTERS = (
    "Запрос;Базовая частотность;Точная частотность;Очень точная частотность;Топоним;Вопрос;"
    "Дубль от;Кластер;Имя кластера\n"
    "палатка;900;200;0;0;0;;1;палатка\n"
    "палатка тула;90;;0;1;0;;1;палатка\n"
    "тула палатка;90;20;0;1;0;палатка тула;1;палатка\n"
    "как выбрать палатку;40;8;0;0;1;;2;выбор\n"
)

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="key collector with mark",
        format="Key Collector phrases",
        file="core.csv",
        data=lambda: _key_collector("utf-8-sig", '"Частотность "" """', '"Частотность ""!"""'),
        table="keywords",
        columns=VOLUMES,
        expected=KEYS,
        report={
            "encoding": "utf-8-sig",
            "unused": "Группа",
            "dropped": ("1 the same words with other operators",),
            "notes": ('of the frequencies ("!", " ", base) the most exact was taken',),
        },
    ),
    Sample(
        name="key collector in cp1251",
        format="Key Collector phrases",
        file="core_1251.csv",
        # Quotation marks as seen in other programs: not doubled, and open at the end.
        data=lambda: _key_collector("cp1251", '"Частотность "" "', '"Частотность "!""'),
        table="keywords",
        columns=VOLUMES,
        expected=KEYS,
        report={"encoding": "cp1251"},
    ),
    Sample(
        name="key collector with one frequency",
        format="Key Collector phrases",
        file="base.csv",
        data=lambda: "Фраза;Частотность [YW]\nпалатка;90\nтент;-\n".encode("utf-8-sig"),
        table="keywords",
        columns=VOLUMES,
        expected=[("палатка", 90, "broad"), ("тент", None, None)],
    ),
    Sample(
        name="clustering table",
        format="Russian clustering table",
        file="result.csv",
        data=lambda: CLUSTERS.encode("utf-8-sig"),
        table="keywords",
        columns=VOLUMES,
        # The exact frequencies were not collected: all of them are 0.
        expected=[
            ("палатка", 200, "exact"),
            ("палатка тула", 90, "broad"),
            ("как выбрать палатку", 8, "exact"),
        ],
        report={"dropped": ("1 marked as the double of another phrase",)},
    ),
    Sample(
        name="keys.so positions",
        format="Keys.so positions",
        file="organic.csv",
        data=lambda: (
            "page id; Запрос; Страница; Позиция; Базовая частотность; Очень точная частотность; "
            "Документов найдено\n"
            "7;палатка;https://shop.example/tents/;3;900;200;120000\n"
            "7;тент;https://shop.example/tents/;0;80;;500\n"
        ).encode("cp1251"),
        table="keywords",
        columns=RANKS,
        expected=[
            ("палатка", "https://shop.example/tents/", 3, 200, "exact"),
            ("тент", "https://shop.example/tents/", None, 80, "broad"),
        ],
    ),
    Sample(
        name="spywords positions",
        format="SpyWords positions",
        file="spywords.csv",
        data=lambda: (
            '"Запрос";"Доля трафика %";"Показов в месяц";"Позиция";"Изменение позиции";'
            '"Сниппет и URL";"Реальный URL";\r\n'
            '"палатка";"12,5";"1 900";"2";"+1";"Палатки; цены shop.example";'
            '"https://shop.example/tents/";\r\n'
            '"тент";"0,1";"40";"18";"-";"Тенты";"-";\r\n'
        ).encode("cp1251"),
        table="keywords",
        columns=RANKS,
        expected=[
            ("палатка", "https://shop.example/tents/", 2, 1_900, "broad"),
            ("тент", None, 18, 40, "broad"),
        ],
    ),
    Sample(
        name="topvisor positions",
        format="Topvisor positions",
        file="positions.csv",
        data=lambda: (
            "Запрос;Группа;Частотность;01.03.2026;08.03.2026\n"
            "палатка;Туризм;90;5;3\n"
            "тент;Туризм;8;--;--\n"
        ).encode("utf-8-sig"),
        table="keywords",
        columns=RANKS,
        expected=[("палатка", None, 3, 90, "broad"), ("тент", None, None, 8, "broad")],
        report={
            "period_start": "2026-03-01",
            "period_end": "2026-03-08",
            "unused": "Группа",
            "notes": ("the position is that of 2026-03-08, the last of 2 days",),
        },
    ),
)
