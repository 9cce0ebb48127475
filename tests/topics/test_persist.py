from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer

from smo.errors import SmoError
from smo.topics import KeywordClusterer
from tests.topics.worlds import THINGS

TEXTS = [f"{word} {thing}" for thing, words in THINGS.items() for word in words]
NEW = [*TEXTS, "blue ropes", "палатки", "qqqq", "", "🔥"]


@pytest.fixture(scope="module")
def fitted():
    return KeywordClusterer("auto", random_state=3).fit(TEXTS)


@pytest.fixture
def saved(fitted, tmp_path):
    return fitted.save(tmp_path / "topics.zip")


def same(one, other):
    assert other.get_params() == one.get_params()
    assert other.labels_.tolist() == one.labels_.tolist()
    assert other.n_topics_ == one.n_topics_
    assert other.silhouette_curve_ == one.silhouette_curve_
    assert other.topic_vectors_.tobytes() == one.topic_vectors_.tobytes()
    assert other.stability_.tobytes() == one.stability_.tobytes()
    assert other.predict(NEW).tolist() == one.predict(NEW).tolist()
    assert other.transform(NEW).tobytes() == one.transform(NEW).tobytes()


def test_what_is_loaded_is_what_was_saved(fitted, saved):
    same(fitted, KeywordClusterer.load(saved))


LISTS = {
    "one": ["shoes"],
    "no characters": ["a b"] * 3 + [" ".join(f"w{i}x" for i in range(j, j + 20)) for j in range(9)],
    "odd": ["c++ books", "c# books", "\ud800 rope", "a\x1cb", "🔥", "", "手机壳 透明", "手机壳"],
}


@pytest.mark.parametrize("name", LISTS)
def test_odd_lists_come_back(name, tmp_path):
    model = KeywordClusterer().fit(LISTS[name])
    same(model, KeywordClusterer.load(str(model.save(str(tmp_path / "t.zip")))))


def test_saved_twice_loaded_twice_the_same_bytes(fitted, saved, tmp_path):
    mixed = random.Random(2).sample(TEXTS, len(TEXTS))
    again = KeywordClusterer.load(saved).save(tmp_path / "again.zip")
    assert again.read_bytes() == saved.read_bytes()
    refit = KeywordClusterer("auto", random_state=3).fit(TEXTS).save(saved)
    assert refit.read_bytes() == again.read_bytes()
    other = KeywordClusterer("auto", random_state=3).fit(mixed)
    assert other.predict(NEW).tolist() == fitted.predict(NEW).tolist()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".draft"] == []


def test_another_process_predicts_the_same(fitted, saved):
    code = (
        "import sys; from smo.topics import KeywordClusterer as K; m = K.load(sys.argv[1]);"
        f"print(m.predict({NEW!r}).tolist(), m.labels_.tolist(), m.transform({NEW!r}).sum())"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code, str(saved)],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2],
        env={"PYTHONPATH": ".", "PYTHONHASHSEED": "77", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    expected = (fitted.predict(NEW).tolist(), fitted.labels_.tolist(), fitted.transform(NEW).sum())
    assert done.stdout.strip() == " ".join(map(str, expected))


def test_the_file_holds_no_keyword_and_no_pickle(saved):
    content = saved.read_bytes()
    assert b"rescue rope" not in content
    with zipfile.ZipFile(saved) as archive:
        names = archive.namelist()
    assert {Path(name).suffix for name in names} == {".json", ".npy"}


def test_the_unfitted_is_not_saved(tmp_path):
    with pytest.raises(NotFittedError):
        KeywordClusterer().save(tmp_path / "t.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [".", "no-such-folder/t.zip"])
def test_where_nothing_can_be_written(fitted, tmp_path, place):
    with pytest.raises(SmoError, match=r"cannot save the clusterer: .*Remedy: name a file in a"):
        fitted.save(tmp_path / place)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", [".", "nothing.zip"])
def test_where_nothing_can_be_read(tmp_path, place):
    with pytest.raises(SmoError, match=r"cannot read the file: .* Remedy: name a file that Keyw"):
        KeywordClusterer.load(tmp_path / place)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"a,b\n1,2\n", bytes(5000), b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_saved_clusterer(tmp_path, content):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(SmoError, match=r"x\.zip: this is no .*saved clusterer.*Remedy: save the"):
        KeywordClusterer.load(path)


def test_a_cut_or_changed_file_is_refused_or_reads_the_same(saved, fitted, tmp_path):
    whole, path = saved.read_bytes(), tmp_path / "x.zip"
    draw = random.Random(0)
    for size in [*range(0, len(whole), 997), len(whole) - 1]:
        path.write_bytes(whole[:size])
        with pytest.raises(SmoError, match=r"x\.zip: "):
            KeywordClusterer.load(path)
    refused = 0
    for _ in range(150):
        at = draw.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            model = KeywordClusterer.load(path)
        except SmoError:
            refused += 1
        else:  # a byte that means nothing, such as a system's number in the directory
            assert model.predict(NEW).tolist() == fitted.predict(NEW).tolist()
    assert refused > 100  # the rest fell on dates and systems in the directory of the zip


def rewritten(saved, path, *, facts=None, members=None, compression=zipfile.ZIP_STORED):
    """Write the archive anew with other facts or members, its checksums right."""
    with zipfile.ZipFile(saved) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(content["clusterer.json"])
    content["clusterer.json"] = json.dumps(told | (facts or {})).encode()
    content |= members or {}
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    return path


def npy(array, *, pickled=False):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, version=(1, 0), allow_pickle=pickled)
    return stream.getvalue()


def huge():
    stream = io.BytesIO()
    header = {"descr": "<i8", "fortran_order": False, "shape": (10**15,)}
    np.lib.format.write_array_header_1_0(stream, header)
    return stream.getvalue()


HOSTILE = {
    "newer": ({"schema": 4}, {}, r"schema 4, this library reads 3\. Remedy: load it with the vers"),
    "another kind": ({"kind": "smo plan"}, {}, "tells of something else"),
    "no words": ({"words": None}, {}, "not as saved"),
    "fewer words": ({"words": ["rope"]}, {}, "do not belong together"),
    "word twice": ({"words": ["rope"] * 15}, {}, "not as saved"),
    "other parameters": ({"parameters": {"n_topics": 3}}, {}, "parameters are not those"),
    "wrong curve": ({"curve": [["a", None]]}, {}, "not as saved"),
    "list of facts": ({}, {"clusterer.json": b"[]"}, "tells of something else"),
    "deep facts": ({}, {"clusterer.json": b"[" * 200_000}, "not as saved"),
    "no facts": ({}, {"clusterer.json": None}, "it holds"),
    "missing array": ({}, {"labels.npy": None}, "it holds"),
    "one more": ({}, {"../../evil.py": b"print()"}, "it holds"),
    "pickle inside": (
        {}, {"labels.npy": npy(np.array([{}], dtype=object), pickled=True)},
        "not the shape and type told",
    ),
    "huge array": ({}, {"labels.npy": huge()}, "not as long as told"),
    "other numbers": ({}, {"labels.npy": npy(np.zeros(24))}, "not the shape and type told"),
    "no such topic": ({}, {"labels.npy": npy(np.full(24, 99))}, "do not belong together"),
    "negative topic": ({}, {"known_labels.npy": npy(np.full(24, -1))}, "do not belong together"),
    "no share": ({}, {"stability.npy": npy(np.full(4, 2, np.float32))}, "do not belong together"),
    "nan": ({}, {"sizes.npy": npy(np.full(4, np.nan, np.float32))}, "'sizes' is not what it must"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(saved, tmp_path, name):
    facts, members, message = HOSTILE[name]
    path = rewritten(saved, tmp_path / "x.zip", facts=facts, members=members)
    with pytest.raises(SmoError, match=rf"x\.zip: .*{message}"):
        KeywordClusterer.load(path)


def test_indices_outside_the_matrix_are_refused(saved, tmp_path):
    with zipfile.ZipFile(saved) as archive:
        indices = np.load(io.BytesIO(archive.read("mixture_indices.npy")))
    bad = {"mixture_indices.npy": npy(indices + np.int32(10**6))}
    with pytest.raises(SmoError, match="not as saved"):
        KeywordClusterer.load(rewritten(saved, tmp_path / "x.zip", members=bad))


def test_compressed_members_are_refused_since_they_may_burst(saved, tmp_path):
    path = rewritten(saved, tmp_path / "x.zip", compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(SmoError, match="no sound saved clusterer"):
        KeywordClusterer.load(path)


def test_an_embedding_is_given_back_on_loading(tmp_path):
    model = KeywordClusterer(4, embeddings=TfidfVectorizer()).fit(TEXTS)
    path = model.save(tmp_path / "t.zip")
    with pytest.raises(SmoError, match=r"with embeddings \(TfidfVectorizer\), which no file can"):
        KeywordClusterer.load(path)
    for other in (TfidfVectorizer(), TfidfVectorizer(analyzer="char").fit(TEXTS), object()):
        with pytest.raises(SmoError, match="is not the transformer it was fitted with"):
            KeywordClusterer.load(path, embeddings=other)
    again = KeywordClusterer.load(path, embeddings=model.embeddings_)
    assert again.labels_.tolist() == model.labels_.tolist()
    assert again.predict(NEW).tolist() == model.predict(NEW).tolist()
    assert again.transform(NEW).tobytes() == model.transform(NEW).tobytes()
