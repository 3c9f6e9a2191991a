import ArgumentParser
import Chronology

/// Days are given as `2024-07-01`.
extension CivilDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso: argument) }
}
