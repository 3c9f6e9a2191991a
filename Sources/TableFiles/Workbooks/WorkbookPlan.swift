/// What a workbook's own parts say of its sheets: names, order, where each is stored, and how days are counted.
struct WorkbookPlan {
    struct Sheet {
        let name: String
        let path: String
    }

    /// The sheets that people see, in their order.
    var sheets: [Sheet] = []
    var countsFrom1904 = false

    /// Reads `xl/workbook.xml`.
    final class Reader: XMLHandler {
        private(set) var sheets: [(name: String, relation: String)] = []
        private(set) var countsFrom1904 = false

        func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            let values = XMLAttributes(attributes)
            switch name.localName {
            case "workbookPr": countsFrom1904 = ["1", "true"].contains(values["date1904"] ?? "")
            case "sheet" where values["state"] == nil || values["state"] == "visible":
                if let name = values["name"], let relation = values["id"] { sheets.append((name, relation)) }
            default: break
            }
        }

        func end(_ name: UnsafePointer<CChar>) {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }

    /// Reads `xl/_rels/workbook.xml.rels`: where the parts are stored. Links out of the workbook are none.
    final class Relations: XMLHandler {
        private(set) var paths: [String: String] = [:]

        func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            let values = XMLAttributes(attributes)
            guard name.localName == "Relationship", values["TargetMode"] != "External", let id = values["Id"],
                let target = values["Target"]
            else { return }
            paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }

        func end(_ name: UnsafePointer<CChar>) {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}
