"""The only place that wires the stages: the command line and the Dagster assets both call it.

workplace   where raw/, warehouse/ and sources.toml are
staging     results of pure stages, kept under the digest of all their arguments and their version
workers     batches of pages to local processes or a Dask cluster
days        journal day → articles → mentions
whole       all days → stories, events, the tables of a release
corrections people's corrections on mentions and articles, before anything is merged
nightly     the whole line once: capture, ingest, derive, release
inspect     what would be extracted from a page, writing nothing
why         from an event back to the words, the page and the journal entry
replay      a warehouse rebuilt from the journal alone

"""
