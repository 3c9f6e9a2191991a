import ArgumentParser
import Records
import WardlineKit

/// Formats are named as their files end: `csv`.
extension RecordFormat: ExpressibleByArgument {}
extension FindingsFormat: ExpressibleByArgument {}
