"""Old entry shapes become today's on reading, so that no stage knows but one shape. Segments are never rewritten.

To change a type's shape: raise its number in CURRENT and add the step from the number before to STEPS.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from chronicle.errors import UnknownEntryType
from chronicle.journal.entry import EntryType

Step = Callable[[dict[str, Any]], dict[str, Any]]

CURRENT: Mapping[str, int] = MappingProxyType({str(kind): 1 for kind in EntryType})
"""The version of each type that this Chronicle writes."""

STEPS: Mapping[tuple[str, int], Step] = MappingProxyType({})
"""From (type, version): the stored object of the next version, ``v`` excepted."""


def upcast(
    stored: Mapping[str, Any], current: Mapping[str, int] = CURRENT, steps: Mapping[tuple[str, int], Step] = STEPS
) -> Mapping[str, Any]:
    """The stored entry in today's shape. Raises UnknownEntryType for a type or version from the future."""
    kind, version = stored["type"], stored["v"]
    if version > current.get(kind, 0):
        raise UnknownEntryType(
            f"entry {stored['seq']} is {kind} version {version}, which this Chronicle does not know: update Chronicle"
        )
    while version < current[kind]:
        stored = {**steps[kind, version](dict(stored)), "v": version + 1}
        version += 1
    return stored
