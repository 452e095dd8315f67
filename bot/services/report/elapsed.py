"""Whole seconds between two times, in SQL, said alike for SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class elapsed(GenericFunction[int]):  # noqa: N801  # a function of SQL, written like func.count
    """elapsed(since, until): seconds, rounded to the nearest."""

    type = Integer()
    inherit_cache = True


@compiles(elapsed, "sqlite")
def _sqlite(element: elapsed, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(round((julianday({until}) - julianday({since})) * 86400) AS INTEGER)"


@compiles(elapsed, "postgresql")
def _postgresql(element: elapsed, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(extract(epoch FROM ({until} - {since})) AS BIGINT)"
