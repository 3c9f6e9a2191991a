import ArgumentParser
import Records

/// Formats are named as their files end: `csv`.
extension RecordFormat: ExpressibleByArgument {}
