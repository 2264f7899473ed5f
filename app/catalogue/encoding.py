"""Finds out in which encoding a table file was written, without keeping the file in memory."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from charset_normalizer import from_bytes

CHUNK = 256 * 1024
EVIDENCE = 32 * 1024  # bytes of lines with other than plain letters that are looked at
_WEST = "cp1252"
_CANDIDATES = [
    _WEST, "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "koi8_r",
    "shift_jis", "gb18030", "big5", "euc_kr",
]  # fmt: skip
_SAME_CHAOS = 0.05
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Encoding:
    """How to decode a file; a damaged one has places that no encoding explains."""

    name: str
    is_damaged: bool = False


def sniff_encoding(source: BinaryIO) -> Encoding:
    """Tell the encoding of a file: its mark, UTF-8 where it holds throughout, else a guess."""
    source.seek(0)
    head = source.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name)
    if wide := _unmarked_utf16(head):
        return Encoding(wide)
    if _is_utf8(source):
        return Encoding("utf-8-sig")
    return _guess(_evidence(source))


def _unmarked_utf16(head: bytes) -> str | None:
    pairs = len(head) // 2
    if pairs < 2:
        return None
    first, second = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    if first > 0.4 and second < 0.05:
        return "utf-16-be"
    return None


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    source.seek(0)
    while chunk := source.read(CHUNK):
        yield chunk


def _is_utf8(source: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(source):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _evidence(source: BinaryIO) -> bytes:
    found = bytearray()
    for chunk in _chunks(source):
        if chunk.isascii():
            continue
        for line in chunk.split(b"\n"):
            if not line.isascii():
                found += line[:1024] + b"\n"
            if len(found) >= EVIDENCE:
                return bytes(found)
    return bytes(found)


def _guess(evidence: bytes) -> Encoding:
    repaired = evidence.decode("utf-8", "replace")
    broken = repaired.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(not c.isascii() for c in repaired) - broken
    if whole > 4 * broken:
        return Encoding("utf-8-sig", is_damaged=True)
    matches = list(from_bytes(evidence, cp_isolation=_CANDIDATES))
    if not matches:
        return Encoding(_WEST)
    nearly_best = [m for m in matches if m.chaos <= matches[0].chaos + _SAME_CHAOS]
    # The western page wins a tie: short samples look alike in all the pages of Europe.
    if any(_WEST in match.could_be_from_charset for match in nearly_best):
        return Encoding(_WEST)
    return Encoding(matches[0].encoding)
