import CQRCode

/// A square of dark and light modules that a camera reads (ISO/IEC 18004), by libqrencode.
struct QRCode {
    /// Modules on a side.
    let width: Int
    private let isDark: [Bool]

    /// - Returns: `nil` for what no code can hold, such as nothing or some thousand letters.
    init?(_ text: String) {
        // Errors of a quarter of the code can be mended: paper is creased and copied.
        guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q) else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        isDark = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// The dark modules, by column and row from the upper left.
    var darkModules: [(column: Int, row: Int)] {
        isDark.indices.filter { isDark[$0] }.map { ($0 % width, $0 / width) }
    }
}
