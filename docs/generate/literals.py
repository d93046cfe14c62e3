"""Texts that stand in the code of one function, as far as they can be told without running it."""

from __future__ import annotations

import ast


class Words:
    """Texts in one function: literals, and what its names stand for at a line."""

    def __init__(self, function: ast.FunctionDef) -> None:
        taken = {arg.arg for arg in function.args.args}
        self.about = (ast.get_docstring(function) or "").split("\n\n")[0].rstrip(".") if "what" in taken else ""
        self._set: dict[str, list[tuple[int, ast.expr]]] = {}
        for each in ast.walk(function):
            if isinstance(each, ast.Assign):
                for target in each.targets:
                    self._keep(target, each.value)

    def _keep(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self._set.setdefault(target.id, []).append((target.lineno, value))
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, own in zip(target.elts, value.elts, strict=False):
                self._keep(one, own)

    def of(self, given: ast.expr | None) -> str:
        """The text, "…" for what is filled in; nothing where none is to be seen."""
        if isinstance(given, ast.Constant):
            return str(given.value)
        if isinstance(given, ast.JoinedStr):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in given.values)
        if isinstance(given, ast.IfExp):
            return " / ".join(filter(None, (self.of(given.body), self.of(given.orelse))))
        if isinstance(given, ast.BinOp) and isinstance(given.op, ast.Add):
            return (self.of(given.left) or "…") + (self.of(given.right) or "…")
        return self.of(self._before(given)) if isinstance(given, ast.Name) else ""

    def _before(self, name: ast.Name) -> ast.expr | None:
        """What a name was last set to above the line; what it was set to in its own place counts for nothing."""
        above = [(line, value) for line, value in self._set.get(name.id, ()) if line < name.lineno]
        return max(above, key=lambda pair: pair[0])[1] if above else None
