"""Cuts CSV files into ranges of whole records, without reading a value."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from wardline_spark.errors import WardlineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCK = 1 << 23
_STEP = 1 << 16
_PACKED = {
    b"\x1f\x8b": "gzip",
    b"PK": "a ZIP archive or workbook",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


@dataclass(frozen=True)
class Part:
    """A range of whole records of one file: bytes from `start` up to, not including, `stop`.

    `first_line` is the line on which the range begins, the header of all files together being line 1.
    """

    number: int
    path: str
    start: int
    stop: int
    first_line: int

    def blocks(self) -> Iterator[bytes]:
        """Return the range's bytes, a block at a time."""
        with open(self.path, "rb") as file:
            file.seek(self.start)
            left = self.stop - self.start
            while left > 0:
                block = file.read(min(left, _BLOCK))
                if not block:
                    raise WardlineError(f"{self.path} has become shorter while it was read")
                left -= len(block)
                yield block


def header_of(path: str) -> bytes:
    """Return the first record of a file with its line end: the names of the columns."""
    with open(path, "rb") as file:
        start = file.read(2)
        if start in _PACKED:
            raise WardlineError(f"{path} is {_PACKED[start]}: only CSV is cut into ranges; read it as a DataFrame")
        file.seek(0)
        length, _ = _to_record_end(file)
        file.seek(0)
        return file.read(length)


def cut(paths: Sequence[str], parts: int) -> list[Part]:
    """Return at most `parts` ranges that hold all records of the files but their headers, in order, alike in size.

    A cut falls on a line end outside of quotes. Each file has to begin with the same header. Where quotes are not
    paired, a cut may fall into a record: who runs the parts has to hold the rows that were read against the whole.
    """
    if not paths:
        raise WardlineError("no file is named")
    header = header_of(paths[0])
    sizes = [os.path.getsize(path) for path in paths]
    share = max(1, -(-sum(sizes) // max(1, parts)))
    found: list[Part] = []
    line = 1 + header.count(b"\n")
    for path in paths:
        # A file without rows may lack the line end that the others have.
        if header_of(path).rstrip(b"\r\n") != header.rstrip(b"\r\n"):
            raise WardlineError(f"{path} has other columns than {paths[0]}: parts of one whole have one header")
        for start, stop, lines in _ranges(path, len(header), share):
            found.append(Part(len(found), path, start, stop, line))
            line += lines
    return found


def _ranges(path: str, start: int, share: int) -> Iterator[tuple[int, int, int]]:
    """Return start, end and number of lines of ranges of about `share` bytes."""
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        while start < size:
            file.seek(start)
            quotes = lines = 0
            left = min(share, size - start)
            while left > 0 and (block := file.read(min(left, _BLOCK))):
                quotes += block.count(b'"')
                lines += block.count(b"\n")
                left -= len(block)
            stop = min(start + share, size)
            file.seek(stop - 1)
            if stop < size and not (file.read(1) == b"\n" and quotes % 2 == 0):
                rest, more = _to_record_end(file, quoted=quotes % 2 == 1)
                stop += rest
                lines += more
            yield start, stop, lines
            start = stop


def _to_record_end(file: BinaryIO, *, quoted: bool = False) -> tuple[int, int]:
    """Return the bytes from here to behind the next line end outside of quotes, or the end, and the lines in them."""
    length = lines = 0
    while step := file.read(_STEP):
        place = 0
        while place < len(step):
            if quoted:
                quote = step.find(b'"', place)
                lines += step.count(b"\n", place, quote if quote >= 0 else len(step))
                if quote < 0:
                    break
                quoted = False
                place = quote + 1
                continue
            end = step.find(b"\n", place)
            quote = step.find(b'"', place, end if end >= 0 else len(step))
            if quote >= 0:
                quoted = True
                place = quote + 1
            elif end >= 0:
                return length + end + 1, lines + 1
            else:
                break
        length += len(step)
    return length, lines
