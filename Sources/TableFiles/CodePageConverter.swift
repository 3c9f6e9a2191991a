#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's converter from one encoding to UTF-8, piece by piece, however the pieces cut characters.
package final class CodePageConverter {
    private let converter: iconv_t
    /// The beginning of a character whose rest follows.
    private var pending: [UInt8] = []
    /// Bytes that the encoding does not define, or that stand where none can.
    package private(set) var faults = 0

    /// The bytes of the longest character, and room for a sequence that chooses another set.
    private static let longest = 8

    /// `nil` where the system does not know the encoding.
    package init?(_ page: CodePage) {
        guard let converter = iconv_open("UTF-8", page.name), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// Appends the text of some bytes; a byte that the encoding does not define becomes U+FFFD.
    package func append(_ bytes: some Collection<UInt8>, isLast: Bool, to text: inout [UInt8]) {
        var input = (pending + bytes).map { CChar(bitPattern: $0) }
        pending = []
        let left = convert(&input, to: &text)
        guard left > 0 else { return }
        pending = input.suffix(left).map { UInt8(bitPattern: $0) }
        guard isLast else { return }
        text += UTF8.encodedReplacementCharacter
        faults += 1
        pending = []
    }

    /// Returns how many bytes at the end are the beginning of a character.
    private func convert(_ input: inout [CChar], to text: inout [UInt8]) -> Int {
        let offset = text.count
        // Each byte gives three at most.
        text += [UInt8](repeating: 0, count: input.count * 3 + Self.longest)
        return input.withUnsafeMutableBufferPointer { source in
            let (left, length) = text.withUnsafeMutableBytes { buffer -> (Int, Int) in
                let target = buffer[offset...]
                return convert(source, into: UnsafeMutableRawBufferPointer(rebasing: target))
            }
            text.removeLast(text.count - offset - length)
            return left
        }
    }

    private func convert(
        _ source: UnsafeMutableBufferPointer<CChar>, into target: UnsafeMutableRawBufferPointer
    ) -> (left: Int, length: Int) {
        var from = source.baseAddress
        var left = source.count
        var to = target.bindMemory(to: CChar.self).baseAddress
        var free = target.count
        while left > 0, iconv(converter, &from, &left, &to, &free) == Int(bitPattern: UInt.max), left > 0 {
            if errno == EINVAL, left < Self.longest { break }
            guard free >= 3, let cursor = to else { break }
            for (index, byte) in UTF8.encodedReplacementCharacter.enumerated() {
                cursor[index] = CChar(bitPattern: byte)
            }
            faults += 1
            to = cursor + 3
            free -= 3
            from = from.map { $0 + 1 }
            left -= 1
        }
        return (left, target.count - free)
    }
}
