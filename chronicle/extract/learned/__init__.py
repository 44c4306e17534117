"""A second opinion on what a clause tells, learned from labelled clauses; the rules give the first.

What belongs here: the traits of a clause, and linear models over them. ``tools/train_opinion.py`` fits the weights;
``docs/extraction.md`` says on what and how well.
"""
