"""`python -m eval.scenarios_check [COUNT]`: random models against the definitions, more than the tests.

Prints how many agree; exit 1 where one does not.
"""

from __future__ import annotations

import random
import sys

from tests.unit.scenarios.models import twin
from tests.unit.scenarios.test_definitions import assert_equal_to_definitions

COUNT = 6_000


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    chance = random.Random(20_260)  # noqa: S311  (repeatable, nothing secret)
    for number in range(count):
        try:
            assert_equal_to_definitions(twin(chance, most=4 if number % 10 else 6), listed=number % 2 == 0)
        except AssertionError as error:
            print(f"scenario model {number} is not as defined: {error}")
            return 1
    print(f"scenarios: {count:,} random models equal to the logical definitions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
