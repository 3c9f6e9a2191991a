/// What an answer of a server says itself of features that it lacks: ArcGIS' `exceededTransferLimit`, a total that is more than its
/// features, a link to a further page.
enum MissingFeatures {
    /// Whether a collection's own members tell of more features than its list has.
    static func areTold(by root: JSONNode, of list: JSONNode) -> Bool {
        var count = 0
        for _ in list.children { count += 1 }
        if isTrue(root["exceededTransferLimit"]) || isTrue(root["properties"]?["exceededTransferLimit"]) {
            return true
        }
        if isMore(root["numberMatched"], than: count) || isMore(root["totalFeatures"], than: count) {
            return true
        }
        guard let links = root["links"] else { return false }
        for link in links.children where link["rel"]?.string == "next" { return true }
        return false
    }

    private static func isTrue(_ node: JSONNode?) -> Bool { node?.isTrue ?? false }

    private static func isMore(_ node: JSONNode?, than count: Int) -> Bool {
        guard let node, node.kind == .number else { return false }
        return node.number > Double(count)
    }
}
