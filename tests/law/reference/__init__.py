"""The second reference: each rule written straight from its article, slow and obvious.

Shares no line with the product. Money is a Fraction of yuan, rounded once at the end; periods are
walked day by day. `calculated` and `deadlines` are all that the tests use.
"""

from tests.law.reference.deadlines import deadlines
from tests.law.reference.rules import RULES, calculated
from tests.law.reference.unclear import Unclear

__all__ = ["RULES", "Unclear", "calculated", "deadlines"]
