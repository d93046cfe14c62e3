"""What is shipped agrees with itself."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import nonpaper

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest is not None
    assert project == newest.group(1) == nonpaper.__version__


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    assert [b.split()[0] for b in blocks if "--hash=sha256:" not in b] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_place(name: str) -> None:
    assert not re.search(r"://|--index|--find-links|file:|^-e", (ROOT / name).read_text(), re.MULTILINE)


def test_the_default_install_is_small_in_number() -> None:
    named = re.findall(r"^(\S+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert len(set(named)) < 60  # one package may stand there in a version for each Python


def test_the_two_locks_agree() -> None:
    runtime, dev = (set(re.findall(r"^(\S+==\S+)", (ROOT / n).read_text(), re.MULTILINE)) for n in LOCKS)
    assert runtime <= dev


def test_the_front_door_opens_only_when_asked() -> None:
    code = "import sys, nonpaper as n; assert 'msgspec' not in sys.modules; print(*(getattr(n, x) for x in n.__all__))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Dossier" in done.stdout


def test_a_dossier_opens_without_the_reader_or_a_library_of_tables() -> None:
    heavy = ("numpy", "onnxruntime", "jinja2", "trafilatura", "pyarrow", "lxml", "tokenizers")
    code = f"import sys, nonpaper as n; n.open_dossier; n.read; print(*[m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def test_the_front_door_has_what_it_says() -> None:
    assert set(nonpaper.__all__) == set(dir(nonpaper))
    assert all(getattr(nonpaper, name) is not None for name in nonpaper.__all__)
    with pytest.raises(AttributeError):
        _ = nonpaper.no_such_name  # type: ignore[attr-defined]
