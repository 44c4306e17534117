"""What a reading returns: a value of time and how it was reached. Kept apart so that every reading can import it."""

from dataclasses import dataclass

from chronicle.extract.dates import edtf


@dataclass(frozen=True, slots=True)
class Found:
    """``value`` is EDTF, ISO 8601 or TIMEX3; ``when`` the calendar span of a duration tied to the page's date."""

    value: str
    kind: str = "date"
    basis: str = "explicit"
    precision: str | None = None
    when: str | None = None
    relation: str | None = None

    @property
    def how_precise(self) -> str:
        """The precision as given, else as the value shows it."""
        return self.precision or edtf.precision(self.when or self.value)
