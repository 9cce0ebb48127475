"""Bytes to text: byte order mark, then strict UTF-8, then charset-normalizer."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from smo.errors import SmoError
from smo.read.letters import word_share

# UTF-32 before UTF-16: the mark of UTF-32-LE begins with the mark of UTF-16-LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
# The more widespread first.
LEGACY = [
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "koi8_r",
    "cp932", "gb18030", "big5", "cp949",
]  # fmt: skip
# Encodings with letters of two bytes, in which nearly any bytes make letters.
WIDE = ("cp932", "gb18030", "big5", "cp949")
# Share of words from which a code page may be meant. Of 748 files of 1 to 10 phrases in 18
# languages charset-normalizer alone reads 293 wrong, so 81, most of them one phrase.
ENOUGH_WORDS = 0.75
# Enough text for a stable guess; the whole file is then decoded strictly.
GUESS_BYTES = 200_000
# A file in another encoding has hardly a letter that is UTF-8 by chance: Cyrillic in cp1251 one in
# hundreds, so five right ones for each wrong one tell a mixture.
UTF8_LETTERS_EACH = 5


TAR_AT, TAR = 257, b"ustar"


def refuse_binary(data: bytes, name: str) -> None:
    """Raise when the bytes are a known kind of file that holds no text.

    Raises
    ------
    SmoError
        Naming what the file is.
    """
    told = next((kind for magic, kind in MAGIC if data.startswith(magic)), None)
    for kind in [told, "a tar archive" if data.startswith(TAR, TAR_AT) else None]:
        if kind is not None:
            raise SmoError(
                f"this is {kind}, not a table",
                where=name,
                remedy="give the export as CSV, XLSX or zip, or load it into a frame first",
            )


def decode(data: bytes, name: str) -> tuple[str, str]:
    r"""Return the text and the name of its encoding.

    Raises
    ------
    SmoError
        When the bytes are no text in any known encoding.

    Examples
    --------
    >>> decode("keyword\n".encode("utf-16"), "q.csv")
    ('keyword\n', 'utf-16')
    """
    refuse_binary(data, name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _no_nulls(_strict(data, encoding, name), name), encoding
    try:
        return _no_nulls(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_mixture(data, error, name)
        return _guess(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SmoError(
            f"it begins like {encoding} but byte {error.start} is not: {error.reason}",
            where=name,
            remedy="export the file again, it was cut or damaged",
        ) from error


def _refuse_mixture(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Raise where nearly all that is not ASCII is UTF-8: read as another encoding it is garbage."""
    broken = data.decode("utf-8", errors="replace")
    wrong = broken.count("\ufffd")
    right = sum(1 for letter in broken if letter > "\x7f") - wrong
    if right < UTF8_LETTERS_EACH * wrong:
        return
    line = data.count(b"\n", 0, error.start) + 1
    raise SmoError(
        f"line {line} is not UTF-8 as the rest of the file is: the file mixes two encodings, or "
        "was cut in the middle of a letter",
        where=name,
        remedy="save it again as UTF-8, or mend that line",
    ) from error


def _guess(data: bytes, name: str) -> tuple[str, str]:
    if b"\x00" in data[:GUESS_BYTES]:
        raise _binary(name)
    found = {
        match.encoding: match.coherence - match.chaos
        for match in from_bytes(data[:GUESS_BYTES], cp_isolation=LEGACY)
        if match.encoding in LEGACY
    }
    if not found:
        raise _binary(name)
    sample = data[:GUESS_BYTES]
    told = {one: _words_in(sample, one) for one in LEGACY}
    chosen = [one for one in LEGACY if one not in WIDE and told[one] >= ENOUGH_WORDS]
    if not chosen:
        chosen = [one for one in WIDE if told[one] >= ENOUGH_WORDS]
    # Spanish fits cp1250 and cp1252 alike; at a tie the more widespread one is meant.
    best = max(
        chosen or found, key=lambda one: (told[one], found.get(one, -1.0), -LEGACY.index(one))
    )
    return _strict(data, best, name), best


def _words_in(sample: bytes, encoding: str) -> float:
    """Return how much of the sample is words in the encoding; below zero where it is no text."""
    # The sample may end within a letter of two bytes.
    for cut in range(2):
        try:
            return word_share(sample[: len(sample) - cut].decode(encoding))
        except UnicodeDecodeError:
            continue
    return -1.0


def _no_nulls(text: str, name: str) -> str:
    if "\x00" in text:
        raise _binary(name)
    return text


def _binary(name: str) -> SmoError:
    return SmoError(
        "these bytes are no text in any encoding known here",
        where=name,
        remedy="export it again as CSV (UTF-8) or XLSX",
    )
