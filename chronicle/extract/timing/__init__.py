"""When an event happened: its own date, the one it carries from what was told before, or none.

The dates themselves are found in ``chronicle.extract.dates``; here they are put to events.
"""
