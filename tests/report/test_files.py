from __future__ import annotations

from pathlib import Path

import pytest

from smo.errors import SmoError
from smo.report.files import write_text


def test_folders_are_made_and_files_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "plan.md"
    assert write_text("one\n", path) == path
    assert write_text("два\n", str(path)) == path
    assert path.read_bytes() == "два\n".encode()
    assert [child.name for child in path.parent.iterdir()] == ["plan.md"]


def test_folder_of_that_name(tmp_path: Path) -> None:
    with pytest.raises(SmoError, match=r"there is a folder of this name\. Remedy: name a file"):
        write_text("x", tmp_path)


def test_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(SmoError, match=r"plan\.md: cannot write the file: .*\. Remedy: choose"):
        write_text("x", tmp_path / "a" / "plan.md")
    assert [child.name for child in tmp_path.iterdir()] == ["a"]


def test_failure_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_text("old", tmp_path / "plan.md")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SmoError, match="No space left on device"):
        write_text("new", path)
    assert path.read_text() == "old"
    assert [child.name for child in tmp_path.iterdir()] == ["plan.md"]
