import Locating
import Records
import ServiceRequests

extension AddressAgreement {
    /// Says which addresses seem to be those of something else than the requests, a sentence each; none where all seem right.
    var doubts: [String] {
        if isDoubtful { return [doubt] }
        return parts.filter { $0.street == nil }.map(Self.doubt(of:))
            + (streets.isEmpty ? [] : [Self.doubt(ofNumbersOf: streets)])
    }

    /// The streets whose numbers are doubted.
    private var streets: [String] { parts.compactMap(\.street) }

    /// The same as what the rest of a run rests on: whose addresses are doubted, and why.
    var assumptions: [(name: String, basis: String)] {
        if isDoubtful { return [("addresses", Self.basis(apart: apart, of: compared))] }
        return parts.map { part in
            let name = part.street.map { "house numbers of \($0)" } ?? "addresses of \(Self.name(of: part))"
            return (name, Self.basis(apart: part.apart, of: part.compared))
        }
    }

    private static func basis(apart: Int, of compared: Int) -> String {
        "\(apart) of \(compared) positions are not at theirs"
    }

    private var doubt: String {
        "The column of addresses is doubtful: of \(NumberText.count(compared)) recorded positions \(NumberText.count(apart)) lie more than"
            + " \(NumberText.count(Int(Self.another))) m from the address beside them, as homes of who reported would. Whatever rests on"
            + " addresses here is to be doubted: they accuse no request, and no repair by them is certain"
    }

    /// Whose addresses a part's are: `channel Web`, `lines 752 to 1,501`.
    private static func name(of part: Part) -> String {
        if let channel = part.channel { return "channel \(channel)" }
        if let category = part.category { return "category \(category)" }
        guard let lines = part.lines, lines.count == 2 else { return "some requests" }
        let first = NumberText.count(lines[0])
        let place =
            lines[1] >= Int(Int32.max)
            ? "line \(first) on" : "lines \(first) to \(NumberText.count(lines[1]))"
        let file = part.file ?? 0
        return file > 0 ? "\(place) of file \(file + 1)" : place
    }

    private static func doubt(of part: Part) -> String {
        let like = part.lines == nil ? "as homes of who reported would" : "as after sorting a part of a sheet"
        return
            "The addresses of \(name(of: part)) are doubtful: of \(NumberText.count(part.compared)) recorded positions"
            + " \(NumberText.count(part.apart)) lie more than \(NumberText.count(Int(another))) m from the address beside them, \(like)."
            + " They accuse no request, and no repair by them is certain"
    }
    /// A sentence names so many streets.
    private static let mostNamed = 8

    private static func doubt(ofNumbersOf streets: [String]) -> String {
        let rest = streets.count - mostNamed
        let names =
            streets.prefix(mostNamed).joined(separator: ", ")
            + (rest > 0 ? " and \(NumberText.count(rest)) more" : "")
        let places =
            streets.count == 1
            ? "most recorded positions lie on it, but" : "most recorded positions of each lie on it, but"
        return
            "The house numbers of \(names) are doubtful: \(places) far from where the reference has their numbers. They accuse no request,"
            + " and no repair by them is certain"
    }
}
