package import City

/// How a city writes its dates, as far as its city file says.
package struct DateSettings: Sendable, Equatable {
    /// `nil` where the file itself has to settle it.
    package var order: CityFile.DateOrder?
    /// What a `Z` means, where the city file says it: else UTC, and midnights of UTC alone are days.
    package var zulu: CityFile.ZuluTime?
    /// The order that earlier files of the city settled, as ``SettledDateOrder/order``: it holds where this one settles none.
    package var earlierOrder: String?
    /// What all of the city's requests showed of its dates: it stands in the place of what a file shows.
    package var known: CityFacts.Dates?
    /// Whether the file is a workbook whose days are counted from 1904.
    package var countsFrom1904 = false

    package init(
        order: CityFile.DateOrder? = nil, zulu: CityFile.ZuluTime? = nil, earlierOrder: String? = nil
    ) {
        self.order = order
        self.zulu = zulu
        self.earlierOrder = earlierOrder
    }

    /// Returns a layout as the file's own spreadsheet counts days.
    func counted(_ layout: DateLayout) -> DateLayout {
        layout == .serial && countsFrom1904 ? .serialFrom1904 : layout
    }

    /// The order that holds whatever the rows show: what the city file says, else what all of the city's requests showed.
    var knownOrder: DateLayout.NumberOrder? {
        order.map { DateLayout.NumberOrder($0) } ?? known?.order.flatMap(DateLayout.NumberOrder.init(title:))
    }
}

extension DateLayout.NumberOrder {
    init(_ order: CityFile.DateOrder) {
        switch order {
        case .dayFirst: self = .dayFirst
        case .monthFirst: self = .monthFirst
        case .yearFirst: self = .yearFirst
        }
    }
}

/// Which order was taken for dates of numbers, and why.
package struct SettledDateOrder: Codable, Sendable, Equatable {
    package enum Basis: Codable, Sendable, Equatable {
        case cityFile
        /// So many dates can be read in no other order.
        case dates(Int)
        /// Read in the other order, so many more requests would be closed before they were opened, or opened after the
        /// file's own day.
        case sequence(Int)
        /// So many dates have few numbers in their first part, as years are, and many in their last, as days are.
        case years(Int)
        /// Three numbers of two digits each, of which the first or the last may be the year.
        case openYear
        /// All of the city's requests settled it, or took what is usual.
        case facts(certain: Bool)
        /// All of the city's requests settled it or took what is usual, and more of the file's own dates say otherwise: it is written in
        /// another way than they.
        case deniedFacts
        /// Nothing settled it when these imports were read into a workspace, and nothing has since.
        case imports([String])
        /// Nothing in the file settles it, and earlier ones did.
        case earlierFiles
        /// Nothing in the file settles it: the usual order where the city lies.
        case usual(timeZone: String)
    }

    /// As it is shown, such as `month/day/year`.
    package let order: String
    package let basis: Basis
    /// Dates that can only be read in the other order, and were left out.
    package let contrary: Int
    /// The columns, by their fields' names, that were read in the other order, as their own dates say.
    package var apart: [String]?
    /// Dates in which a spreadsheet exchanged day and month; `nil` where it exchanged none.
    package var cells: ExchangedCells?

    package init(order: String, basis: Basis, contrary: Int, apart: [String]? = nil) {
        (self.order, self.basis, self.contrary, self.apart) = (order, basis, contrary, apart)
    }

    /// Returns the order in which a column was read.
    package func order(of field: RequestField) -> String {
        guard apart?.contains(field.rawValue) == true else { return order }
        return DateLayout.NumberOrder(title: order)?.other.title ?? order
    }

    package var isCertain: Bool {
        switch basis {
        case .usual, .openYear, .deniedFacts, .imports: false
        case .facts(let certain): certain
        case .cityFile, .dates, .sequence, .years, .earlierFiles: true
        }
    }
}
