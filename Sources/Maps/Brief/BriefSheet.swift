/// One page for somebody in a hurry: a sentence, figures, the map, a short list, and whom to ask.
package struct BriefSheet: Sendable {
    package var sheet: MapSheet
    /// What the page says, in a sentence or two.
    package var headline: String
    /// Heads a list of so many rows.
    package var listHeading: @Sendable (_ rows: Int) -> String
    package var columns: [TableColumn]
    package var rows: [BriefRow]
    /// What all figures leave out, a sentence; `nil` where they leave out nothing.
    package var notice: String?
    /// `nil` where nobody is named.
    package var contact: BriefContact?

    package init(
        sheet: MapSheet, headline: String, listHeading: @escaping @Sendable (Int) -> String,
        columns: [TableColumn], rows: [BriefRow], notice: String? = nil, contact: BriefContact?
    ) {
        self.sheet = sheet
        self.headline = headline
        self.listHeading = listHeading
        self.columns = columns
        self.rows = rows
        self.notice = notice
        self.contact = contact
    }
}

/// A row of a brief's list.
package struct BriefRow: Sendable {
    /// The marker of the scene that it names; `nil` for what has no place on the map.
    package var marker: Int?
    /// The cells behind the number.
    package var cells: [TableCell]

    package init(marker: Int?, cells: [TableCell]) {
        self.marker = marker
        self.cells = cells
    }
}

/// Whom readers of a page may ask.
package struct BriefContact: Sendable {
    /// The office's name, or what stands for it.
    package var name: String
    /// Its telephone number, addresses of mail and page.
    package var lines: [ContactLine]
    /// What a telephone's camera opens; `nil` for none.
    package var address: String?
    /// A PNG file.
    package var logo: String?

    package init(name: String, lines: [ContactLine], address: String?, logo: String?) {
        self.name = name
        self.lines = lines
        self.address = address
        self.logo = logo
    }
}
