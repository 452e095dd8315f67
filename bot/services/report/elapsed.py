"""Whole seconds between two times, in SQL, said alike for SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


class Elapsed(GenericFunction[int]):
    """elapsed(since, until): seconds, rounded to the nearest."""

    name = "elapsed"
    type = Integer()
    inherit_cache = True


@compiles(Elapsed, "sqlite")
def _sqlite(element: Elapsed, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(round((julianday({until}) - julianday({since})) * 86400) AS INTEGER)"


@compiles(Elapsed, "postgresql")
def _postgresql(element: Elapsed, compiler: SQLCompiler, **options: Any) -> str:
    since, until = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(extract(epoch FROM ({until} - {since})) AS BIGINT)"
