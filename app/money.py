"""How many decimals a currency has: amounts are whole numbers of its smallest unit (pure)."""

_WITHOUT_CENTS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_WITH_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_DIGITS = dict.fromkeys(_WITHOUT_CENTS.split(), 0) | dict.fromkeys(_WITH_THOUSANDTHS.split(), 3)


def minor_digits(currency: str | None) -> int:
    """Tell how many decimals a currency has: two, unless it is known otherwise."""
    return _DIGITS.get(currency or "", 2)
