"""What the examples in docstrings and pages stand on: one dossier of three example reports, read once for all tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
NAMES = ("01-harbour-post.txt", "02-lorn-gazette.txt", "03-hadrin-wire.html")


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `reports` and with `talks.dossier`, in which they are read. About ten seconds, once."""
    from nonpaper.dossier.file import create_dossier

    folder = tmp_path_factory.mktemp("talks")
    (folder / "reports").mkdir()
    for name in NAMES:
        shutil.copy(ROOT / "examples" / "reports" / name, folder / "reports")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        with create_dossier("talks.dossier") as dossier:
            dossier.add("reports")
            dossier.compact()
    return folder


@pytest.fixture
def beside_talks(talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder with the examples in it, as the folder to work in."""
    here = Path(shutil.copytree(talks, tmp_path / "talks"))
    (here / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(here)
    return here


@pytest.fixture(autouse=True)
def where_an_example_runs(request: pytest.FixtureRequest) -> None:
    """An example in a docstring that imports the package as its users do runs beside the dossier."""
    if isinstance(request.node, pytest.DoctestItem) and ">>> import nonpaper\n" in (request.node.dtest.docstring or ""):
        request.getfixturevalue("beside_talks")
