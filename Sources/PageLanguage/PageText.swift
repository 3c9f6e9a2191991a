/// A text of a page as it is written in English, with what stands in its gaps: what a catalogue is asked for.
///
///     let text: PageText = "\(words.count(3)) of the cases lie elsewhere."
///     text.key        // "{1} of the cases lie elsewhere."
///     text.arguments  // ["3"]
package struct PageText: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The English text with `{1}`, `{2}`… for its gaps.
    package let key: String
    package let arguments: [String]

    package init(stringLiteral value: String) {
        key = value
        arguments = []
    }

    /// A text without gaps that is known only when the program runs.
    package init(fixed text: String) {
        key = text
        arguments = []
    }

    package init(stringInterpolation: Interpolation) {
        key = stringInterpolation.key
        arguments = stringInterpolation.arguments
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var arguments: [String] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            key.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { key += literal }

        package mutating func appendInterpolation(_ argument: String) {
            arguments.append(argument)
            key += "{\(arguments.count)}"
        }
    }
}
