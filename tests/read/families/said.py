"""Samples: what people said."""

from __future__ import annotations

import io
import json

import xlsxwriter

from tests.read.families.sample import Sample

A_MONTH = 365.2425 / 12
COLUMNS = ("keyword", "volume", "volume_kind", "period_days")
LONG = "The tent arrived late, " + "and nobody could tell me where it was, " * 40 + "sadly."


def _google() -> bytes:
    block = (
        "# ----------------------------------------\n# Search terms\n# Shop\n"
        "# ----------------------------------------\n# \n# All Users\n"
        "# Start date: 20260301\n# End date: 20260331\n"
    )
    rows = "Search term,Event count,Total users\nred tent,31,20\n,9,8\n(not set),62,50\n"
    return (block + rows).encode()


def _universal() -> bytes:
    block = "# ----------------------------------------\n# Search Terms\n# 20130501-20130531\n"
    line = "# ----------------------------------------\n\n"
    head = (
        "Search Term,Total Unique Searches,Results Pageviews / Search,% Search Exits,"
        "% Search Refinements,Time after Search,Avg. Search Depth\n"
    )
    rows = 'hammock,"1,240",1.20,10.00%,5.00%,00:01:02,0.50\nRed Tent,31,1.00,0.00%,0.00%,<1s,0\n'
    total = ',"1,271",1.19,9.80%,4.90%,00:01:01,0.49\n'
    days = "\nDay Index,Total Unique Searches\n5/1/13,700\n5/2/13,571\n"
    return (block + line + head + rows + total + days).encode()


def _log() -> bytes:
    rows = [
        "timestamp,query,user_id,results_count,User agent",
        "2026-03-01T09:00:00Z,red tent,u1,12,Mozilla",
        "2026-03-04 10:01:02,red tent,u2,12,Mozilla",
        "2026-03-09T10:01:02+03:00,hammock,u1,0,Mozilla",
        "2026-03-10T10:01:02+03:00,   ,u1,0,Mozilla",
        '2026-03-10T23:59:59Z,"tent, red",u3,4,Mozilla',
    ]
    return ("\r\n".join(rows) + "\r\n").encode()


def _comments() -> bytes:
    out = io.StringIO()
    out.write("Date,Author,E-mail,Comment,Likes,Rating\r\n")
    out.write("25/03/2026,Nobody,nobody@mail.example,How big is it?,3,5\r\n")
    out.write('26/03/2026,Somebody,some@mail.example,"Too small,\nI fear",0,2\r\n')
    out.write("03/04/2026,Anybody,any@mail.example,How big is it?,1,4\r\n")
    out.write(f'04/04/2026,Anybody,any@mail.example,"{LONG}",1,1\r\n')
    out.write("05/04/2026,Anybody,any@mail.example,,1,1\r\n")
    return out.getvalue().encode("cp1252")


def _reviews() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Отзывы")
        for number, row in enumerate(
            [["Дата", "Автор", "Отзыв", "Оценка"],
             ["01.03.2026", "Некто", "Палатка промокает", 2],
             ["31.03.2026", "Никто", "Палатка промокает", 1],
             ["15.03.2026", "Никто", "Хорошая палатка", 5]]
        ):  # fmt: skip
            sheet.write_row(number, 0, row)
    return out.getvalue()


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="site search of Analytics 4",
        format="Google Analytics site search",
        file="Search_terms.csv",
        data=_google,
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("red tent", A_MONTH, "exact", 31),
            ("(not set)", 2 * A_MONTH, "exact", 31),
        ],
        report={"dropped": ("1 keyword is empty",), "period_start": "2026-03-01"},
    ),
    Sample(
        name="site search of Universal Analytics",
        format="Universal Analytics site search",
        file="Analytics Search Terms.csv",
        data=_universal,
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("hammock", 40 * A_MONTH, "exact", 31),
            ("Red Tent", A_MONTH, "exact", 31),
        ],
        report={"dropped": ("1 keyword is empty",), "period_end": "2013-05-31"},
    ),
    Sample(
        name="log of searches",
        format="log of searches",
        file="searches.csv",
        data=_log,
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("red tent", 2 * (A_MONTH / 10), "exact", 10),
            ("hammock", A_MONTH / 10, "exact", 10),
            ("tent, red", A_MONTH / 10, "exact", 10),
        ],
        report={
            "rows_read": 5,
            "dropped": ("1 keyword is empty", "1 row summed into another of the same key"),
            "notes": ("personal data left out: user_id", "times said in 10 days"),
        },
    ),
    Sample(
        name="log of searches as objects",
        format="log of searches",
        file="searches.jsonl",
        data=lambda: "\n".join(
            json.dumps({"q": word, "ts": str(1_767_225_600 + 86_400 * day)})
            for day, word in enumerate(["tent", "tent", "hammock"])
        ).encode(),
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("tent", 2 * (A_MONTH / 3), "exact", 3),
            ("hammock", A_MONTH / 3, "exact", 3),
        ],
        report={"period_start": "2026-01-01"},
    ),
    Sample(
        name="comments",
        format="comments, reviews or questions",
        file="comments.csv",
        data=_comments,
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("How big is it?", 2 * (A_MONTH / 12), "exact", 12),
            ("Too small, I fear", A_MONTH / 12, "exact", 12),
            (LONG, A_MONTH / 12, "exact", 12),
        ],
        report={
            "dropped": ("1 keyword is empty", "1 row summed into another of the same key"),
            "unused": "Author, E-mail, Likes, Rating",
            "notes": ("personal data left out: Author, E-mail",),
        },
    ),
    Sample(
        name="reviews in a workbook",
        format="comments, reviews or questions",
        file="Отзывы.xlsx",
        data=_reviews,
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("Палатка промокает", 2 * (A_MONTH / 31), "exact", 31),
            ("Хорошая палатка", A_MONTH / 31, "exact", 31),
        ],
        report={"notes": ("personal data left out: Автор",)},
    ),
    Sample(
        name="questions in one column",
        format="comments, reviews or questions",
        file="questions.txt",
        data=lambda: (
            b"Question\nHow big is it?\nIs it dry, light, warm?\nHow big is it?\n\n"
            b'"Who made it, and where?"\nAny colors, or red\n'
        ),
        table="keywords",
        columns=COLUMNS,
        expected=[
            ("How big is it?", 2, "exact", None),
            ("Is it dry, light, warm?", 1, "exact", None),
            ("Who made it, and where?", 1, "exact", None),
            ("Any colors, or red", 1, "exact", None),
        ],
        report={
            "notes": ("nothing tells the period", "2 texts held the delimiter and were put"),
        },
    ),
)
