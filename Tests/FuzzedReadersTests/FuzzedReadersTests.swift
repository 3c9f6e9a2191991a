import FuzzedReaders
import TestSupport
import Testing

/// Each reader on inputs that were changed at random, with a seed: none crashes, contradicts itself or takes long.
///
/// `make fuzz` does the same with what libFuzzer makes of the seeds.
struct FuzzedReadersTests {
    @Test(arguments: FuzzedReaders.names)
    func `no reader crashes or contradicts itself on what was changed at random`(name: String) throws {
        let reader = try #require(try FuzzedReaders.reader(named: name))
        for seed in reader.seeds { try reader.read(seed) }
        var numbers = SeededNumbers(UInt64(name.utf8.count) + 31)
        for round in 0..<LongTests.rounds(4_000, usually: 60) {
            let input = ByteMutation.changed(reader.seeds[round % reader.seeds.count], &numbers)
            let spent = ThreadTime.spent {
                do {
                    try reader.read(input)
                } catch let error as Contradiction {
                    Issue.record("\(name), round \(round): \(error)")
                } catch {
                    #expect(!"\(error)".isEmpty)
                }
            }
            #expect(spent < .seconds(5), "\(name), round \(round)")
        }
    }

    @Test func `the list of readers names each`() throws {
        for name in FuzzedReaders.names {
            #expect(try FuzzedReaders.reader(named: name)?.name == name)
        }
    }
}
