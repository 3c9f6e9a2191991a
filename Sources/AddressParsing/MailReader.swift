/// A post office box, rural route or the like within a line.
struct MailPart {
    var reason: UnplaceableReason
    /// The token that follows it once its own are taken out.
    var next: Int
}

/// Takes mail boxes and rural routes out of a line, so that what is left is a street or a town.
struct MailReader {
    private(set) var line: TokenLine
    private(set) var mail: MailPart?

    init(line: TokenLine) {
        self.line = line
        guard line.tokens.contains(where: { $0.has(.box) || Self.starts.contains($0.hash) }) else { return }
        takeOut()
    }

    private mutating func takeOut() {
        var kept: [Token] = []
        var at = 0
        var isAfterMail = false
        while at < line.count {
            if let (reason, end) = part(at) {
                mail = MailPart(reason: mail?.reason == .ruralRoute ? .ruralRoute : reason, next: kept.count)
                isAfterMail = true
                at = end
            } else {
                var token = line[at]
                if isAfterMail { token.gap = .comma }
                isAfterMail = false
                kept.append(token)
                at += 1
            }
        }
        line = TokenLine(tokens: kept, bytes: line.bytes, lexicon: line.lexicon)
    }

    private func part(_ at: Int) -> (UnplaceableReason, end: Int)? {
        if line.isWord(at, Word.general), line.isWord(at + 1, Word.delivery) {
            return (.generalDelivery, at + 2)
        }
        if let end = box(at) { return (.postOfficeBox, end) }
        if let end = rural(at) { return (.ruralRoute, end) }
        return nil
    }

    /// `PO BOX 12`, `P O BOX 12 A`, `POB 12`, `LOCKBOX 12`, `BOX # 12`.
    private func box(_ at: Int) -> Int? {
        var next = at
        if line.isWord(next, Word.p), line.isWord(next + 1, Word.o) { next += 2 }
        if line.isWord(next, Word.po) { next += 1 }
        if line.isWord(next, Word.post), line.isWord(next + 1, Word.office) { next += 2 }
        let isPostOffice = next > at
        if line.isWord(next, Word.pob) || line.isWord(next, Word.pobox) || line.has(next, .box) {
            next += 1
        } else if !isPostOffice || line.isWord(at, Word.post) {
            return nil
        }
        return id(next) ?? (isPostOffice && line.has(next - 1, .box) ? next : nil)
    }

    /// `RR 1`, `HC 68`, `RURAL ROUTE 3`, `HWY CONTRACT RTE 68`, `ROUTE 2 BOX 4`.
    private func rural(_ at: Int) -> Int? {
        var next = at
        if line.isWord(next, Word.rural) || line.isWord(next, Word.star) { next += 1 }
        if line.has(next, .roadWord), line.isWord(next + 1, Word.contract) { next += 2 }
        if next > at {
            guard line.has(next, .roadWord) else { return nil }
            return id(next + 1)
        }
        if Self.routes.contains(line.tokens[at].hash) { return id(at + 1) }
        guard line.has(at, .roadWord), at == 0, let end = id(at + 1), line.has(end, .box) else { return nil }
        return end
    }

    private func id(_ index: Int) -> Int? {
        var at = index
        while line.has(at, .numberSign) { at += 1 }
        guard at < line.count, line[at].hasDigit || line[at].isLetter else { return nil }
        at += 1
        if at < line.count, line[at].isLetter, line[at].gap <= .space, !line[at].isDirectional { at += 1 }
        return at
    }

    private enum Word {
        static let p = WordHash.of("P")
        static let o = WordHash.of("O")
        static let po = WordHash.of("PO")
        static let post = WordHash.of("POST")
        static let office = WordHash.of("OFFICE")
        static let pob = WordHash.of("POB")
        static let pobox = WordHash.of("POBOX")
        static let rural = WordHash.of("RURAL")
        static let star = WordHash.of("STAR")
        static let contract = WordHash.of("CONTRACT")
        static let general = WordHash.of("GENERAL")
        static let delivery = WordHash.of("DELIVERY")
    }

    private static let routes = Set(["RR", "HC", "HCR", "RFD"].map { WordHash.of($0) })
    private static let starts = routes.union(
        ["P", "PO", "POB", "POBOX", "POST", "RURAL", "STAR", "HWY", "HIGHWAY", "GENERAL"].map {
            WordHash.of($0)
        })
}
