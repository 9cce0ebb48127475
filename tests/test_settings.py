from __future__ import annotations

import json
from pathlib import Path

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
        ({"questions": "how"}, r"'questions' must be a tuple of words; got 'how'"),
        ({"intents": 3}, r"'intents' must map names to tuples of words; got 3"),
        ({"intents": {"local": "near me"}}, r"'intents.local' must be a tuple of words"),
        ({"k_anonymity": -1}, r"'k_anonymity' must be a whole number >= 0; got -1"),
        ({"prior_impressions": 0}, r"'prior_impressions' must be a whole number >= 1; got 0"),
        (
            {"prior_curve": {0: 0.3}},
            r"'prior_curve' must map positions .*write prior_curve",
        ),
        ({"prior_curve": {1: 1.3}}, r"'prior_curve' must map positions"),
        ({"prior_curve": {"top": 0.3}}, r"'prior_curve' must map positions"),
        ({"breaks": {"March": "x"}}, r"'breaks' must map days .*Remedy: write breaks="),
        ({"breaks": 3}, r"'breaks' must map days"),
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
    settings = Settings(
        n_proposals=3,
        brand=("acme", "акме"),
        questions=("jak",),
        intents={"local": ("near me", "рядом"), "none": ()},
        prior_curve={2: 0.15, 1: 0.28},
        breaks={"2026-03-02": "новый счётчик"},
        report_language="ru",
    )
    assert settings.prior_curve == ((1.0, 0.28), (2.0, 0.15))
    assert Settings.from_dict(json.loads(json.dumps(settings.to_dict()))) == settings
    assert Settings.from_dict(settings.to_dict()) == settings


def test_settings_stay_as_they_were_made() -> None:
    words = {"local": ["near me"]}
    settings = Settings(intents=words)  # type: ignore[arg-type]
    words["local"].append("here")
    assert settings.intents == (("local", ("near me",)),)
    assert hash(settings) == hash(Settings(intents={"local": ("near me",)}))


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'n_proposals = 5\nbrand = ["акме"]\n[intents]\nlocal = ["near me"]\n', encoding="utf-8"
    )
    expected = Settings(n_proposals=5, brand=("акме",), intents={"local": ("near me",)})
    assert Settings.from_toml(file) == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"n_proposals = ", r"settings.toml: it cannot be read as TOML: .*Remedy: write lines"),
        (b"\xff\xfe", r"settings.toml: it cannot be read as TOML"),
        (b"fdrr = 0.1", r"settings.toml: there is no setting 'fdrr'. Remedy: did you mean 'fdr'"),
        (b"fdr = 3", r"settings.toml: 'fdr' must be a number inside"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(SmoError, match=message):
        Settings.from_toml(file)
