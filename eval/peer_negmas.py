"""Run by a Python that has NegMAS, never imported here: the frontier of a problem in JSON by enumeration.

python -m eval.analysis_bench --peer "/path/to/its/python eval/peer_negmas.py"
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(path: str) -> None:
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import pareto_frontier

    problem = json.loads(Path(path).read_text())
    issues = [make_issue(issue["values"], issue["name"]) for issue in problem["issues"]]
    functions = []
    for party in problem["parties"]:
        tables = []
        for names, values in zip(problem["issues"], party["values"], strict=True):
            largest = max(values) or 1
            tables.append({name: value / largest for name, value in zip(names["values"], values, strict=True)})
        functions.append(LinearAdditiveUtilityFunction(tables, weights=party["weights"], issues=issues))
    outcomes = list(make_os(issues).enumerate_or_sample())
    points, _ = pareto_frontier(functions, outcomes=outcomes, issues=issues)
    print(json.dumps({"frontier": [list(map(float, point)) for point in points]}))


if __name__ == "__main__":
    main(sys.argv[1])
