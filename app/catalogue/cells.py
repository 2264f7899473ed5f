"""Reads single cells of an import: prices, whole numbers, plain numbers, lists, addresses, text.

Each reader gives None where the text is not what it reads; the words for that are the caller's.
"""

# ruff: noqa: RUF001 - typographic apostrophes and dashes are part of prices
import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from app.money import minor_digits

LARGEST_MINOR = 2_147_483_647  # what every database column for money holds
LARGEST_COUNT = 2_147_483_647

_SYMBOLS = {
    "€": "EUR", "£": "GBP", "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "r$": "BRL", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "zł": "PLN", "kč": "CZK", "ft": "HUF", "fr.": "CHF", "sfr.": "CHF", "euro": "EUR",
}  # fmt: skip
_ISO_4217 = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"""
_CURRENCIES = frozenset(_ISO_4217.split())
_STOCK_WORDS: dict[str, tuple[int | None, bool]] = {
    **dict.fromkeys(["in stock", "instock", "available", "yes", "true", "ja"], (None, True)),
    **dict.fromkeys(
        ["out of stock", "outofstock", "sold out", "preorder", "pre order", "backorder",
         "unavailable", "discontinued", "no", "false", "nein"], (0, True)),
}  # fmt: skip
_LONGEST_PRICE = 40
_AMOUNT = re.compile(r"\d+(?:[.,'’ ]\d+)*")
_PRICE = re.compile(
    r"(?P<before>[^\d\s+-]*)\s*(?P<amount>\d[\d.,'’ ]*?)(?:[.,][-–—]+)?\s*(?P<after>[^\d\s]*)"
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_WHOLE = re.compile(r"(-?(?:\d{1,10}|\d{1,3}(?:[,'’ ]\d{3})+))(?:[.,]0{1,2})?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+")
_TAG = re.compile(r"(<[^<>]*>)")
_MARKUP = re.compile(r"</?(?:p|br|div|ul|ol|li|span|strong|em|b|i|u|a|h[1-6]|table|tr|td)\b", re.I)
_BLOCKS = frozenset({"p", "br", "div", "ul", "ol", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Price:
    """An amount in the smallest unit of its currency, which is None where the cell names none."""

    minor: int
    currency: str | None


def clean_text(text: str) -> str:
    """Give text without control characters, outer blanks and runs of spaces; lines stay."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most cells: all that follows would change nothing
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", _CONTROL.sub(" ", lines)))
    return "\n".join(line.strip() for line in spaced.strip().split("\n"))


def plain_text(text: str) -> str:
    """Give the words of a description, also where a shop's export wrote them in HTML."""
    if not _MARKUP.search(text):
        return clean_text(text)
    return re.sub(r"\n{3,}", "\n\n", clean_text(_without_tags(text)))


def read_currency(text: str) -> str | None:
    """Give the three-letter code of a currency written as code or sign."""
    text = text.strip()
    return text.upper() if text.upper() in _CURRENCIES else _SYMBOLS.get(text.casefold())


def read_price(text: str, currency: str | None = None) -> Price | None:
    """Read a price such as "12.99", "12,99 €", "CHF 1'234.50" or "1.234,50".

    A lone mark before exactly three digits parts thousands, except after a leading zero. The
    currency given counts for the number of decimals where the cell names none.
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    match = _PRICE.fullmatch(text) if len(text) <= _LONGEST_PRICE else None
    if match is None:
        return None
    codes = [read_currency(sign) for sign in (match["before"], match["after"]) if sign]
    if None in codes or len(set(codes)) > 1:
        return None
    named = codes[0] if codes else None
    minor = _minor_units(match["amount"].strip(), minor_digits(named or currency))
    return None if minor is None or minor > LARGEST_MINOR else Price(minor, named)


def read_whole(text: str) -> int | None:
    """Read a whole number such as "12", "12.0" or "1,200"."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        return None
    number = int(re.sub(r"[,'’ ]", "", match[1]))
    return number if abs(number) <= LARGEST_COUNT else None


def read_stock(text: str) -> tuple[int | None, bool]:
    """Read a stock: how many (None for "in stock", of whatever number), and whether it was read.

    Shops write oversold stock as a negative number, and what cannot be had yet in words.
    """
    count = read_whole(text)
    if count is not None:
        return max(0, count), True
    return _STOCK_WORDS.get(" ".join(re.split(r"[\s_-]+", text.strip().casefold())), (None, False))


def read_number(text: str) -> int | float | None:
    """Read a plainly written number: 1997.0 is 1997; 007, 1e5 and 9.78E+12 are not numbers."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def split_list(text: str, separators: str = ";") -> list[str]:
    """Split a cell at the first of the separators that occurs in it; each part once."""
    used = next((mark for mark in separators if mark in text), None)
    parts = text.split(used) if used else [text]
    return list(dict.fromkeys(part for part in map(clean_text, parts) if part))


def is_address(text: str) -> bool:
    """Tell whether text is a web address that may be linked."""
    return re.fullmatch(r"https?://[^\s/<>\"]+\S*", text.strip(), re.I) is not None


def _without_tags(text: str) -> str:
    # One pass, because the standard parser takes a square of the length over broken markup.
    parts, is_hidden = [], False
    for piece in _TAG.split(text):
        if not _TAG.fullmatch(piece):
            parts.append("" if is_hidden else unescape(piece))
            continue
        name = piece.strip("</>").lower().split(maxsplit=1)[:1]
        is_hidden = name in (["script"], ["style"]) and not piece.startswith("</")
        parts.append("\n" if name and name[0] in _BLOCKS else "")
    return "".join(parts)


def _minor_units(amount: str, places: int) -> int | None:
    if not _AMOUNT.fullmatch(amount):
        return None
    whole, fraction = _split_decimals(amount, places)
    groups = re.split(r"[.,'’ ]", whole)
    is_grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if (len(groups) > 1 and not is_grouped) or len(set(re.findall(r"[.,'’ ]", whole))) > 1:
        return None
    kept, lost = fraction[:places], fraction[places:]
    if lost.strip("0") or len(amount) > 20:
        return None
    return int("".join(groups) + kept.ljust(places, "0"))


def _split_decimals(amount: str, places: int) -> tuple[str, str]:
    """Part an amount at its decimal mark: the last one, if it is the only one of its kind."""
    marks = re.findall(r"[.,]", amount)
    if not marks or amount.count(marks[-1]) > 1:
        return amount, ""
    whole, fraction = amount.rsplit(marks[-1], 1)
    is_thousands = (
        len(fraction) == 3
        and places != 3
        and whole.isdigit()
        and len(whole) <= 3
        and whole[0] != "0"
    )
    return (amount, "") if is_thousands else (whole, fraction)
