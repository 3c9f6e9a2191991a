import Foundation
import FuzzedReaders
import Synchronization

/// Runs libFuzzer on the reader that `WARDLINE_READER` names, from inputs that are first written to the folder that
/// `WARDLINE_SEEDS` names.
///
/// Built only for `make fuzz`, which has the compiler put in what libFuzzer needs.
@_cdecl("Fuzzing_main")
public func fuzzingMain(
    _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
    var count = count
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
    return runLibFuzzer(&count, &arguments) { readOneInput($0, $1) }
}

/// What libFuzzer calls first, also where its own `main` is the program's.
@_cdecl("LLVMFuzzerInitialize")
public func chooseReader(_ count: OpaquePointer?, _ arguments: OpaquePointer?) -> Int32 {
    let settings = ProcessInfo.processInfo.environment
    do {
        guard let reader = try FuzzedReaders.reader(named: settings["WARDLINE_READER"] ?? "") else {
            print("READER is one of: \(FuzzedReaders.names.joined(separator: " "))")
            exit(64)
        }
        if let folder = settings["WARDLINE_SEEDS"] {
            for (number, seed) in reader.seeds.enumerated() {
                try Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
            }
        }
        chosen.withLock { $0 = ChosenReader(reader: reader) }
        return 0
    } catch {
        print(error)
        exit(1)
    }
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
