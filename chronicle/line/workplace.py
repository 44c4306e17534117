"""Where a Chronicle lives: the journal's storage, the warehouse's, and the list of sources."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chronicle.capture import sources
from chronicle.capture.sources import Source
from chronicle.digest import derive
from chronicle.errors import ConfigError
from chronicle.journal.journal import Clock, Journal, system_clock
from chronicle.storage import Storage

RAW_VARIABLE = "CHRONICLE_RAW"
WAREHOUSE_VARIABLE = "CHRONICLE_WAREHOUSE"
SOURCES_VARIABLE = "CHRONICLE_SOURCES"


@dataclass(frozen=True, slots=True)
class Workplace:
    """``raw`` and ``warehouse`` are folders or object-store addresses; ``sources`` is a sources.toml.

    The journal stamps entries by ``clock``, the one place where Chronicle asks what time it is.
    """

    raw: str
    warehouse: str
    sources: Path
    clock: Clock = system_clock

    @staticmethod
    def from_environment(
        raw: str | None = None,
        warehouse: str | None = None,
        source_list: str | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> "Workplace":
        """What is given, else the CHRONICLE_* variables, else raw/, warehouse/ and sources.toml right here."""
        return Workplace(
            raw=raw or environment.get(RAW_VARIABLE) or "raw",
            warehouse=warehouse or environment.get(WAREHOUSE_VARIABLE) or "warehouse",
            sources=Path(source_list or environment.get(SOURCES_VARIABLE) or "sources.toml"),
        )

    @property
    def raw_storage(self) -> Storage:
        """The bytes of raw/."""
        return Storage.at(self.raw)

    @property
    def warehouse_storage(self) -> Storage:
        """The bytes of warehouse/."""
        return Storage.at(self.warehouse)

    @property
    def inbox(self) -> Path:
        """The folder where people drop files.

        Raises:
            ConfigError: raw/ is an object store, which has no inbox on this machine.
        """
        folder = self.raw_storage.local_path("inbox")
        if folder is None:
            raise ConfigError(
                f"{self.raw} is an object store and has no inbox on this machine; "
                "give the files to 'chronicle ingest PATH' instead."
            )
        return folder

    @property
    def lookup_cache(self) -> Path:
        """A folder on this machine for what can always be built anew: raw/cache, or the system's temporary one."""
        folder = self.raw_storage.local_path("cache/bands")
        return folder or Path(tempfile.gettempdir()) / derive("chronicle-bands", self.raw)

    def known_sources(self) -> tuple[Source, ...]:
        """What sources.toml lists; nothing if there is no such file.

        Raises:
            ConfigError: the file is wrong.
        """
        return sources.load(self.sources)

    def journal(self) -> Journal:
        """The journal in raw/."""
        return Journal(self.raw_storage, self.clock)
