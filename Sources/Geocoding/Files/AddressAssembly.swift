import AddressParsing
import DelimitedText

/// Puts a row's address together.
struct AddressAssembly: Sendable {
    let slots: [Int]
    /// Which of the slots stands behind a `&`, since two streets meet there; `nil` for none.
    var crossing: Int?
    let zipSlot: Int?

    /// Returns the address of a row, given the fields of each slot. A ZIP code of its own is added where the address has
    /// none.
    func address(_ row: Int, batch: FieldBatch, block: TextBlock) -> String {
        func text(_ slot: Int) -> String {
            batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
        }
        func line(_ slots: some Sequence<Int>) -> String {
            slots.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        }
        let streets = crossing.map { [line(slots.prefix($0)), line(slots.dropFirst($0))] } ?? [line(slots)]
        let address = streets.filter { !$0.isEmpty }.joined(separator: " & ")
        guard let code = zipSlot.map(text).flatMap(PostalCode.init), !address.isEmpty,
            !Self.endsWithZip(address)
        else { return address }
        return "\(address), \(code.text)"
    }

    private static func isZip(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    /// Whether an address has a ZIP code already: `…, 21202`, `…, 21202-1234`.
    private static func endsWithZip(_ address: String) -> Bool {
        let last = address.split { $0 == " " || $0 == "," }.last ?? ""
        return isZip(last.prefix(5)) && (last.utf8.count == 5 || last.dropFirst(5).first == "-")
    }
}
