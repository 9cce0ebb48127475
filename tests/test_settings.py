from __future__ import annotations

import pytest

from smo.errors import SmoError
from smo.settings import Settings


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"n_proposals": 0}, r"'n_proposals' must be a whole number >= 1; got 0"),
        ({"n_proposals": True}, r"'n_proposals' must be a whole number"),
        ({"random_state": -1}, r"'random_state' must be a whole number >= 0; got -1"),
        ({"interval": 80.0}, r"'interval' must be a number inside \(0, 1\); got 80.0"),
        ({"fdr": 0}, r"'fdr' must be a number inside \(0, 1\); got 0"),
        ({"brand": "acme"}, r"Remedy: write brand=\('acme',\)"),
        ({"languages": 3}, r"'languages' must be 'auto' or a tuple of words; got 3"),
        ({"report_language": "de"}, r"'report_language' must be one of 'en', 'ru'; got 'de'"),
    ],
)
def test_wrong_values_are_named(values: dict[str, object], message: str) -> None:
    with pytest.raises(SmoError, match=message):
        Settings.from_dict(values)


def test_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(SmoError, match=r"no setting 'fdrr'. Remedy: did you mean 'fdr'"):
        Settings.from_dict({"fdrr": 0.1})


def test_plain_values_round_trip() -> None:
    settings = Settings(n_proposals=3, brand=("acme", "акме"), report_language="ru")
    assert Settings.from_dict(settings.to_dict()) == settings
