"""Chronicle: web pages about regional innovation in, a versioned warehouse of innovation events out.

The library knows nothing of Dagster. Each folder is a stage and a stage is a pure function over values; only
``chronicle.line`` knows them all. Nothing is re-exported here: import what you need from where it lives.
"""
