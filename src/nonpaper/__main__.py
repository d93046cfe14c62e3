"""`python -m nonpaper`."""

from nonpaper.cli import main

main()
