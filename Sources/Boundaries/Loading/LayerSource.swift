import FeatureFiles
import Foundation
import WorkSharing

/// A layer that is not loaded yet: what it is called, and the files of its editions in order of time.
package struct LayerSource: Sendable {
    package let name: String
    package let title: String
    package let editions: [EditionSource]
    /// Other names of its areas, and the codes they mean.
    package let aliases: [String: String]

    package init(name: String, title: String, editions: [EditionSource], aliases: [String: String] = [:]) {
        self.name = name
        self.title = title
        self.editions = editions
        self.aliases = aliases
    }

    /// Returns the layers in some files: a file is a layer of its own, a GeoPackage as many as it holds, unless they are
    /// the editions of one.
    ///
    /// - Parameters:
    ///   - layer: Only this layer of GeoPackages.
    ///   - areEditions: Whether the files, the oldest first, are editions of one layer.
    package static func layers(
        of paths: [String], layer: String?, codeField: String?, titleField: String?, areEditions: Bool
    ) -> [LayerSource] {
        let sources = paths.flatMap { path in
            layerNames(of: path, named: layer).map { name in
                EditionSource(path: path, layer: name, codeField: codeField, titleField: titleField)
            }
        }
        if areEditions { return [LayerSource(name: "editions", title: "Editions", editions: sources)] }
        return sources.map { source in
            let name = source.layer ?? source.fileName
            return LayerSource(name: name, title: name, editions: [source])
        }
    }

    /// A file that cannot be read counts as one layer: reading it will say why.
    private static func layerNames(of path: String, named layer: String?) -> [String?] {
        if let layer { return [layer] }
        do throws(FeatureFileError) {
            let names = try FeatureReader.layers(of: path)
            return names.count > 1 ? names : [nil]
        } catch {
            return [nil]
        }
    }
}

extension EditionSource {
    /// The file's name without its folder.
    package var fileName: String { URL(filePath: path).lastPathComponent }
}
