"""Columns that name people: never kept, and the read report says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smo.read.recognize import fold_header

# Header words of columns that identify a person, in the exports that FORMATS describe.
_PERSONAL = (
    r"(clarity |anonymous |visitor )?user[ _.-]?(id|name|email)s?", r"user", r"username",
    r"(distinct|person|client|visitor|device|session|customer|contact|member)[ _.]?id",
    r"\$?(distinct|person|device|session|user|window)_id", r"person(_properties|\..*)?",
    r"properties\.\$?(distinct|person|device|session|user|window|anon_distinct)_id",
    r"user_pseudo_id", r"visitorid", r"fingerprint", r"useruuid", r"userid",
    r"ym:(pv|s):(clientid|ipaddress|counteruseridhash|watchid|visitid|pageviewid)",
    r".*\bip([ _]?address)?", r"\$ip", r"e-?mail( address)?", r"(phone|mobile|telephone)( number)?",
    r"(first|last|full|author|customer|account|display) ?name", r"posted by", r"author",
    r"account (id|username)", r"page id", r"screen ?name", r"recording( link)?", r"commenter",
    r"(nome de usuário|nome|identificação) da conta",
    r"автор", r"имя", r"фамилия", r"телефон", r"почта", r"эл\. почта", r"пользователь",
)  # fmt: skip
_PATTERN = re.compile("|".join(f"(?:{fold}" + ")" for fold in _PERSONAL), re.IGNORECASE)


def personal_columns(headers: Iterable[str]) -> list[str]:
    """Return the header words that name people or carry their ids.

    Examples
    --------
    >>> personal_columns(["Post text", "Posted by", "Clarity user ID", "IP address"])
    ['Posted by', 'Clarity user ID', 'IP address']
    """
    return [header for header in headers if _names_a_person(header)]


def _names_a_person(header: str) -> bool:
    plain = " ".join(header.split()).casefold()
    return bool(_PATTERN.fullmatch(plain) or _PATTERN.fullmatch(fold_header(header)))
