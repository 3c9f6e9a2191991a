import CGEOS

/// Owns one GEOS context, in which geometries are made and errors are reported.
///
/// A context belongs to one thread at a time: give each worker its own (a new one costs about 30 ns). It is not
/// Sendable, and what is made in it keeps it alive.
package final class GEOSContext {
    let handle: GEOSContextHandle_t
    private let lastMessage: MessageBox

    package init() {
        handle = GEOS_init_r()
        lastMessage = MessageBox()
        GEOSContext_setErrorMessageHandler_r(
            handle,
            { message, box in
                guard let message, let box else { return }
                Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().text = String(cString: message)
                    .split(whereSeparator: \.isNewline).joined(separator: " ")
            }, Unmanaged.passUnretained(lastMessage).toOpaque())
    }

    deinit { GEOS_finish_r(handle) }

    /// Returns the error for an operation that GEOS has just refused, and forgets its message.
    func error(_ operation: String) -> GeometryError {
        defer { lastMessage.text = "" }
        return .geos(
            operation: operation, message: lastMessage.text.isEmpty ? "no reason given" : lastMessage.text)
    }

    /// Returns the handle that GEOS made, or throws its message where it made none.
    func made(_ handle: OpaquePointer?, _ operation: String) throws(GeometryError) -> GEOSGeometry {
        guard let handle else { throw error(operation) }
        return GEOSGeometry(owning: handle, in: self)
    }

    /// Returns the answer of a GEOS predicate, which is 0, 1, or 2 for an error.
    func answer(_ value: CChar, _ operation: String) throws(GeometryError) -> Bool {
        guard value != 2 else { throw error(operation) }
        return value == 1
    }
}

/// Holds GEOS's last message, since its handler is a C function that can capture nothing.
private final class MessageBox {
    var text = ""
}
