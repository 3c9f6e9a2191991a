/// A line of whom to ask: a telephone number, an address of mail, a page.
package struct ContactLine: Hashable, Sendable {
    package var text: String
    /// What the line opens, such as `mailto:office@example.org`; `nil` for nothing.
    package var address: String?

    package init(_ text: String, address: String? = nil) {
        self.text = text
        self.address = address
    }

    /// Draws the line, where the format has them as a link.
    func draw(_ set: SetText, at corner: PagePoint, on canvas: Canvas) {
        canvas.tagged(.paragraph) {
            guard let address else { return canvas.draw(set, at: corner) }
            canvas.tagged(.address(address)) { canvas.draw(set, at: corner) }
        }
    }
}
