"""What a run prints beside its event log: one short line for each thing that assets say, nothing of the machinery."""

import logging
import sys

import dagster as dg


def _logger(_: dg.InitLoggerContext) -> logging.Logger:
    """A logger that prints information and above, as ``step: message``."""
    logger = logging.Logger("chronicle", level=logging.INFO)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain())
    logger.addHandler(handler)
    return logger


plain_console = dg.LoggerDefinition(
    _logger, description="Plain progress lines on stderr; the whole event log is in the Dagster UI."
)


class _Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = getattr(record, "dagster_meta", {})
        step = told.get("step_key")
        message = told.get("orig_message") or record.getMessage()
        prefix = f"  {step}: " if step else "  "
        level = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        return f"{prefix}{level}{message}"
