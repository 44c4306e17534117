"""Which numbers of an event are aimed at, and by when.

The numbers themselves are found in ``chronicle.extract.quantities``; here they are put to aims.
"""
