"""What runs when: the one place for times and intervals."""

NIGHTLY_CRON = "0 2 * * *"
TIME_ZONE = "UTC"
"""The zone of NIGHTLY_CRON, an IANA name; change it here and nowhere else."""

INBOX_INTERVAL_SECONDS = 30
STABLE_SECONDS = 10
"""A file in raw/inbox is taken once nobody has written to it for this long."""
