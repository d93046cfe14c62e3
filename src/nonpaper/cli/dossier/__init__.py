"""The commands on a dossier, one file each. A dossier is one file that keeps reports, readings and judgements."""

from __future__ import annotations

from nonpaper.cli.dossier.add import add
from nonpaper.cli.dossier.check import check
from nonpaper.cli.dossier.compact import compact
from nonpaper.cli.dossier.export import export
from nonpaper.cli.dossier.judge import judge
from nonpaper.cli.dossier.mark import mark
from nonpaper.cli.dossier.merge import merge
from nonpaper.cli.dossier.new import new
from nonpaper.cli.dossier.rebuild import rebuild
from nonpaper.cli.dossier.status import status

COMMANDS = (new, add, status, judge, mark, merge, rebuild, check, compact, export)
