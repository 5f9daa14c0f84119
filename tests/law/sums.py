"""Sums written out in an example (`5 * 8000 / 21.75`), worked out exactly and rounded to the fen."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Operation = Callable[[Fraction, Fraction], Fraction]

OPERATIONS: Mapping[type[ast.operator], Operation] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def worked_out(sum_: object) -> Decimal | None:
    """The sum in yuan; None for null."""
    if sum_ is None:
        return None
    exact = _value(ast.parse(str(sum_), mode="eval").body, str(sum_))
    fen = exact * 100
    rounded = (Decimal(fen.numerator) / Decimal(fen.denominator)).quantize(
        Decimal(1), ROUND_HALF_UP
    )
    return rounded / 100


def _value(node: ast.expr, text: str) -> Fraction:
    if isinstance(node, ast.BinOp):
        work = OPERATIONS[type(node.op)]
        return work(_value(node.left, text), _value(node.right, text))
    return Fraction(ast.get_source_segment(text, node) or "")
