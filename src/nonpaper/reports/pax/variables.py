"""The topic variables of PA-X, by column."""

from __future__ import annotations

import tomllib
from importlib import resources

VARIABLES: dict[str, str] = tomllib.loads(resources.files(__package__).joinpath("variables.toml").read_text("utf-8"))
"""Name of each topic variable by its column."""
