import Foundation
import FuzzedReaders
import Synchronization

/// `Fuzzing READER OPTIONS…` runs libFuzzer on a reader; `Fuzzing READER --seeds FOLDER` writes inputs to begin with.
///
/// Built only for `make fuzz`, which has the compiler put in what libFuzzer needs.
@_cdecl("Fuzzing_main")
public func fuzzingMain(
    _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
    let words = (0..<Int(count)).compactMap { arguments[$0].map { String(cString: $0) } }
    do {
        guard words.count > 1, let reader = try FuzzedReaders.reader(named: words[1]) else {
            print("usage: Fuzzing READER …; readers: \(FuzzedReaders.names.joined(separator: " "))")
            return 64
        }
        if words.count == 4, words[2] == "--seeds" {
            for (number, seed) in reader.seeds.enumerated() {
                try Data(seed).write(to: URL(filePath: "\(words[3])/seed-\(number)"))
            }
            return 0
        }
        chosen.withLock { $0 = ChosenReader(reader: reader) }
    } catch {
        print(error)
        return 1
    }
    // libFuzzer has no use for the reader's name.
    for index in 1..<Int(count) { arguments[index] = arguments[index + 1] }
    var rest = count - 1
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
    return runLibFuzzer(&rest, &list) { readOneInput($0, $1) }
}

/// Of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private struct ChosenReader: @unchecked Sendable {
    // libFuzzer calls from one thread.
    let reader: any FuzzedReader
}

private let chosen = Mutex<ChosenReader?>(nil)

/// What libFuzzer looks for by this name, also where it is handed over.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    let reader = chosen.withLock { $0 }
    do {
        try reader?.reader.read(input)
    } catch let contradiction as Contradiction {
        fatalError(contradiction.description)
    } catch {
        // What a reader throws is an answer, if it says something.
        precondition(!"\(error)".isEmpty)
    }
    return 0
}
