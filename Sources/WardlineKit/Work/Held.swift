/// Holds a value of a module that only this one sees, so that the layout of what is public does not depend on it.
final class Held<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
