"""Runs wardline on parts of a file or a DataFrame in Spark, with the answers of one process."""

from wardline_spark.errors import WardlineError
from wardline_spark.jobs import audit, geocode, hotspots, locate, report
from wardline_spark.results import Result

__all__ = ["Result", "WardlineError", "audit", "geocode", "hotspots", "locate", "report"]
