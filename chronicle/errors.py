"""Every error Chronicle raises on purpose, in one tree.

    ChronicleError                  one sentence: names the thing, says what to do
    ├── TransientError              trying again later can help
    │   ├── StorageUnavailable      the disk or the object store did not answer
    │   ├── CommitConflict          another writer took the next number again and again
    │   └── StagingSwept            another run deleted a staged result that this run still needed
    └── TerminalError               trying again changes nothing until somebody acts
        ├── WrongCall               the caller asked for something that cannot be (exit code 2)
        ├── ConfigError             sources.toml or an environment variable is wrong
        ├── Missing                 a stored file is not there
        ├── BadInput                one page, file or archive member cannot be used; it is recorded and skipped
        ├── JournalCorrupt          a segment or a body is not what was committed
        ├── UnknownEntryType        the journal was written by a newer Chronicle
        └── ReleaseCorrupt          a release's files are not what its datapackage.json says

Who runs a stage asks ``error.transient`` and need not know the leaves.
"""


class ChronicleError(Exception):
    """The base of every deliberate error; ``str(error)`` is one sentence for a person."""

    transient: bool = False


class TransientError(ChronicleError):
    """Trying the same thing again later can help."""

    transient = True


class StorageUnavailable(TransientError):
    """The disk or the object store did not answer."""


class CommitConflict(TransientError):
    """Other writers kept taking the next number; nothing of ours was written."""


class StagingSwept(TransientError):
    """Another run deleted a staged result that this run still needed; it can be derived again."""


class TerminalError(ChronicleError):
    """Trying again changes nothing until somebody acts."""


class WrongCall(TerminalError):
    """The caller asked for something that cannot be: an unknown page, release or flag."""


class ConfigError(TerminalError):
    """A setting is wrong: sources.toml or an environment variable."""


class Missing(TerminalError):
    """A file that was asked for is not in the storage."""


class BadInput(TerminalError):
    """One page, file or archive member cannot be used; the rest of the batch goes on."""


class JournalCorrupt(TerminalError):
    """A segment, a private line or a body is not what was committed."""


class UnknownEntryType(TerminalError):
    """An entry has a type or version that this Chronicle does not know."""


class ReleaseCorrupt(TerminalError):
    """A release's files are not what its datapackage.json says."""
