"""Hours and euros as people write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from app.errors import UserError
from app.languages import Language

_MOST: Final = 10**9


def read_amount(text: str) -> Decimal | None:
    """An amount from 0 upwards, with a point or a comma: "1 200,50". Empty: None, what is none is a UserError."""
    figures = re.sub(r"[\s€]", "", text).replace(",", ".")
    if not figures:
        return None
    try:
        amount = Decimal(figures)
    except InvalidOperation:
        amount = Decimal(-1)
    if not (amount.is_finite() and 0 <= amount <= _MOST):
        raise UserError("{text} is not an amount. Write it like 120 or 99,50.", {"text": text.strip()})
    return amount


def written_amount(amount: Decimal | None, language: Language) -> str:
    """An amount as it is offered for editing."""
    if amount is None:
        return ""
    text = f"{amount:f}"
    return text if language == "en" else text.replace(".", ",")
