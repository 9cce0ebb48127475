"""A fitted clusterer as one file of plain arrays and JSON. Never pickle."""

from __future__ import annotations

import json
import os
import secrets
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp

from smo.errors import SmoError, quoted
from smo.text.rules import WordRules
from smo.topics.archive import REMEDY, damaged, npy, read_array, zipped
from smo.topics.checked import checked_forms, checked_languages
from smo.topics.known import Known
from smo.topics.meaning import Meaning
from smo.topics.polish import Mixture
from smo.topics.state import State
from smo.topics.vectorize import fixed_terms

KIND = "smo clusterer"
SCHEMA = 3
FACTS = "clusterer.json"
_PROBES = 16  # words whose embedding tells whether the same transformer was given back
_ALIKE = 1e-3  # largest difference of unit vectors that rounding explains

# kind of number and dimensions of each array; the later ones only where an embedding was used
_ARRAYS = {
    "word_idf": ("f", 1), "character_idf": ("f", 1), "mixture_data": ("f", 1),
    "mixture_indices": ("i", 1), "mixture_indptr": ("i", 1), "sizes": ("f", 1),
    "labels": ("i", 1), "known_keys": ("u", 1), "known_labels": ("i", 1), "vectors": ("f", 2),
    "floors": ("f", 1), "stability": ("f", 1),
}  # fmt: skip
_EMBEDDED = {
    "codes_data": ("f", 1), "codes_indices": ("i", 1), "codes_indptr": ("i", 1),
    "anchors": ("f", 2), "probes": ("f", 2), "projection": ("f", 2),
}  # fmt: skip
Arrays = dict[str, np.ndarray[Any, Any]]


def save_state(
    path: str | os.PathLike[str], state: State, parameters: Mapping[str, Any], version: str
) -> Path:
    """Write a fitted clusterer as one file that appears whole or not at all.

    A zip of arrays (npy, uncompressed) and one JSON file: equal fits write equal bytes. Of an
    embedding only the name is kept, and its vectors of a few words to know it by.

    Parameters
    ----------
    path : path
        File to write; one already there is replaced.
    state : State
        What the fit found.
    parameters : mapping
        Numbers and words the clusterer was made with.
    version : str
        Version of the library.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    SmoError
        When the file cannot be written.
    """
    target, arrays = Path(path), _arrays(state)
    terms, facts = state.terms, dict[str, Any](kind=KIND, schema=SCHEMA, version=version)
    facts["parameters"] = dict(parameters)
    facts["rules"] = state.rules.to_dict()
    facts["curve"] = sorted(state.curve.items())
    facts["words"] = _vocabulary(terms.words)
    facts["characters"] = None if terms.characters is None else _vocabulary(terms.characters)
    facts["embeddings"] = None if state.meaning is None else _kind(state.meaning.transformer)
    facts["arrays"] = {name: [a.dtype.str, list(a.shape)] for name, a in sorted(arrays.items())}
    members = {FACTS: json.dumps(facts, allow_nan=False, sort_keys=True).encode("ascii")}
    members |= {f"{name}.npy": npy(array) for name, array in sorted(arrays.items())}
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.draft")
    try:
        try:
            draft.write_bytes(zipped(members))
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise SmoError(
            f"cannot save the clusterer: {error.strerror}",
            where=str(path),
            remedy="name a file in a folder you may write to",
        ) from error
    return target


def load_state(
    path: str | os.PathLike[str], embeddings: Any = None
) -> tuple[State, dict[str, Any]]:
    """Return what `save_state` wrote: the state and the parameters.

    Parameters
    ----------
    path : path
        The file.
    embeddings : transformer, optional
        The fitted transformer the clusterer was fitted with; needed where it had one.

    Returns
    -------
    tuple of State and dict

    Raises
    ------
    SmoError
        When the file is none of ours, is damaged, or comes from a newer version; when the
        embedding is missing or another.
    """
    where = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            facts, arrays = _read(archive, where)
        state = _state(facts, arrays, embeddings, where)
        parameters = dict(facts["parameters"])
        if set(parameters) != {"n_topics", "languages", "word_forms", "random_state"}:
            raise damaged(where, "its parameters are not those of a clusterer")
    except OSError as error:
        raise SmoError(
            f"cannot read the file: {error.strerror or error}",
            where=where,
            remedy="name a file that KeywordClusterer.save wrote",
        ) from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise SmoError("this is no saved clusterer", where=where, remedy=REMEDY) from error
    except SmoError:
        raise
    except (
        ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError,
        RecursionError, MemoryError, NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        raise damaged(where, f"something in it is not as saved ({type(error).__name__})") from error
    parameters["languages"] = checked_languages(parameters["languages"])
    parameters["word_forms"] = checked_forms(parameters["word_forms"])
    return state, parameters


def _arrays(state: State) -> Arrays:
    terms, counts, known = state.terms, state.mixture.counts, state.known
    characters = terms.characters
    arrays: Arrays = {
        "word_idf": terms.words.idf_,
        "character_idf": np.zeros(0, np.float32) if characters is None else characters.idf_,
        "sizes": state.mixture.sizes, "labels": state.labels, "known_keys": known.keys,
        "known_labels": known.labels, "vectors": state.vectors, "floors": state.floors,
        "stability": state.stability,
        **_sparse_parts("mixture", counts),
    }  # fmt: skip
    if state.meaning is not None and known.codes is not None:
        projection = state.meaning.projection
        arrays |= {
            "anchors": state.meaning.anchors,
            "projection": np.zeros((0, 0), np.float32) if projection is None else projection,
            "probes": state.meaning.vectors(_probes(_vocabulary(terms.words))),
            **_sparse_parts("codes", known.codes),
        }
    return arrays


def _state(facts: Mapping[str, Any], arrays: Arrays, embeddings: Any, where: str) -> State:
    """Return the state of checked arrays; shapes must agree with each other."""
    words, characters = _words(facts["words"]), None
    if facts["characters"] is not None:
        characters = _words(facts["characters"])
    n_topics, n_known = len(arrays["sizes"]), len(arrays["known_keys"])
    meaning, codes, width = None, None, len(words) + len(characters or ())
    if facts["embeddings"] is not None:
        meaning = _meaning(facts, arrays, embeddings, where)
        codes = _sparse(arrays, "codes", n_known, len(arrays["anchors"]))
        width += len(arrays["anchors"])
    known = Known(arrays["known_keys"], arrays["known_labels"], codes)
    agreed = (
        len(arrays["word_idf"]) == len(words)
        and len(arrays["character_idf"]) == len(characters or ())
        and len(known.labels) == n_known > 0
        and len(arrays["vectors"]) == len(arrays["floors"]) == n_topics
        and len(arrays["stability"]) == n_topics
        and bool(np.all((arrays["stability"] >= 0) & (arrays["stability"] <= 1)))
        and all(_within(arrays[name], n_topics) for name in ("labels", "known_labels"))
        and bool(np.all(known.keys[1:] > known.keys[:-1]))
    )
    if not agreed:
        raise damaged(where, "its arrays do not belong together")
    return State(
        terms=fixed_terms(words, arrays["word_idf"], characters, arrays["character_idf"]),
        mixture=Mixture(_sparse(arrays, "mixture", n_topics, width), arrays["sizes"]),
        labels=arrays["labels"],
        known=known,
        curve={int(k): float(score) for k, score in facts["curve"]},
        vectors=arrays["vectors"],
        floors=arrays["floors"],
        stability=arrays["stability"],
        meaning=meaning,
        rules=WordRules.from_dict(facts["rules"]),
    )


def _meaning(facts: Mapping[str, Any], arrays: Arrays, embeddings: Any, where: str) -> Meaning:
    told, remedy = facts["embeddings"], "give the fitted transformer: load(path, embeddings=...)"
    if embeddings is None:
        problem = f"the clusterer was fitted with embeddings ({told}), which no file can hold"
        raise SmoError(problem, where=where, remedy=remedy)
    projection = arrays["projection"] if arrays["projection"].size else None
    meaning = Meaning(embeddings, projection, arrays["anchors"])
    try:
        found = meaning.vectors(_probes(facts["words"]))
        alike = found.shape == arrays["probes"].shape
        alike = alike and bool(np.abs(found - arrays["probes"]).max(initial=0.0) < _ALIKE)
    except (ValueError, TypeError, AttributeError):  # not fitted, of other input, or none
        alike = False
    if not alike:
        problem = f"{_kind(embeddings)} is not the transformer it was fitted with ({told})"
        raise SmoError(problem, where=where, remedy=remedy)
    return meaning


def _read(archive: zipfile.ZipFile, where: str) -> tuple[dict[str, Any], Arrays]:
    """Return the facts and the arrays, each with the type and shape that the facts tell."""
    infos = {info.filename: info for info in archive.infolist()}
    stored = all(info.compress_type == zipfile.ZIP_STORED for info in infos.values())
    if FACTS not in infos or len(infos) != len(archive.infolist()) or not stored:
        raise damaged(where, f"it holds {quoted(sorted(infos), limit=5)}")
    facts = json.loads(archive.read(FACTS))
    if not isinstance(facts, dict) or facts.get("kind") != KIND:
        raise damaged(where, f"{FACTS} tells of something else")
    if facts.get("schema") != SCHEMA:
        problem = f"it is of schema {facts.get('schema')!r}, this library reads {SCHEMA}"
        raise SmoError(problem, where=where, remedy="load it with the version that saved it")
    expected = _ARRAYS | (_EMBEDDED if facts["embeddings"] is not None else {})
    if set(infos) != {FACTS, *(f"{name}.npy" for name in expected)}:
        raise damaged(where, f"it holds {quoted(sorted(infos), limit=5)}")
    arrays = {name: read_array(archive, name, facts["arrays"][name], where) for name in expected}
    for name, (kind, n_dimensions) in expected.items():
        array = arrays[name]
        finite = kind != "f" or bool(np.isfinite(array).all())
        if array.dtype.kind != kind or array.ndim != n_dimensions or not finite:
            raise damaged(where, f"the array {name!r} is not what it must be")
    return facts, arrays


def _sparse_parts(name: str, rows: sp.csr_matrix) -> Arrays:
    parts = {"data": rows.data, "indices": rows.indices, "indptr": rows.indptr}
    return {f"{name}_{part}": array for part, array in parts.items()}


def _sparse(arrays: Arrays, name: str, n_rows: int, n_columns: int) -> sp.csr_matrix:
    parts = tuple(arrays[f"{name}_{part}"] for part in ("data", "indices", "indptr"))
    rows = sp.csr_matrix(parts, shape=(n_rows, n_columns))
    rows.check_format(full_check=True)  # indices outside would read outside the memory
    return rows


def _words(told: Any) -> list[str]:
    if not isinstance(told, list) or not all(isinstance(word, str) for word in told):
        raise TypeError
    if len(set(told)) != len(told):
        raise ValueError
    return told


def _within(labels: np.ndarray[Any, Any], n_topics: int) -> bool:
    return labels.size > 0 and int(labels.min()) >= 0 and int(labels.max()) < n_topics


def _vocabulary(terms: Any) -> list[str]:
    return sorted(terms.vocabulary_, key=terms.vocabulary_.__getitem__)


def _probes(words: list[str]) -> list[str]:
    return words[:: max(1, len(words) // _PROBES)][:_PROBES]


def _kind(transformer: Any) -> str:
    return type(transformer).__name__
