/// Where an output goes.
package enum OutputDestination: Sendable, Hashable {
    case file(String)
    /// What the caller has open, such as its standard output, and what people call it. It is written to directly and stays
    /// open.
    case open(descriptor: Int32, name: String)
}
