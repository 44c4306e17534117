"""Options for the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-torture", action="store_true", help="kill runs at every step, many times")
