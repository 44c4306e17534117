"""The one resource: where raw/, warehouse/ and sources.toml are. Assets ask it for a Workplace and call the line."""

import dagster as dg
from pydantic import Field

from chronicle.line.staging import Staging
from chronicle.line.view import JournalView
from chronicle.line.workplace import Workplace


class WorkplaceResource(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Folders or object-store addresses; empty means the CHRONICLE_* variable, else the folder in the checkout."""

    raw: str = Field(default="", description="The journal's folder or address (CHRONICLE_RAW, else raw).")
    warehouse: str = Field(
        default="", description="The releases' folder or address (CHRONICLE_WAREHOUSE, else warehouse)."
    )
    sources: str = Field(default="", description="The list of sources (CHRONICLE_SOURCES, else sources.toml).")

    def place(self) -> Workplace:
        """The workplace that these settings and the environment name."""
        return Workplace.from_environment(self.raw, self.warehouse, self.sources)

    def view(self) -> JournalView:
        """The journal as it stands now."""
        return JournalView(self.place().journal())

    def staging(self) -> Staging:
        """The staged results of pure stages."""
        return Staging(self.place().warehouse_storage)
